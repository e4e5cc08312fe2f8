import { expect, test } from "vitest";
import type { CaseAssumption } from "#domain/colocation/case-inputs.ts";
import { placingOfCase } from "#domain/colocation/optimise/placing-of-case.ts";
import { smallCase } from "./small-case.ts";

const said = (key: string, base: number, given: Partial<CaseAssumption> = {}): CaseAssumption => ({
  ...{ id: `${key} ${base}`, key, premisesId: null, unitId: null, low: base, base, high: base },
  ...{ unit: "øre", source: "Tilbud", owner: "KEjd", ...given },
});

function problemOf(...assumptions: CaseAssumption[]) {
  const inputs = smallCase({ assumptions });
  const limits = { budgetOre: null, paybackYears: null };
  const problem = placingOfCase({ inputs, scenario: inputs.scenarios[1]!, limits });
  const premises = (id: string) => problem.premises.find((one) => one.id === id)!;
  const move = (unit: string) =>
    problem.pairs.find((one) => one.unit === unit && one.premises === "own")!.oneOffOre;
  return { premises, move };
}

test("a proposal is reckoned with the usual values of a case, by hand: 20 who move into 600 m² of the city's own", () => {
  const { premises, move } = problemOf();
  expect(move("a")).toBe(Math.round((20 * 6_000_00 + 600 * 3_000_00) * 1.15));
  expect(premises("rented").yearlyOre).toBe(1_000_000_00 + 1_000 * (375_00 + 115_00 + 107_00));
  // The lease could be left before the case begins: nothing but handing it back.
  expect(premises("rented").leavingOre).toBe(Math.round(1_000 * 600_00 * 1.15));
});

test("what a case says itself is what its proposals are reckoned with, of the unit and the premises that it speaks of", () => {
  const { premises, move } = problemOf(
    said("movePerEmployee", 1_000_00, { unitId: "a" }),
    said("refurbishOwn", 100_00, { premisesId: "own" }),
    said("contingency", 0),
    said("externalRentFactor", 0.5, { premisesId: "rented" }),
    said("energy", 0, { premisesId: "rented" }),
    said("buyOut", 700_000_00, { premisesId: "rented" }),
  );
  expect(move("a")).toBe(20 * 1_000_00 + 600 * 100_00);
  expect(move("b")).toBe(10 * 6_000_00 + 400 * 100_00);
  expect(premises("rented").yearlyOre).toBe(500_000_00 + 1_000 * (375_00 + 107_00));
  expect(premises("rented").leavingOre).toBe(1_000 * 600_00 + 700_000_00);
});
