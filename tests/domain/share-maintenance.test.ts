import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareMaintenance, type LetArea, type MaintenanceBooking } from "#domain/upkeep/share-maintenance.ts";

const booking = (given: Partial<MaintenanceBooking> = {}): MaintenanceBooking => ({
  ...{ bookedOn: "2025-06-01", scope: "exterior", amountOre: 1000, contractId: null, ...given },
});
const let_ = (
  contractId: string,
  areaM2: number,
  validFrom = "2020-01-01",
  validTo: string | null = null,
) => ({
  ...{ contractId, areaM2, validFrom, validTo },
});

describe("what leases received of a building's maintenance", () => {
  test("is shared by the m² let on the day, what nobody rented being a part of its own", () => {
    const parts = shareMaintenance([booking()], [let_("a", 200), let_("b", 100)], 400);
    expect(parts.map(({ contractId, amountOre }) => [contractId, amountOre])).toEqual([
      ["a", 500],
      ["b", 250],
      [null, 250],
    ]);
  });

  test("follows who was there when: not before a lease begins, and not from the day it ends", () => {
    const lets = [let_("old", 100, "2010-01-01", "2025-06-01"), let_("new", 100, "2025-06-01")];
    const of = (bookedOn: string) => shareMaintenance([booking({ bookedOn })], lets, 100);
    expect(of("2025-05-31")).toMatchObject([{ contractId: "old", amountOre: 1000 }]);
    expect(of("2025-06-01")).toMatchObject([{ contractId: "new", amountOre: 1000 }]);
  });

  test("for one lease alone is that lease's, with a correction taken off again", () => {
    const own = [booking({ contractId: "a" }), booking({ contractId: "a", amountOre: -400 })];
    expect(shareMaintenance(own, [let_("b", 100)], 100)).toEqual([
      { contractId: "a", year: 2025, scope: "exterior", amountOre: 600 },
    ]);
  });

  test("sums to what was booked, year by year and kind by kind, to the øre", () => {
    const bookings = fc.array(
      fc.record({
        bookedOn: fc.constantFrom("2023-03-01", "2024-07-01", "2025-12-31"),
        scope: fc.constantFrom("exterior" as const, "interior" as const),
        amountOre: fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
        contractId: fc.constantFrom("a", "b", null),
      }),
    );
    const lets: fc.Arbitrary<LetArea[]> = fc.array(
      fc.record({
        contractId: fc.constantFrom("a", "b", "c"),
        areaM2: fc.integer({ min: 0, max: 5000 }),
        validFrom: fc.constantFrom("2020-01-01", "2024-01-01"),
        validTo: fc.constantFrom(null, "2025-01-01"),
      }),
    );
    fc.assert(
      fc.property(bookings, lets, fc.integer({ min: 0, max: 9000 }), (given, there, areaM2) => {
        const parts = shareMaintenance(given, there, areaM2);
        for (const scope of ["exterior", "interior"] as const)
          for (const year of [2023, 2024, 2025]) {
            const sum = (rows: readonly { amountOre: number }[]) =>
              rows.reduce((all, row) => all + row.amountOre, 0);
            const booked = given.filter(
              (one) => one.scope === scope && one.bookedOn.startsWith(String(year)),
            );
            expect(sum(parts.filter((one) => one.scope === scope && one.year === year))).toBe(sum(booked));
          }
      }),
    );
  });
});
