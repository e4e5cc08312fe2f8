import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadsOf } from "#domain/colocation/capacity.ts";
import { diffScenarios } from "#domain/colocation/diff-scenarios.ts";
import { brokenConditions } from "#domain/colocation/judge-conditions.ts";
import { moveChain } from "#domain/colocation/move-chain.ts";
import { shareHours } from "#domain/colocation/shared-hours.ts";
import { needsOf, placesByHour, weekOf } from "#domain/colocation/unit-week.ts";
import type { CaseCondition, CaseInputs } from "#domain/colocation/case-inputs.ts";
import { hourOfWeek, weekHours } from "#domain/use/use-week.ts";
import { at, premises, smallCase, unit } from "./small-case.ts";

const week = (weekday: number, from: number, to: number, persons: number) =>
  weekOf(unit("x", { hours: [{ weekday, fromHour: from, toHour: to, persons }] })).persons;

describe("Shared hours", () => {
  test("a school by day and an evening school need no more than the larger of the two", () => {
    const shared = shareHours([week(1, 8, 15, 30), week(1, 18, 21, 20)], 30);
    expect(shared).toMatchObject({ sumOfPeaks: 50, peakOfSum: 30, savedPlaces: 20, clashHours: [] });
    expect(shared.diversity).toBeCloseTo(5 / 3, 12);
  });

  test("who comes the minute others leave clashes with them for the half hour of changing over", () => {
    const shared = shareHours([week(2, 8, 12, 10), week(2, 12, 16, 10)], 10);
    expect(shared).toMatchObject({ sumOfPeaks: 20, peakOfSum: 20 });
    expect(shared.clashHours).toEqual([hourOfWeek(2, 12)]);
    const apart = shareHours([week(2, 8, 12, 10), week(2, 13, 16, 10)], 10);
    expect(apart.clashHours).toEqual([]);
  });

  test("Sunday night goes over into Monday", () => {
    const shared = shareHours([week(7, 20, 24, 5), week(1, 0, 2, 5)], 5);
    expect(shared.clashHours).toEqual([0]);
  });

  test("a law: together they need no less than the largest and no more than all, and alone nothing is saved", () => {
    const anyWeek = fc.array(fc.nat(50), { minLength: weekHours, maxLength: weekHours });
    fc.assert(
      fc.property(fc.array(anyWeek, { minLength: 1, maxLength: 4 }), (weeks) => {
        const { sumOfPeaks, peakOfSum, savedPlaces } = shareHours(weeks, null);
        expect(peakOfSum).toBeLessThanOrEqual(sumOfPeaks);
        expect(peakOfSum).toBeGreaterThanOrEqual(Math.max(...weeks.map((one) => Math.max(...one))));
        if (weeks.length === 1) expect(savedPlaces).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe("A unit's week", () => {
  test("is what the planner wrote, else what was observed, else Monday to Friday eight to four", () => {
    const persons = new Array<number>(weekHours).fill(3);
    const observed = { source: "count" as const, weeks: 12, persons };
    expect(weekOf(unit("x", { observed })).source).toBe("count");
    expect(
      weekOf(unit("x", { observed, hours: [{ weekday: 1, fromHour: 9, toHour: 10, persons: 7 }] })),
    ).toMatchObject({ source: "planner" });
    const usual = weekOf(unit("x", { employees: 4 }));
    expect(usual.source).toBe("usual");
    expect(usual.persons.reduce((sum, one) => sum + one, 0)).toBe(5 * 8 * 4);
    expect(placesByHour([0, 5, 10], 4)).toEqual([0, 2, 4]);
    expect(needsOf(unit("x", { employees: 10 }))).toMatchObject([{ roomFunction: "workplace", places: 7 }]);
  });
});

const sharingCase = (): CaseInputs => {
  const inputs = smallCase();
  const need = (mayShare: boolean) => [
    { roomFunction: "activity" as const, places: 20, areaM2: 100, mayShare },
    { roomFunction: "storage" as const, places: 5, areaM2: 10, mayShare: false },
  ];
  inputs.units[0]!.needs = need(true);
  inputs.units[0]!.hours = [{ weekday: 1, fromHour: 8, toHour: 12, persons: 9 }];
  inputs.units[1]!.needs = need(true);
  inputs.units[1]!.hours = [{ weekday: 1, fromHour: 14, toHour: 18, persons: 3 }];
  inputs.premises[1]!.capacity = [
    { roomFunction: "activity", places: 25, areaM2: 120 },
    { roomFunction: "storage", places: 8, areaM2: 20 },
  ];
  return inputs;
};

describe("Capacity", () => {
  test("lets those who may share use a room in turn, and gives each its own store", () => {
    const inputs = sharingCase();
    const own = loadsOf(inputs, inputs.scenarios[1]!).find(({ premisesId }) => premisesId === "own")!;
    const [activity, storage] = own.functions;
    expect(activity).toMatchObject({ neededPlaces: 20, isOver: false, shared: { savedPlaces: 20 } });
    expect(storage).toMatchObject({ ownPlaces: 10, capacityPlaces: 8, isOver: true, shared: null });
    expect(own).toMatchObject({ isOver: true, neededM2: 220, freeM2: 1_000 });
    inputs.units[1]!.needs[0]!.mayShare = false;
    const again = loadsOf(inputs, inputs.scenarios[1]!).find(({ premisesId }) => premisesId === "own")!;
    expect(again.functions[0]).toMatchObject({ neededPlaces: 40, isOver: true });
  });

  test("says nothing of functions where nobody has said what there is", () => {
    const inputs = smallCase();
    const [rented] = loadsOf(inputs, inputs.scenarios[0]!);
    expect(rented!.functions).toMatchObject([{ capacityPlaces: null, isOver: false }]);
    expect(rented).toMatchObject({ neededM2: 1_000, freeM2: 1_000, isOver: false });
  });
});

describe("Conditions of users", () => {
  const condition = (given: Partial<CaseCondition>): CaseCondition => ({
    ...{ id: "c", unitId: "a", strength: "hard", kind: "apart", otherUnitId: null, premisesId: null },
    ...{ distanceMeters: null, yearlyPriceOre: null, words: "Ikke samme indgang", ...given },
  });
  const broken = (given: Partial<CaseCondition>, change?: (inputs: CaseInputs) => void) => {
    const inputs = smallCase({ conditions: [condition(given)] });
    change?.(inputs);
    return brokenConditions(inputs, inputs.scenarios[1]!).length === 1;
  };

  test("are met or broken by where a scenario has the units", () => {
    expect(broken({ kind: "apart", otherUnitId: "b" })).toBe(true);
    expect(broken({ kind: "together", otherUnitId: "b" })).toBe(false);
    expect(broken({ kind: "notHere", premisesId: "own" })).toBe(true);
    expect(broken({ kind: "onlyHere", premisesId: "own" })).toBe(false);
    const far = (inputs: CaseInputs) => (inputs.premises[1]!.position = [12.6, 55.7]);
    expect(broken({ kind: "within", distanceMeters: 4_000 }, far)).toBe(true);
    expect(broken({ kind: "within", distanceMeters: 8_000 }, far)).toBe(false);
    const nowhere = (inputs: CaseInputs) => (inputs.scenarios[1]!.placements = []);
    expect(broken({ kind: "onlyHere", premisesId: "own" }, nowhere)).toBe(false);
  });
});

describe("A chain of moves", () => {
  /** a goes where c is, c goes to a house that has room. */
  const chained = () => {
    const inputs = smallCase();
    inputs.premises.push(premises("third", { areaM2: 2_000, othersM2: 500 }));
    inputs.premises[1] = premises("own", { areaM2: 600 });
    inputs.units.push(unit("c", { today: [{ premisesId: "own", areaM2: 600, rentOre: 0 }] }));
    inputs.scenarios[0]!.placements.push(at("c", "own"));
    inputs.scenarios[1]!.placements = [at("a", "own"), at("b", "rented"), at("c", "third")];
    return inputs;
  };

  test("lets who must make room go first, and says what a month costs", () => {
    const inputs = chained();
    const chain = moveChain(inputs, inputs.scenarios[1]!);
    expect(chain.map(({ unitId, step }) => [unitId, step])).toEqual([
      ["c", 1],
      ["a", 2],
    ]);
    expect(chain[1]!.waitsFor).toEqual([{ unitId: "c", why: "room", reason: null }]);
    inputs.scenarios[1]!.placements = [at("a", "third"), at("b", "third"), at("c", "own")];
    // A month of 1,000,000 a year in rent, and of energy of the 1,000 m² that are woken less those that fall asleep.
    const [first] = moveChain(inputs, inputs.scenarios[1]!);
    expect(first!.monthLaterOre).toBeGreaterThan(80_000_00);
    expect(first!.monthLaterOre).toBeLessThan(90_000_00);
  });

  test("sees who is planned before what it waits for, and who waits in a circle", () => {
    const inputs = chained();
    const { placements, dependencies } = inputs.scenarios[1]!;
    placements[2] = at("c", "third", { fromDay: "2014-06-01" });
    expect(moveChain(inputs, inputs.scenarios[1]!)[1]).toMatchObject({ unitId: "a", isTooEarly: true });
    dependencies.push({ unitId: "c", afterUnitId: "a", reason: "Aftale" });
    expect(moveChain(inputs, inputs.scenarios[1]!).map(({ step }) => step)).toEqual([null, null]);
  });
});

describe("The difference between two scenarios", () => {
  test("is told unit by unit, and nothing differs from itself", () => {
    const inputs = smallCase();
    const [base, together] = inputs.scenarios as [(typeof inputs.scenarios)[0], (typeof inputs.scenarios)[0]];
    expect(diffScenarios(inputs, together, together)).toEqual([]);
    expect(diffScenarios(inputs, base, together)).toEqual([
      { kind: "moved", unitId: "a", beforeId: "rented", afterId: "own" },
      { kind: "moved", unitId: "b", beforeId: "rented", afterId: "own" },
    ]);
    const other = {
      ...together,
      placements: [
        at("a", "own", { standing: "pinned", fromDay: "2015-01-01" }),
        at("b", "rented", { standing: "forbidden" }),
      ],
    };
    expect(diffScenarios(inputs, together, other)).toEqual([
      { kind: "day", unitId: "a", before: null, after: "2015-01-01" },
      { kind: "pinned", unitId: "a", premisesId: "own" },
      { kind: "moved", unitId: "b", beforeId: "own", afterId: null },
      { kind: "forbidden", unitId: "b", premisesId: "rented" },
    ]);
  });
});
