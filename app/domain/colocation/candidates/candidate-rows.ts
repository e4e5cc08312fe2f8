import type { Id } from "../../id.ts";
import type { Condition, UseGroup } from "../../portfolio-row.ts";
import type { Day } from "../../day-count.ts";
import type { CandidateMoney } from "./candidate-money.ts";
import { explainCandidate, type CandidateNote } from "./explain-candidate.ts";
import type { CandidateGroup } from "./group-candidates.ts";
import type { Candidate, CandidateWay } from "./judge-pair.ts";
import type { LaidHouse } from "./lay-out-places.ts";

/** A building of a candidate as pages show it. */
export interface CandidateHouse {
  id: Id;
  name: string;
  address: string;
  position: [number, number];
  tenure: "owned" | "leasedIn";
  useGroup: UseGroup;
  condition: Condition | null;
  areaM2: number;
  leaseEndsOn: Day | null;
}

/** A candidate as pages show it. The key names it in an address: unit, house it leaves, house it goes to. */
export interface CandidateRow {
  key: string;
  unitId: Id;
  unit: string;
  kind: string;
  administration: string;
  areaM2: number;
  from: CandidateHouse;
  to: CandidateHouse;
  /** Who is there already. */
  with: string[];
  way: CandidateWay;
  score: number;
  meters: number;
  catchmentMeters: number | null;
  money: CandidateMoney;
  reasons: CandidateNote[];
  blockers: CandidateNote[];
  isStopped: boolean;
}

export interface CandidateGroupRow {
  to: CandidateHouse;
  with: string[];
  members: CandidateRow[];
  vacated: string[];
  score: number;
  money: CandidateMoney;
}

const houseOf = ({ house }: LaidHouse): CandidateHouse => ({
  ...{ id: house.id, name: house.name, address: house.address, position: [house.lon, house.lat] },
  ...{ tenure: house.tenure, useGroup: house.useGroup, condition: house.condition },
  ...{ areaM2: house.areaM2, leaseEndsOn: house.leaseEndsOn },
});

const unitsIn = ({ seats }: LaidHouse): string[] => [...new Set(seats.map(({ seat }) => seat.unit))];

export function rowOfCandidate(one: Candidate): CandidateRow {
  const { seat, from, facts } = one.seat;
  return {
    key: [seat.unitId, from.house.id, one.to.house.id].join("~"),
    ...{ unitId: seat.unitId, unit: seat.unit, kind: seat.kind, administration: seat.administration },
    ...{ areaM2: seat.areaM2, from: houseOf(from), to: houseOf(one.to), with: unitsIn(one.to) },
    ...{ way: one.way, score: one.score, meters: one.meters, catchmentMeters: facts.catchmentMeters },
    ...{ money: one.money, ...explainCandidate(one), isStopped: one.stops.length > 0 },
  };
}

export const rowOfGroup = (group: CandidateGroup): CandidateGroupRow => ({
  ...{ to: houseOf(group.to), with: unitsIn(group.to), members: group.members.map(rowOfCandidate) },
  ...{ vacated: group.vacated.map(({ house }) => house.name), score: group.score, money: group.money },
});
