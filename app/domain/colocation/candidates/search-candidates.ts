import type { CandidatePlaces } from "./candidate-places.ts";
import { ratesIn, type CandidateRates } from "./candidate-money.ts";
import type { CandidatePartner, CandidateSearch } from "./candidate-search.ts";
import { distanceOf, judgePair, pastCatchment, type Candidate } from "./judge-pair.ts";
import { groupCandidates, type CandidateGroup } from "./group-candidates.ts";
import { layOutPlaces, type LaidHouse, type LaidSeat } from "./lay-out-places.ts";
import { minutesOnFoot } from "./walk.ts";
import { yearOf } from "../../day-count.ts";
import { useGroups, type UseGroup } from "../../portfolio-row.ts";

export interface FoundCandidates {
  /** The best, best first; of one unit's house no more than a few. */
  items: Candidate[];
  /** How many pairs there are in all, of how many units. */
  total: number;
  units: number;
  groups: CandidateGroup[];
}

/** So that one unit with many good places does not fill the list. */
const placesEach = 3;

/**
 * Everybody tried everywhere: the pairs of a unit and a house that it could share, best first, and groups that fit into a house
 * together. Deterministic: the same register gives the same list.
 */
export function searchCandidates(
  places: CandidatePlaces,
  search: CandidateSearch,
  most = { pairs: 60, groups: 20 },
): FoundCandidates {
  const { seats, houses } = layOutPlaces(places);
  const rates = ratesIn(yearOf(places.on));
  const words = search.q.toLocaleLowerCase("da").split(/\s+/).filter(Boolean);
  const hosts = byUse(houses.filter((house) => isHost(house, search)));
  const movers = seats.filter((seat) => isMover(seat, search));
  const found = movers.flatMap((seat) => candidatesOf(seat, hosts, rates, search, words));
  found.sort(byScore);
  const groups = groupCandidates(found, rates).slice(0, most.groups);
  return {
    ...{ items: fewEach(found, most.pairs), total: found.length, groups },
    units: new Set(found.map(({ seat }) => seat.seat.unitId)).size,
  };
}

type Hosts = ReadonlyMap<UseGroup, readonly LaidHouse[]>;

/** The hosts of each use: a unit is tried in those it can use at all. */
const byUse = (houses: readonly LaidHouse[]): Hosts =>
  new Map(useGroups.map((group) => [group, houses.filter(({ house }) => house.useGroup === group)]));

function candidatesOf(
  seat: LaidSeat,
  hosts: Hosts,
  rates: CandidateRates,
  search: CandidateSearch,
  words: readonly string[],
): Candidate[] {
  const found: Candidate[] = [];
  const { group, converts, catchmentMeters } = seat.facts;
  const farthest = catchmentMeters === null ? Infinity : catchmentMeters * pastCatchment;
  const isNamed = words.length === 0 || isNamedSo(`${seat.seat.unit} ${seat.from.house.name}`, words);
  for (const use of [group, ...converts])
    for (const to of hosts.get(use)!) {
      if (distanceOf(seat.from, to) > farthest) continue;
      if (search.partner && partnerOf(seat, to) !== search.partner) continue;
      if (!isNamed && !isNamedSo(`${to.house.name} ${to.house.address}`, words)) continue;
      const one = judgePair(seat, to, rates);
      if (one && isAsked(one, search)) found.push(one);
    }
  return found;
}

function partnerOf({ seat }: LaidSeat, { seats }: LaidHouse): CandidatePartner {
  if (seats.length === 0) return "empty";
  return seats.every((one) => one.seat.unitId === seat.unitId) ? "own" : "others";
}

const isNamedSo = (text: string, words: readonly string[]): boolean => {
  const folded = text.toLocaleLowerCase("da");
  return words.every((word) => folded.includes(word));
};

const isHost = ({ house }: LaidHouse, { district, use, worst }: CandidateSearch): boolean =>
  (!district || house.district === district) &&
  (!use || house.useGroup === use) &&
  (worst === null || (house.condition !== null && house.condition <= worst));

const isMover = (
  { seat, from }: LaidSeat,
  { administration, kind, leaves, vacates, leaseMonths }: CandidateSearch,
): boolean =>
  (!administration || seat.administration === administration) &&
  (!kind || seat.kind === kind) &&
  (!leaves || from.house.tenure === leaves) &&
  (!vacates || from.seats.length === 1) &&
  (leaseMonths === null || (from.monthsLeft !== null && from.monthsLeft <= leaseMonths));

const isAsked = (
  one: Candidate,
  { stopped, way, fit, minutes, clashes, payback }: CandidateSearch,
): boolean =>
  (stopped || one.stops.length === 0) &&
  (!way || one.way === way) &&
  (!fit || one.isConverted === (fit === "converted")) &&
  (minutes === null || minutesOnFoot(one.meters) <= minutes) &&
  (clashes === null || one.clashes <= clashes) &&
  (payback === null || (one.money.paybackYears !== null && one.money.paybackYears <= payback));

/** What is forbidden comes after everything that is not; then by score and what is saved, else in the register's order. */
const byScore = (a: Candidate, b: Candidate): number =>
  Math.min(a.stops.length, 1) - Math.min(b.stops.length, 1) ||
  b.score - a.score ||
  b.money.yearlyOre - a.money.yearlyOre;

function fewEach(found: readonly Candidate[], most: number): Candidate[] {
  const taken = new Map<LaidSeat, number>();
  const items: Candidate[] = [];
  for (const one of found) {
    if (items.length >= most) break;
    const count = taken.get(one.seat) ?? 0;
    if (count >= placesEach) continue;
    taken.set(one.seat, count + 1);
    items.push(one);
  }
  return items;
}
