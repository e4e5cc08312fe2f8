import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { economyOf, scenarioEconomy, withoutMove } from "#domain/colocation/case-economy.ts";
import type { CaseAssumption, CaseInputs } from "#domain/colocation/case-inputs.ts";
import { turnKnob, uncertaintyOf } from "#domain/colocation/case-uncertainty.ts";
import { caseValuesOf, lookUp } from "#domain/colocation/case-values.ts";
import { sumOfLines } from "#domain/colocation/flow-lines.ts";
import { caseAssumptionKeys, priceLevelOf } from "#domain/colocation/usual-assumptions.ts";
import { shareOfYears } from "#domain/colocation/years-between.ts";
import { at, premises, smallCase, unit } from "./small-case.ts";

const own = (key: string, base: number, given: Partial<CaseAssumption> = {}): CaseAssumption => ({
  ...{ id: key, key, premisesId: null, unitId: null, low: base, base, high: base, unit: "øre" },
  ...{ source: "Prøve", owner: "KEjd", ...given },
});

const together = (inputs: CaseInputs) => scenarioEconomy(inputs, inputs.scenarios[1]!);
const line = (inputs: CaseInputs, kind: string, party: string) =>
  together(inputs).lines.find((one) => one.kind === kind && one.party === party)?.flowsOre ?? null;

describe("The city's view", () => {
  test("counts the external rent that ends, what moving and refurbishing costs, and never the internal rent", () => {
    const inputs = smallCase();
    const { municipality, lines } = together(inputs);
    // Moving 30 × 6,000; refurbishing 1,000 m² × 3,000; restoring 1,000 m² × 600; 15 % on top.
    expect(municipality.flowsOre[0]).toBe(Math.round(-(180_000_00 + 3_000_000_00 + 600_000_00) * 1.15));
    // Rent 1,000,000 ends. Energy: 1,000 m² × 115 there, and the same woken here. FM goes along.
    expect(municipality.flowsOre[1]).toBe(1_000_000_00);
    expect(municipality.flowsOre).toHaveLength(21);
    expect(lines.some(({ kind }) => kind === "internalRent")).toBe(true);
    expect(municipality).toMatchObject({ onceOre: -4_347_000_00, yearlyOre: 1_000_000_00 });
    expect(municipality.paybackYears).toBeCloseTo(4.347, 9);
    expect(municipality.verdict).toBe("meetsDemand");
  });

  test("gives each party its own, and their sum is the city's: internal rent only moves", () => {
    const inputs = smallCase();
    const { municipality, parties } = together(inputs);
    expect(parties.map(({ party }) => party)).toEqual(["BIF", "KEjd", "SOF"]);
    const sum = sumOfLines(
      parties.map(({ party, flowsOre }) => ({ party, kind: "sale", flowsOre })),
      20,
    );
    expect(sum).toEqual(municipality.flowsOre);
    // 600 m² at 1,000 kr. become 600 m² at 700; KEjd loses what SOF saves.
    expect(line(inputs, "internalRent", "SOF")![1]).toBe(180_000_00);
    expect(line(inputs, "internalRent", "KEjd")![1]).toBe(-300_000_00);
  });

  test("does not end a lease while anybody stays, or before it can be left", () => {
    const stays = smallCase();
    stays.scenarios[1]!.placements = [at("a", "own"), at("b", "rented")];
    expect(line(stays, "externalRent", "KEjd")).toBeNull();
    const others = smallCase();
    others.premises[0]!.othersM2 = 50;
    expect(line(others, "externalRent", "KEjd")).toBeNull();
    const bound = smallCase();
    bound.premises[0]!.lease!.nonTerminableUntil = "2016-07-02";
    const rent = line(bound, "externalRent", "KEjd")!;
    expect(rent.slice(1, 3)).toEqual([0, 0]);
    expect(rent[3]! / 1_000_000_00).toBeCloseTo(0.5, 2);
    expect(rent[4]).toBe(1_000_000_00);
  });

  test("ends a bound lease at once where it is bought out, for that price", () => {
    const inputs = smallCase({ assumptions: [own("buyOut", 500_000_00)] });
    inputs.premises[0]!.lease!.nonTerminableUntil = "2019-01-01";
    expect(line(inputs, "buyOut", "KEjd")![0]).toBe(-500_000_00);
    expect(line(inputs, "externalRent", "KEjd")![1]).toBe(1_000_000_00);
  });

  test("sells what it owns with the upkeep it then saves, and lets what it does not sell", () => {
    const inputs = smallCase();
    Object.assign(inputs.premises[0]!, {
      kind: "building",
      tenure: "owned",
      lease: null,
      whenVacated: "sell",
    });
    inputs.premises[0]!.externalRentOre = 0;
    expect(line(inputs, "sale", "KEjd")![0]).toBe(12_000_000_00);
    expect(line(inputs, "maintenance", "KEjd")![1]).toBe(107_000_00);
    inputs.premises[0]!.whenVacated = "let";
    expect(line(inputs, "letIncome", "KEjd")![1]).toBe(800_000_00);
    inputs.premises[0]!.whenVacated = "keep";
    expect(together(inputs).municipality.yearlyOre).toBe(-115_000_00);
  });

  test("converts rooms that the premises lack, and asks for the area that the needs add up to", () => {
    const inputs = smallCase();
    inputs.units = [
      unit("a", {
        today: [{ premisesId: "rented", areaM2: 1_000, rentOre: 0 }],
        needs: [
          { roomFunction: "workplace", places: 20, areaM2: 300, mayShare: false },
          { roomFunction: "confidential", places: 2, areaM2: 20, mayShare: false },
        ],
      }),
    ];
    inputs.premises[1]!.capacity = [{ roomFunction: "workplace", places: 60, areaM2: 900 }];
    // 300 m² × 3,000 and 20 m² × 11,000.
    expect(line(inputs, "refurbish", "KEjd")![0]).toBe(-(900_000_00 + 220_000_00));
    // Cleaning of 1,000 m² becomes that of 320.
    expect(line(inputs, "facilityManagement", "SOF")![1]).toBe(680 * 375_00);
  });

  test("pays later what happens later, and what lies beyond the last year not at all", () => {
    const inputs = smallCase();
    inputs.scenarios[1]!.placements = [at("a", "own", { fromDay: "2016-01-01" }), at("b", "own")];
    const move = line(inputs, "move", "SOF")!;
    expect(move.findIndex((flow) => flow !== 0)).toBe(2);
    inputs.scenarios[1]!.placements = [at("a", "own", { fromDay: "2050-01-01" }), at("b", "own")];
    expect(line(inputs, "move", "SOF")?.some((flow) => flow !== 0) ?? false).toBe(false);
  });

  test("adds a new lease or building that is then not needed", () => {
    const inputs = smallCase({
      assumptions: [own("avoidedYearly", 100_000_00), own("avoidedOnce", 2_000_000_00)],
    });
    expect(line(inputs, "avoidedOnce", "KEjd")![0]).toBe(2_000_000_00);
    expect(line(inputs, "avoidedYearly", "KEjd")![1]).toBe(100_000_00);
  });

  test("takes a year for the soft conditions that are not met, and says nothing of the base", () => {
    const inputs = smallCase({
      conditions: [
        {
          ...{ id: "c", unitId: "a", strength: "soft", kind: "apart", otherUnitId: "b", premisesId: null },
          ...{ distanceMeters: null, yearlyPriceOre: 50_000_00, words: "Ikke samme indgang" },
        },
      ],
    });
    expect(line(inputs, "softConditions", "SOF")![1]).toBe(-50_000_00);
    expect(economyOf(inputs).map(({ scenarioId }) => scenarioId)).toEqual(["together"]);
  });
});

describe("Each move", () => {
  test("is tried alone: a move that adds nothing is not carried by the others", () => {
    const inputs = smallCase();
    inputs.premises.push(premises("other"));
    inputs.units.push(
      unit("c", { employees: 100, today: [{ premisesId: "other", areaM2: 100, rentOre: 0 }] }),
    );
    inputs.scenarios[0]!.placements.push(at("c", "other"));
    inputs.scenarios[1]!.placements.push(at("c", "own"));
    const { municipality, moves } = together(inputs);
    expect(municipality.verdict).not.toBe("negative");
    const gate = moves.find(({ unitId }) => unitId === "c")!;
    expect(gate.verdict).toBe("negative");
    const without = scenarioEconomy(inputs, withoutMove(inputs, inputs.scenarios[1]!, "c"));
    expect(municipality.npvOre - without.municipality.npvOre).toBe(gate.npvOre);
  });
});

describe("Values", () => {
  test("are the usual ones until the case says otherwise, for all of it or for one of its premises", () => {
    const inputs = smallCase({
      assumptions: [own("energy", 1_00), own("energy", 2_00, { id: "e2", premisesId: "own" })],
    });
    const value = lookUp(caseValuesOf(inputs));
    expect([value("energy"), value("energy", "own"), value("energy", "rented")]).toEqual([1_00, 2_00, 1_00]);
    expect(value("movePerEmployee")).toBe(6_000_00);
    expect(new Set(caseValuesOf(inputs).map(({ assumption }) => assumption))).toEqual(
      new Set(caseAssumptionKeys),
    );
  });

  test("of 2013 are lifted to the case's price year, and what the case says itself is not", () => {
    const inputs = smallCase({ assumptions: [own("energy", 1_00)] });
    inputs.case.priceYear = 2026;
    const value = lookUp(caseValuesOf(inputs));
    expect(value("movePerEmployee")).toBeCloseTo(6_000_00 * 1.02 ** 13, 6);
    expect(value("energy")).toBe(1_00);
    const { low, base, high } = priceLevelOf(2000);
    expect(low < base && base < high).toBe(true);
  });

  test("share years in which they begin", () => {
    expect(shareOfYears(1.25, 3)).toEqual([0, 0, 0.75, 1]);
    expect(shareOfYears(0, 2)).toEqual([0, 1, 1]);
  });
});

describe("How sure it is", () => {
  test("the rent that ends and the works matter most, and chance says the same every time", () => {
    const inputs = smallCase();
    const { tornado, chance } = uncertaintyOf(inputs, inputs.scenarios[1]!);
    expect(
      tornado
        .slice(0, 2)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(["externalRentFactor", "refurbishOwn"]);
    expect(uncertaintyOf(inputs, inputs.scenarios[1]!).chance).toEqual(chance);
    expect(chance.p10Ore).toBeLessThan(chance.p50Ore);
    expect(chance.shareAboveZero).toBeGreaterThan(chance.shareWithinDemand - 1e-9);
  });

  test("one knob says exactly where the verdict turns", () => {
    const inputs = smallCase();
    const knob = turnKnob(inputs, inputs.scenarios[1]!, "refurbishOwn")!;
    expect(knob.atBase.verdict).toBe("meetsDemand");
    // Payback is six years where everything once comes to six million: refurbishing at (6,000,000 / 1.15 − 780,000) / 1,000.
    const [first, second] = knob.turns;
    expect(first).toMatchObject({ below: "meetsDemand", above: "worthOverLife" });
    expect(first!.at / 100).toBeCloseTo((6_000_000 / 1.15 - 780_000) / 1_000, 4);
    expect(second).toMatchObject({ below: "worthOverLife", above: "negative" });
    expect(turnKnob(inputs, inputs.scenarios[1]!, "nothing")).toBeNull();
  });
});

test("A law: whatever moves where, the parties' money is the city's, and no move is no money", () => {
  const place = fc.constantFrom("rented", "own", null);
  fc.assert(
    fc.property(
      place,
      place,
      fc.constantFrom("keep", "endLease", "let"),
      fc.nat(40),
      (a, b, after, others) => {
        const inputs = smallCase();
        inputs.premises[0]!.whenVacated = after;
        inputs.premises[1]!.othersM2 = 1_000 + others * 50;
        inputs.scenarios[1]!.placements = [...(a ? [at("a", a)] : []), ...(b ? [at("b", b)] : [])];
        const { municipality, parties, moves, lines } = together(inputs);
        const sum = parties.reduce((all, { flowsOre }) => all + flowsOre.reduce((x, y) => x + y, 0), 0);
        expect(sum).toBe(municipality.flowsOre.reduce((x, y) => x + y, 0));
        if (moves.length === 0) expect(lines).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});
