import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { DemoIds } from "../demo-ids.ts";
import type { ConditionRows } from "../condition/condition-rows.ts";

/** What prices rose by, a year, in the demo's made-up index: calm years, and a few that were not. */
const risesByYear: Record<number, number> = { 2021: 0.021, 2022: 0.074, 2023: 0.036 };
const usualRise = 0.014;

/** The October figures from the year before the register begins, up to the load day. */
export function writeNetPriceIndex(
  rows: Pick<ConditionRows, "priceIndex">,
  ids: DemoIds,
  organisationId: Id,
  loadDay: Day,
): void {
  let value = 84;
  for (let year = 2005; `${year}-10-01` <= loadDay; year += 1) {
    rows.priceIndex.push({
      ...{
        id: ids.next(),
        organisationId,
        key: "npi",
        month: `${year}-10-01`,
        value: Math.round(value * 10) / 10,
      },
      ...{ source: "Syntetisk nettoprisindeks (demo)", recordedAt: `${loadDay}T00:00:00Z` },
    });
    value *= 1 + (risesByYear[year + 1] ?? usualRise);
  }
}
