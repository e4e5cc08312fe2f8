import fc from "fast-check";
import { expect, test } from "vitest";
import type { Grade } from "#domain/backlog/priority-matrix.ts";
import { planRatesOf, type OpenWork } from "#domain/plan/open-work.ts";
import type { PlanQuestion } from "#domain/plan/plan-question.ts";
import { reckonings, reckonPlan } from "#domain/plan/reckon-plan.ts";
import type { Condition } from "#domain/portfolio-row.ts";

const firstYear = 2027;
const years = 3;

const anyWork = fc.record({
  building: fc.integer({ min: 0, max: 2 }),
  costOre: fc.integer({ min: 1_000_00, max: 900_000_00 }),
  condition: fc.constantFrom<Condition>(3, 4, 5, 6),
  consequence: fc.constantFrom<Grade>(1, 3, 5),
  earmark: fc.constantFrom(null, "energy"),
  isDemanded: fc.constantFrom(false, false, true),
  choice: fc.constantFrom(undefined, undefined, null, 2027, 2029, 2040),
  orderedYear: fc.constantFrom(null, null, null, 2028),
});

const anyQuestion: fc.Arbitrary<PlanQuestion> = fc
  .record({
    works: fc.array(anyWork, { maxLength: 14 }),
    budgets: fc.array(fc.integer({ min: 0, max: 1_500_000_00 }), { minLength: years, maxLength: years }),
    own: fc.constantFrom<Record<string, number>>({}, { energy: 0.3 }, { BUF: 0.5 }),
  })
  .map(({ works, budgets, own }) => {
    const open = works.map(({ building, choice: _, ...work }, index): OpenWork => ({
      ...{ ...work, id: `w${index}`, buildingId: `b${building}` },
      administration: building === 0 ? "BUF" : null,
    }));
    return {
      ...{ firstYear, works: open, rates: planRatesOf({}), replacementOre: 1e10 },
      elements: open.map(({ id, condition, costOre }, index) => ({
        ...{
          workId: id,
          elementId: `e${Math.floor(index / 2)}`,
          condition,
          valueOre: costOre * 2,
          shareToRepair: 0.8,
        },
      })),
      valueByCondition: [1e9, 1e9, 1e10, 1e10, 1e10, 1e10],
      years: budgets.map((budgetOre) => ({
        budgetOre,
        earmarksOre: Object.fromEntries(
          Object.entries(own).map(([key, share]) => [key, Math.floor(budgetOre * share)]),
        ),
      })),
      choices: Object.fromEntries(
        works.flatMap(({ choice }, index) => (choice === undefined ? [] : [[`w${index}`, choice]])),
      ),
    };
  });

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

test("no year spends more than it has, every work lies in one place, and parts sum to wholes", () => {
  fc.assert(
    fc.property(anyQuestion, fc.constantFrom(...reckonings), (question, method) => {
      const { works, result, totalOre, boundOre } = reckonPlan(question, { method, rounds: 10 });
      expect(works.map(({ workId }) => workId)).toEqual(question.works.map(({ id }) => id));
      for (const figures of result.years) {
        const own = works.filter(({ year }) => year === figures.year);
        const setup = new Set(own.map(({ buildingId }) => buildingId)).size * question.rates.siteSetupOre;
        expect(figures.spentOre).toBe(sum(own.map(({ costOre }) => costOre)) + setup);
        expect(figures.spentOre).toBeLessThanOrEqual(figures.budgetOre);
        expect(sum(Object.values(figures.byAdministration))).toBe(figures.spentOre);
        expect(sum(figures.end.conditions)).toBeCloseTo(1);
        expect(Math.min(...figures.end.conditions)).toBeGreaterThanOrEqual(-1e-9);
      }
      const left = works.filter(({ year }) => year === null);
      expect(result.years.at(-1)!.end.worksLeft).toBe(left.length);
      expect(boundOre).toBeLessThanOrEqual(totalOre);
    }),
    { numRuns: 60 },
  );
});

test("pinned stays pinned or is told as unpaid, forbidden stays out, and what is ordered keeps its year", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      const { works, result } = reckonPlan(question, { rounds: 2 });
      for (const [index, { workId, year, isPinned }] of works.entries()) {
        const told = question.works[index]!.orderedYear ?? question.choices[workId];
        if (told === undefined) continue;
        const isWithin = told !== null && told < firstYear + years;
        expect(year).toBe(isWithin && !result.unpaid.includes(workId) ? told : null);
        if (isPinned) expect(question.choices[workId]).not.toBeNull();
      }
    }),
    { numRuns: 80 },
  );
});

test("what an authority demands goes first, even where something else saves more", () => {
  const work = (id: string, buildingId: string, more: Partial<OpenWork>): OpenWork => ({
    ...{ id, buildingId, administration: null, earmark: null, costOre: 500_000_00, orderedYear: null },
    ...{ condition: 6, consequence: 5, isDemanded: false, ...more },
  });
  const question: PlanQuestion = {
    ...{ firstYear, elements: [], choices: {}, rates: planRatesOf({}), replacementOre: 0 },
    works: [
      work("saves", "a", {}),
      work("demanded", "b", { isDemanded: true, consequence: 1, condition: 5 }),
    ],
    valueByCondition: [0, 0, 0, 0, 0, 0],
    years: [
      { budgetOre: 650_000_00, earmarksOre: {} },
      { budgetOre: 800_000_00, earmarksOre: {} },
    ],
  };
  expect(reckonPlan(question).works.map(({ year }) => year)).toEqual([2028, 2027]);
});
