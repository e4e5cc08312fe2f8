import { expect, test } from "vitest";
import { runPlacing } from "#app/jobs/placing/run-placing.ts";
import type { CaseCondition, CaseInputs, CasePremises, CaseUnit } from "#domain/colocation/case-inputs.ts";
import { blockersOf } from "#domain/colocation/optimise/placing-rules.ts";

const unit = (id: string, areaM2: number): CaseUnit => ({
  ...{ id, unitId: id, name: `Enhed ${id}`, kind: "office", administrationId: "a", administration: "ØKF" },
  ...{
    employees: 10,
    hours: [],
    observed: null,
    needs: [{ roomFunction: "workplace", places: 10, areaM2, mayShare: false }],
  },
  today: [{ premisesId: `p${id}`, areaM2, rentOre: 0 }],
});

const premises = (id: string, areaM2: number, externalRentOre: number): CasePremises => ({
  ...{ id, kind: "building", buildingId: id, name: `Lokaler ${id}`, address: "Glasvej 1", position: null },
  ...{
    tenure: "leasedIn",
    areaM2,
    othersM2: 0,
    internalRentOrePerM2: 0,
    externalRentOre,
    lease: null,
    backlogOre: 0,
  },
  ...{ whenVacated: "endLease", exitOn: null, capacity: [] },
});

const standing = (unitId: string, premisesId: string, is: "assigned" | "pinned" | "forbidden") => ({
  ...{ unitId, premisesId, standing: is, order: null, fromDay: null },
});

/** Three units in premises of their own; all of them fit into the largest. */
const inputs = (given: Partial<CaseInputs> = {}): CaseInputs => ({
  case: {
    ...{
      id: "c",
      number: "SAM-2026-001",
      name: "Sag",
      purpose: null,
      status: "draft",
      ownerAccountId: "x",
      ownerName: "X",
    },
    ...{ priceYear: 2026, horizonYears: 20, startOn: "2027-01-01", ratesAsOf: "2026-11-20", version: 1 },
  },
  readOn: "2026-11-20",
  units: [unit("1", 200), unit("2", 200), unit("3", 300)],
  premises: [
    premises("p1", 800, 80_000_000),
    premises("p2", 250, 40_000_000),
    premises("p3", 350, 50_000_000),
  ],
  scenarios: [
    {
      ...{ id: "s", name: "Som i dag", isBase: true, copiedFromId: null, dependencies: [] },
      placements: [
        standing("1", "p1", "assigned"),
        standing("2", "p2", "assigned"),
        standing("3", "p3", "assigned"),
      ],
    },
  ],
  ...{ conditions: [], assumptions: [], ...given },
});

const condition = (id: string, of: Partial<CaseCondition>): CaseCondition => ({
  ...{
    id,
    unitId: "1",
    strength: "hard",
    kind: "apart",
    otherUnitId: null,
    premisesId: null,
    distanceMeters: null,
  },
  ...{ yearlyPriceOre: null, words: `Vilkår ${id}`, ...of },
});

const ask = (
  given: CaseInputs,
  limits = { budgetOre: null as number | null, paybackYears: null as number | null },
) =>
  runPlacing({
    question: { inputs: given, scenario: given.scenarios[0]!, limits },
    force: null,
    secondsAtMost: 10,
  });

test("everyone moves together where that is cheapest, and it is known to be the best", async () => {
  const found = await ask(inputs());
  if (found.kind !== "placed") throw new Error(found.kind);
  expect(new Set(found.placed.values())).toEqual(new Set(["p1"]));
  expect(found.boundOre / found.ore).toBeGreaterThan(0.998);
});

test("without money to move everyone stays, and who must be apart is apart", async () => {
  const stays = await ask(inputs(), { budgetOre: 0, paybackYears: null });
  if (stays.kind !== "placed") throw new Error(stays.kind);
  expect([...stays.placed]).toEqual([
    ["1", "p1"],
    ["2", "p2"],
    ["3", "p3"],
  ]);
  const apart = await ask(inputs({ conditions: [condition("a", { otherUnitId: "3" })] }));
  if (apart.kind !== "placed") throw new Error(apart.kind);
  expect(apart.placed.get("1")).not.toBe(apart.placed.get("3"));
});

test("rules that cannot be kept together are named, and no others", async () => {
  const conditions = [
    condition("together", { kind: "together", otherUnitId: "2" }),
    condition("innocent", { unitId: "3", kind: "notHere", premisesId: "p2" }),
    condition("only", { unitId: "2", kind: "onlyHere", premisesId: "p2" }),
  ];
  const found = await ask(inputs({ conditions }));
  if (found.kind !== "impossible") throw new Error(found.kind);
  expect(found.conflict!.map((rule) => ("id" in rule ? rule.id : rule.kind)).sort()).toEqual([
    "only",
    "together",
  ]);
});

test("why not: room and rules are told in turn", () => {
  const given = inputs({ conditions: [condition("n", { unitId: "3", kind: "notHere", premisesId: "p2" })] });
  const [scenario] = given.scenarios;
  const blockers = blockersOf(given, scenario!, given.units[2]!, given.premises[1]!);
  expect(blockers).toEqual([
    { kind: "tooSmall", neededM2: 300, thereM2: 250 },
    { kind: "condition", conditionId: "n", words: "Vilkår n" },
  ]);
});
