import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultMatrix } from "#domain/responsibility/default-matrix.ts";
import { findHoles } from "#domain/responsibility/find-holes.ts";
import { groupRules } from "#domain/responsibility/group-rules.ts";
import type { ResponsibilityRule } from "#domain/responsibility/responsibility-rule.ts";
import { RuleForm } from "#domain/responsibility/rule-form.ts";
import { causes, itemLocations, responsibilityTenures } from "#domain/responsibility/terms.ts";

const cell = fc.record({
  itemCode: fc.constantFrom(null, "window", "floor"),
  location: fc.constantFrom(null, ...itemLocations),
  cause: fc.constantFrom(null, ...causes),
  tenure: fc.constantFrom(null, ...responsibilityTenures),
  answer: fc.constantFrom("a", "b"),
});
const keyOf = (rule: { itemCode: unknown; location: unknown; cause: unknown; tenure: unknown }) =>
  [rule.itemCode, rule.location, rule.cause, rule.tenure].join();

test("rules drawn together into rows say what they said apart: each cell once, with its own answer", () => {
  fc.assert(
    fc.property(fc.uniqueArray(cell, { maxLength: 60, selector: keyOf }), (rules) => {
      const cells = groupRules(rules, ({ answer }) => answer).flatMap((group) => {
        expect(new Set(group.rules.map(({ answer }) => answer)).size).toBe(1);
        return group.items.flatMap((itemCode) =>
          group.locations.flatMap((location) =>
            group.causes.flatMap((cause) =>
              group.tenures.map(
                (tenure) => `${keyOf({ itemCode, location, cause, tenure })} ${group.rules[0]!.answer}`,
              ),
            ),
          ),
        );
      });
      expect(cells.sort()).toEqual(rules.map((rule) => `${keyOf(rule)} ${rule.answer}`).sort());
    }),
  );
});

const rules: ResponsibilityRule[] = defaultMatrix.map((rule, index) => ({
  ...{ id: String(index), level: "default", administrationId: null, contractId: null, teamId: null, ...rule },
}));

test("the first version is silent on two tenures of three, in one hole, and the second on nothing", () => {
  const { holes, silent, asked } = findHoles(rules, ["window", "fence"], "2014-01-01");
  expect([silent, asked]).toEqual([120, 180]);
  expect(holes).toEqual([
    {
      ...{ items: ["window", "fence"], locations: [...itemLocations], causes: [...causes] },
      ...{ tenures: ["thirdParty", "selfGoverning"], count: 120 },
    },
  ]);
  expect(findHoles(rules, ["window", "fence"], "2026-11-20").holes).toEqual([]);
});

const typed = {
  ...{
    level: "default",
    administrationId: "",
    contractNumber: "",
    itemCode: "",
    location: "",
    cause: "",
    tenure: "",
  },
  ...{
    from: "2026-12-01",
    executor: "unit",
    payer: "unit",
    payerSharePercent: "100",
    otherPayer: "landlord",
  },
  ...{
    teamId: "",
    budgetLine: "Konto",
    slaCode: "standard",
    clauseDa: "Sådan.",
    clauseEn: "So.",
    source: "Brev",
  },
};
const faults = (parts: Partial<typeof typed>) => {
  const parsed = RuleForm.safeParse({ ...typed, ...parts });
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]);
};

test("a form about a rule is read as it is meant, and names each field that cannot be", () => {
  expect(RuleForm.parse(typed)).toMatchObject({
    itemCode: null,
    location: null,
    teamId: null,
    otherPayer: null,
  });
  expect(RuleForm.parse({ ...typed, payerSharePercent: "66.666" })).toMatchObject({
    ...{ payerSharePercent: 66.67, otherPayer: "landlord" },
  });
  expect(faults({ payerSharePercent: "60", otherPayer: "" })).toEqual(["otherPayer"]);
  expect(faults({ payerSharePercent: "60", otherPayer: "unit" })).toEqual(["otherPayer"]);
  expect(faults({ payerSharePercent: "0" })).toEqual(["payerSharePercent"]);
  expect(faults({ payerSharePercent: "0.001", otherPayer: "landlord" })).toEqual(["payerSharePercent"]);
  expect(faults({ payerSharePercent: "100.01" })).toEqual(["payerSharePercent"]);
  expect(faults({ from: "2026-02-30", clauseDa: "  ", location: "attic" })).toEqual([
    "from",
    "clauseDa",
    "location",
  ]);
  expect(faults({ level: "administration" })).toEqual(["administrationId"]);
  expect(faults({ level: "lease" })).toEqual(["contractNumber"]);
});
