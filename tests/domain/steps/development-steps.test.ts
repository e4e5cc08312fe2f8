import { expect, test } from "vitest";
import { developmentSteps, stepTally, type StepFacts } from "#domain/steps/development-steps.ts";

/** The city as the report of 2013 found it. */
const then: StepFacts = {
  ...{ outsideBuildings: 420, outsideM2: 450_000, wholeM2: 2_950_000, leases: 400, unknownLeases: 142 },
  ...{ newLeases: 0, newLeasesEntered: 0, portfolioM2: 2_500_000, digitisedM2: 670_000, surveyedM2: 900_000 },
  ...{ councilChairs: 1, councilMembers: 1 },
  ...{ useKnownM2: 0, units: 600, unitsWithLeader: 600, openGaps: 3, services: 40, pricedServices: 40 },
  ...{ ordersMet: 90, ordersMissed: 10, ordersUnmeasured: 5 },
};
const itemOf = (key: string, facts = then) => developmentSteps(facts).find((item) => item.key === key)!;

test("142 unknown leases and 1,830,000 m² that are not digitised stand as missing, with the way to them", () => {
  expect(itemOf("unknownLeases")).toMatchObject({ state: "missing", missing: 142, done: 258, of: 400 });
  expect(itemOf("digitised")).toMatchObject({ missing: 1_830_000, unit: "m2" });
  expect(itemOf("digitised").to).toContain("digitised=false");
});

test("what is all there is met, and leads nowhere", () => {
  expect(itemOf("anchoring")).toMatchObject({ state: "met", missing: 0, to: null });
  expect(itemOf("unknownLeases", { ...then, unknownLeases: 0 }).state).toBe("met");
  expect(itemOf("division", { ...then, openGaps: 0 })).toMatchObject({ state: "met", to: null });
});

test("what nobody can measure is unmeasured, and never met", () => {
  expect(["idea", "committees", "projectLead", "entered"].map((key) => itemOf(key).state)).toEqual(
    Array(4).fill("unmeasured"),
  );
  expect(stepTally(developmentSteps(then), 2)).toEqual({ met: 0, missing: 0, unmeasured: 3, all: 3 });
});

test("a chair and two members make a council", () => {
  expect(itemOf("council")).toMatchObject({ state: "missing", done: 2, missing: 1, to: "/council" });
  expect(itemOf("council", { ...then, councilMembers: 5 }).state).toBe("met");
});

test("each demand stands under one step, and tallies add up", () => {
  const items = developmentSteps(then);
  expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
  const all = ([1, 2, 3] as const).map((step) => stepTally(items, step));
  expect(all.reduce((sum, { met, missing, unmeasured }) => sum + met + missing + unmeasured, 0)).toBe(
    items.length,
  );
});
