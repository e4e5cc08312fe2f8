import fc from "fast-check";
import type { PlanProblem } from "#domain/plan/plan-problem.ts";

/** Plans small enough to be solved by looking at every one, with pins, bans and earmarks. */
export const smallProblem = (mostWorks: number, years: number): fc.Arbitrary<PlanProblem> =>
  fc
    .record({
      works: fc.array(
        fc.record({
          building: fc.integer({ min: 0, max: 2 }),
          costOre: fc.integer({ min: 1_000, max: 100_000 }),
          growth: fc.constantFrom(0.03, 0.06, 0.09),
          damageShare: fc.double({ min: 0, max: 0.3, noNaN: true }),
          earmark: fc.constantFrom(null, "energy"),
          fate: fc.constantFrom("free", "free", "free", "pinned", "forbidden"),
          pin: fc.integer({ min: 0, max: years - 1 }),
        }),
        { minLength: 1, maxLength: mostWorks },
      ),
      setups: fc.array(fc.integer({ min: 0, max: 60_000 }), { minLength: 3, maxLength: 3 }),
      budgets: fc.array(fc.integer({ min: 0, max: 150_000 }), { minLength: years, maxLength: years }),
      energyShare: fc.constantFrom(0, 0.2, 0.8),
    })
    .map(({ works, setups, budgets, energyShare }) => ({
      works: works.map(({ building, costOre, growth, damageShare, earmark }, index) => ({
        ...{ id: `w${index}`, buildingId: `b${building}`, costOre, growth, earmark },
        yearlyDamageOre: costOre * damageShare,
      })),
      setupOre: Object.fromEntries(setups.map((ore, index) => [`b${index}`, ore])),
      years: budgets.map((budgetOre) => ({ budgetOre, earmarksOre: { energy: budgetOre * energyShare } })),
      discount: 0.035,
      pinned: Object.fromEntries(
        works.flatMap(({ fate, pin }, index) => (fate === "pinned" ? [[`w${index}`, pin]] : [])),
      ),
      forbidden: works.flatMap(({ fate }, index) => (fate === "forbidden" ? [`w${index}`] : [])),
    }));

/** Every way to place works in years or leave them out. */
export function* everyPlan(works: number, years: number): Generator<(number | null)[]> {
  for (let code = 0; code < (years + 1) ** works; code += 1) {
    let rest = code;
    yield Array.from({ length: works }, () => {
      const year = rest % (years + 1);
      rest = Math.floor(rest / (years + 1));
      return year === years ? null : year;
    });
  }
}
