import fc from "fast-check";
import { addDays } from "#domain/day-count.ts";
import type { ChargeableLease } from "#domain/charge/charge-lease.ts";
import type { RentTerm } from "#domain/rent/rent-term.ts";

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays("2024-01-01", days));
const regulation = fc.record({
  ...{ baseMonth: fc.constant("2023-10-01"), adjustsInMonth: fc.integer({ min: 1, max: 12 }) },
  ...{ monthsBefore: fc.integer({ min: 0, max: 6 }), cap: fc.option(fc.constantFrom(0.01, 0.04)) },
  floor: fc.option(fc.constantFrom(0, 0.01)),
});
const phaseIn = fc.record({
  ...{ fromYearlyOre: fc.integer({ min: 0, max: 1e9 }), firstStepOn: day },
  years: fc.integer({ min: 1, max: 5 }),
});
const lines = [
  ["base", "capital"],
  ["base", "exteriorMaintenance"],
  ["taxes", null],
  ["operation", null],
] as const;

/** One term of each of some lines, from any day until any day. */
const terms = fc
  .subarray([...lines])
  .chain((chosen) =>
    fc.tuple(
      ...chosen.map(([kind, part]) =>
        fc.record({
          ...{ id: fc.uuid(), kind: fc.constant(kind), part: fc.constant(part), source: fc.constant("") },
          ...{ basis: fc.constantFrom("whole" as const, "perM2" as const) },
          yearlyOre: fc.integer({ min: 0, max: 1e8 }),
          ...{ regulation: fc.option(regulation), phaseIn: fc.option(phaseIn) },
          ...{ validFrom: day, validTo: fc.option(day) },
        }),
      ),
    ),
  )
  .map((some) => some as RentTerm[]);

const areas = fc.array(
  fc.record({
    areaM2: fc.integer({ min: 0, max: 900_00 }).map((m2) => m2 / 100),
    ...{ validFrom: day, validTo: fc.option(day) },
  }),
  { maxLength: 3 },
);

/** The net price index of every month that a random lease may ask for. */
const figures = Array.from({ length: 90 }, (_, index) => ({
  month: `${2022 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`,
  value: 100 + index * 0.3 + (index % 5),
}));

/** A lease of any kind with any terms, m² and days. */
export const anyLease: fc.Arbitrary<ChargeableLease> = fc
  .record({
    kind: fc.constantFrom("internal" as const, "thirdPartyIn" as const, "thirdPartyOut" as const),
    ...{ validFrom: day, validTo: fc.option(day), knownFrom: day, terms, areas },
  })
  .map(({ terms: some, areas: rooms, ...lease }) => ({
    ...lease,
    basis: { terms: some, areas: rooms, figures },
  }));
