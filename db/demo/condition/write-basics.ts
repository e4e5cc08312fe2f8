import { usualAssumptions } from "#domain/condition/assumption.ts";
import { usualElementTypes, usualPriceLevelOn } from "#domain/condition/element-type.ts";
import { yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { DemoIds } from "../demo-ids.ts";
import { registerStart } from "../targets.ts";
import type { ConditionRows } from "./condition-rows.ts";

const owner = "Drift og vedligehold";
/** What building works become dearer by a year, in the demo's made-up index. */
const indexGrowth = 1.028;

/** Element types, assumptions, the first price list and an index made up for the demo, each with its source. */
export function writeBasics(rows: ConditionRows, ids: DemoIds, organisationId: Id, loadDay: Day): void {
  const recordedAt = `${loadDay}T00:00:00Z`;
  usualElementTypes.forEach(({ code, sfb, nameDa, nameEn, unit, scope, workGroup }, sortOrder) =>
    rows.elementType.push({ organisationId, code, sfb, nameDa, nameEn, unit, scope, workGroup, sortOrder }),
  );
  for (const { key, value, unit, source } of usualAssumptions)
    rows.assumption.push({
      ...{ id: ids.next(), organisationId, key, value, unit, source, owner, validFrom: registerStart },
    });
  const priceListId = ids.next();
  rows.priceList.push({
    ...{ id: priceListId, organisationId, name: "Vejledende priser (demo)", source: "Skøn (demo)" },
    ...{ priceLevelOn: usualPriceLevelOn, validFrom: registerStart, recordedAt },
  });
  for (const { code: elementTypeCode, unit, prices } of usualElementTypes)
    for (const price of prices)
      rows.priceLine.push({ id: ids.next(), organisationId, priceListId, elementTypeCode, unit, ...price });
  for (let year = 2015, value = 100; year <= yearOf(loadDay); year += 1, value *= indexGrowth)
    rows.priceIndex.push({
      ...{ id: ids.next(), organisationId, key: "construction", month: `${year}-01-01` },
      ...{ value: Math.round(value * 100) / 100, source: "Syntetisk byggeindeks (demo)", recordedAt },
    });
}
