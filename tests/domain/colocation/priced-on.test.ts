import { expect, test } from "vitest";
import { pricedOn } from "#domain/colocation/priced-on.ts";

test.each([
  [2026, "2026-11-30", "2026-11-30"],
  [2026, "2026-12-31", "2026-12-31"],
  [2026, "2027-01-01", "2026-12-31"],
  [2027, "2026-11-30", "2026-11-30"],
])("a case in prices of %i that is read on %s has the rents of %s", (priceYear, readOn, day) =>
  expect(pricedOn(priceYear, readOn)).toBe(day),
);
