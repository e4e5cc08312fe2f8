import type { Id } from "../id.ts";
import { correctedHeat } from "./correct-heat.ts";
import { monthsBefore, type DegreeMonth, type MeterKind, type MonthAmount } from "./meter.ts";
import { oddMonths, type OddMonth } from "./odd-months.ts";
import { amongPeers, type AmongPeers } from "./peers.ts";

/** All meters of a kind in a building together, month by month, the oldest first. */
export interface MeteredHouse {
  buildingId: Id;
  name: string;
  useGroup: string;
  areaM2: number;
  kind: MeterKind;
  months: MonthAmount[];
}

/** How a building stands: the last twelve months, the twelve before, a m², among its peers, and its odd months. */
export interface JudgedHouse extends Omit<MeteredHouse, "months"> {
  /** Of the last twelve whole months; null where one of them is missing. Heat is corrected. */
  year: number | null;
  yearBefore: number | null;
  perM2: number | null;
  peerMedian: number | null;
  peers: AmongPeers;
  odd: OddMonth[];
}

/** The sum of some months; null where one is missing. */
export function sumOfMonths(months: readonly MonthAmount[], asked: readonly string[]): number | null {
  const known = new Map(months.map(({ month, amount }) => [month, amount]));
  const amounts = asked.map((month) => known.get(month));
  return amounts.every((one) => one !== undefined) ? amounts.reduce((sum, one) => sum + one, 0) : null;
}

/** Months as they are compared: heat corrected for degree days, the rest as it was counted. */
export const compared = (
  { kind, months }: Pick<MeteredHouse, "kind" | "months">,
  degrees: ReadonlyMap<string, DegreeMonth>,
): MonthAmount[] => (kind === "heat" ? correctedHeat(months, degrees) : [...months]);

/** Judges houses together: peers are those of the same use and kind of meter. `until` is the month that is not over yet. */
export function judgeHouses(
  houses: readonly MeteredHouse[],
  degrees: ReadonlyMap<string, DegreeMonth>,
  until: string,
): JudgedHouse[] {
  const [year, before] = [monthsBefore(until, 12), monthsBefore(until, 24).slice(0, 12)];
  const judged = houses.map(({ months: _months, ...house }, at): JudgedHouse => {
    const months = compared(houses[at]!, degrees);
    const sum = sumOfMonths(months, year);
    return {
      ...{ ...house, year: sum, yearBefore: sumOfMonths(months, before), odd: oddMonths(months, 12) },
      perM2: sum === null || house.areaM2 <= 0 ? null : sum / house.areaM2,
      ...{ peerMedian: null, peers: null },
    };
  });
  const groupOf = ({ kind, useGroup }: JudgedHouse) => `${kind} ${useGroup}`;
  for (const group of new Set(judged.map(groupOf))) {
    const known = judged.filter((one) => groupOf(one) === group && one.perM2 !== null);
    amongPeers(known.map(({ perM2 }) => perM2!)).forEach(({ peers, median }, at) =>
      Object.assign(known[at]!, { peers, peerMedian: median }),
    );
  }
  return judged;
}

/** Whether a house is flagged: among its peers, or in one of its last months. */
export const isOutlier = ({ peers, odd }: Pick<JudgedHouse, "peers" | "odd">): boolean =>
  peers === "high" || peers === "low" || odd.length > 0;
