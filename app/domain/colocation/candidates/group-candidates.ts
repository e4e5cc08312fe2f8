import { weekHours } from "../../use/use-week.ts";
import { moneyOf, releasedYearlyOre, type CandidateMoney, type CandidateRates } from "./candidate-money.ts";
import { hasClash, tightest, type Candidate } from "./judge-pair.ts";
import { areApart } from "./kind-facts.ts";
import type { LaidHouse } from "./lay-out-places.ts";

/** Several units that fit into one house together, with who is there already. */
export interface CandidateGroup {
  to: LaidHouse;
  members: Candidate[];
  /** The houses that nobody is left in, and what that comes to. */
  vacated: LaidHouse[];
  money: CandidateMoney;
  score: number;
}

const [fewest, most] = [2, 5];
/** Of the candidates of one house so many are tried: groups are built from the best. */
const tried = 40;

/**
 * Groups, best first: into each house its candidates are taken in order of score while all still fit, free space by m² and shared rooms
 * hour by hour, and nobody is kept apart from anybody. A house is given up only where everybody in it is in the group.
 */
export function groupCandidates(found: readonly Candidate[], rates: CandidateRates): CandidateGroup[] {
  const byHouse = new Map<LaidHouse, Candidate[]>();
  for (const one of found) {
    if (one.stops.length > 0) continue;
    const list = byHouse.get(one.to) ?? [];
    if (list.length < tried) list.push(one);
    byHouse.set(one.to, list);
  }
  const groups = [...byHouse].flatMap(([to, candidates]) => groupOf(to, candidates, rates) ?? []);
  return groups.sort(
    (a, b) =>
      b.score - a.score || b.money.yearlyOre - a.money.yearlyOre || (a.to.house.id < b.to.house.id ? -1 : 1),
  );
}

function groupOf(
  to: LaidHouse,
  candidates: readonly Candidate[],
  rates: CandidateRates,
): CandidateGroup | null {
  const room = new Room(to);
  const members: Candidate[] = [];
  for (const one of candidates) {
    if (members.length === most) break;
    const isThere = members.some(({ seat }) => seat.seat.unitId === one.seat.seat.unitId);
    const isApart = members.some(({ seat }) => areApart(seat.seat.kind, one.seat.seat.kind));
    if (isThere || isApart || !room.take(one)) continue;
    members.push(one);
  }
  if (members.length < fewest) return null;
  const vacated = [...new Set(members.map(({ seat }) => seat.from))].filter((from) =>
    from.seats.every((seat) => members.some((member) => member.seat === seat)),
  );
  const yearly = vacated.reduce((sum, { house }) => sum + releasedYearlyOre(house, rates), 0);
  const once = members.reduce((sum, { money }) => sum + money.onceOre, 0);
  const score = members.reduce((sum, one) => sum + one.score, 0) / members.length;
  return { to, members, vacated, money: moneyOf(yearly, once), score: Math.round(score) };
}

/** What is left of a house while it fills. */
class Room {
  #freeM2: number;
  readonly #taken: Float32Array;

  constructor(private readonly to: LaidHouse) {
    this.#freeM2 = to.house.vacantM2;
    this.#taken = to.held ? to.held.slice() : new Float32Array(weekHours);
  }

  /** Takes a unit in, or says that it does not fit beside the others. */
  take({ way, seat }: Candidate): boolean {
    const needed = seat.seat.areaM2 * tightest;
    if (way === "space") {
      if (needed > this.#freeM2) return false;
      this.#freeM2 -= seat.seat.areaM2;
      return true;
    }
    if (hasClash(seat, this.to, this.#taken)) return false;
    for (let hour = 0; hour < weekHours; hour++) this.#taken[hour]! += seat.held![hour]!;
    return true;
  }
}
