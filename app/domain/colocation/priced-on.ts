import type { Day } from "../day-count.ts";

/**
 * The day whose rents a case is reckoned with: the day it is read on, and of its price year at the latest. A rent that has
 * followed the index since then is not in the prices of the case, and would make one that waits for the council another on
 * 1 January.
 * @example pricedOn(2026, "2027-02-01") // "2026-12-31"
 */
export function pricedOn(priceYear: number, readOn: Day): Day {
  const last = `${priceYear}-12-31`;
  return readOn > last ? last : readOn;
}
