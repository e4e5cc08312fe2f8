import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#domain/day-count.ts";
import { leaseLevels } from "#domain/lease/lease-levels.ts";
import { rentLines, type RentBasisData } from "#domain/rent/rent-lines.ts";
import type { RentTerm } from "#domain/rent/rent-term.ts";

const term = (change: Partial<RentTerm>): RentTerm => ({
  ...{ id: "a", kind: "base", part: null, basis: "perM2", yearlyOre: 1_000_00, regulation: null },
  ...{ phaseIn: null, source: "", validFrom: "2024-01-01", validTo: null, ...change },
});

const regulation = { baseMonth: "2023-10-01", adjustsInMonth: 1, monthsBefore: 3, cap: null, floor: null };
const figures = [
  { month: "2023-10-01", value: 100 },
  { month: "2024-10-01", value: 102 },
];

test("100 m² at 1,000 kr cost 100,000 a year, and 102,000 once the index has risen by 2 %", () => {
  const data = {
    terms: [term({ regulation })],
    areas: [{ areaM2: 100, validFrom: "2024-01-01", validTo: null }],
    figures,
  };
  expect(leaseLevels(data, { validFrom: "2024-01-01", validTo: null })).toEqual([
    { validFrom: "2024-01-01", validTo: "2025-01-01", areaM2: 100, yearlyOre: 100_000_00 },
    { validFrom: "2025-01-01", validTo: null, areaM2: 100, yearlyOre: 102_000_00 },
  ]);
});

test("m² that go are a step of their own, and what is the same before and after is one level", () => {
  const data = {
    terms: [term({})],
    areas: [
      { areaM2: 60, validFrom: "2024-01-01", validTo: null },
      { areaM2: 40, validFrom: "2024-01-01", validTo: "2024-06-01" },
      { areaM2: 40, validFrom: "2024-06-01", validTo: "2024-09-01" },
    ],
    figures: [],
  };
  const levels = leaseLevels(data, { validFrom: "2024-01-01", validTo: "2026-01-01" });
  expect(levels.map(({ validFrom, areaM2 }) => [validFrom, areaM2])).toEqual([
    ["2024-01-01", 100],
    ["2024-09-01", 60],
  ]);
  expect(levels.at(-1)!.validTo).toBe("2026-01-01");
});

test("without lines, or where the index lacks the month that was agreed, the rent is unknown and never nought", () => {
  const areas = [{ areaM2: 10, validFrom: "2024-01-01", validTo: null }];
  const period = { validFrom: "2024-01-01", validTo: null };
  const none: RentBasisData = { terms: [], areas, figures };
  expect(leaseLevels(none, period)[0]!.yearlyOre).toBeNull();
  const early = { ...regulation, baseMonth: "2019-10-01" };
  expect(
    leaseLevels({ terms: [term({ regulation: early })], areas, figures }, period)[0]!.yearlyOre,
  ).toBeNull();
});

test("levels follow one another without a gap, and each is what the lines of its first day come to", () => {
  const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays("2024-01-01", days));
  const area = fc.record({
    areaM2: fc.integer({ min: 1, max: 900 }),
    validFrom: day,
    validTo: fc.option(day),
  });
  const base = fc.record({ yearlyOre: fc.integer({ min: 0, max: 5_000_00 }), validFrom: day });
  fc.assert(
    fc.property(
      fc.array(area, { maxLength: 5 }),
      fc.array(base, { minLength: 1, maxLength: 4 }),
      (areas, some) => {
        const sound = areas.filter(({ validFrom, validTo }) => validTo === null || validTo > validFrom);
        const terms = some.map((one, index) => term({ id: String(index), ...one, regulation }));
        const data = { terms, areas: sound, figures };
        const levels = leaseLevels(data, { validFrom: "2024-01-01", validTo: "2026-12-31" });
        levels.forEach((level, index) => {
          expect(level.validTo).toBe(levels[index + 1]?.validFrom ?? "2026-12-31");
          const known = { ...data, figures: [...figures, { month: "2025-10-01", value: 102 }] };
          const answer = rentLines(known, level.validFrom, addDays(level.validFrom, 1));
          if (!answer.ok) throw new Error(answer.month);
          const yearly = answer.value.lines.reduce((sum, line) => sum + Math.round(line.yearlyOre), 0);
          expect(level.yearlyOre).toBe(yearly);
        });
      },
    ),
  );
});
