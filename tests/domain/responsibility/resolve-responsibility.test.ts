import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerFrom } from "#domain/responsibility/answer.ts";
import { usualItems } from "#domain/responsibility/facility-item.ts";
import { rankRules, resolveResponsibility } from "#domain/responsibility/resolve-responsibility.ts";
import type {
  ResponsibilityQuestion,
  ResponsibilityRule,
} from "#domain/responsibility/responsibility-rule.ts";
import { causes, itemLocations, responsibilityTenures, ruleLevels } from "#domain/responsibility/terms.ts";

const base: ResponsibilityRule = {
  ...{ id: "a", level: "default", administrationId: null, contractId: null },
  ...{ itemCode: null, location: null, cause: null, tenure: null, validFrom: "2020-01-01", validTo: null },
  ...{ executor: "landlord", payer: "landlord", payerSharePercent: 100, otherPayer: null, teamId: null },
  ...{ budgetLine: "x", slaCode: "standard", clauseDa: "x", clauseEn: "x", source: "x" },
};
const asked: ResponsibilityQuestion = {
  ...{ itemCode: "window", location: "envelope", cause: "burglary", tenure: "own", on: "2026-11-20" },
  ...{ administrationId: "BUF", contractIds: ["lease"] },
};
const agreement = { level: "administration", administrationId: "BUF" } as const;
const lease = { level: "lease", contractId: "lease" } as const;

describe("precedence", () => {
  test("a lease's clause goes before an agreement and that before the default, however closely the others speak", () => {
    const close = { itemCode: "window", location: "envelope", cause: "burglary", tenure: "own" } as const;
    const rules: ResponsibilityRule[] = [
      { ...base, id: "default", ...close },
      { ...base, id: "agreement", ...agreement, itemCode: "window" },
      { ...base, id: "lease", ...lease },
    ];
    expect(rankRules(rules, asked).map(({ id }) => id)).toEqual(["lease", "agreement", "default"]);
    expect(resolveResponsibility(rules, { ...asked, contractIds: [] })?.id).toBe("agreement");
    expect(resolveResponsibility(rules, { ...asked, contractIds: [], administrationId: "SOF" })?.id).toBe(
      "default",
    );
    expect(resolveResponsibility(rules, { ...asked, administrationId: null })?.id).toBe("lease");
  });

  test.each([
    ["the item", { itemCode: "window" }, { location: "envelope", cause: "burglary", tenure: "own" }],
    ["the place", { location: "envelope" }, { cause: "burglary", tenure: "own" }],
    ["the cause", { cause: "burglary" }, { tenure: "own" }],
    ["the tenure", { tenure: "own" }, {}],
  ] as const)("within a level %s outweighs all that follow", (_name, more, less) => {
    const rules = [
      { ...base, id: "less", ...less },
      { ...base, id: "more", ...more },
    ];
    expect(resolveResponsibility(rules, asked)?.id).toBe("more");
  });

  test("a rule holds from its first day and no longer on the day it ends", () => {
    const rules = [{ ...base, validFrom: "2020-01-01", validTo: "2021-01-01" }];
    const on = (day: string) => resolveResponsibility(rules, { ...asked, on: day }) !== null;
    expect(["2019-12-31", "2020-01-01", "2020-12-31", "2021-01-01"].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});

const days = ["2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01"];
const arbitraryRule = fc
  .record({
    level: fc.constantFrom(...ruleLevels),
    party: fc.constantFrom("one", "two"),
    itemCode: fc.constantFrom(null, "window", "floor"),
    location: fc.constantFrom(null, ...itemLocations),
    cause: fc.constantFrom(null, ...causes),
    tenure: fc.constantFrom(null, ...responsibilityTenures),
    validFrom: fc.constantFrom(...days.slice(0, 2)),
    validTo: fc.constantFrom(null, ...days.slice(2)),
  })
  .map(({ level, party, ...rest }) => ({
    ...{ ...base, ...rest, level },
    administrationId: level === "administration" ? party : null,
    contractId: level === "lease" ? party : null,
  }));
/** As the database keeps them: of one level, party and matter one at a time. */
const arbitraryMatrix = fc
  .uniqueArray(arbitraryRule, {
    maxLength: 40,
    selector: (rule) =>
      [
        rule.level,
        rule.administrationId,
        rule.contractId,
        rule.itemCode,
        rule.location,
        rule.cause,
        rule.tenure,
      ].join(),
  })
  .map((rules): ResponsibilityRule[] => rules.map((rule, index) => ({ ...rule, id: String(100 + index) })));
const arbitraryQuestion: fc.Arbitrary<ResponsibilityQuestion> = fc.record({
  itemCode: fc.constantFrom("window", "floor"),
  location: fc.constantFrom(...itemLocations),
  cause: fc.constantFrom(...causes),
  tenure: fc.constantFrom(...responsibilityTenures),
  on: fc.constantFrom(...days),
  administrationId: fc.constantFrom(null, "one", "two"),
  contractIds: fc.subarray(["one", "two"]),
});

const speaks = (rule: ResponsibilityRule, q: ResponsibilityQuestion) =>
  [
    rule.itemCode === null || rule.itemCode === q.itemCode,
    rule.location === null || rule.location === q.location,
    rule.cause === null || rule.cause === q.cause,
    rule.tenure === null || rule.tenure === q.tenure,
    rule.validFrom <= q.on && (rule.validTo ?? "9999") > q.on,
    rule.level !== "administration" || rule.administrationId === q.administrationId,
    rule.level !== "lease" || q.contractIds.includes(rule.contractId!),
  ].every(Boolean);

describe("whatever the matrix", () => {
  test("exactly one rule answers where any speaks of the matter, it speaks of it itself, and none otherwise", () => {
    fc.assert(
      fc.property(arbitraryMatrix, arbitraryQuestion, (rules, question) => {
        const candidates = rules.filter((rule) => speaks(rule, question));
        const won = resolveResponsibility(rules, question);
        if (candidates.length === 0) return won === null;
        const best = Math.max(...candidates.map((rule) => ruleLevels.indexOf(rule.level)));
        return won !== null && candidates.includes(won) && ruleLevels.indexOf(won.level) === best;
      }),
      { numRuns: 500 },
    );
  });

  test("the order of the rows never changes the answer or the ranking", () => {
    const shuffled = arbitraryMatrix.chain((rules) =>
      fc.tuple(
        fc.constant(rules),
        fc.shuffledSubarray(rules, { minLength: rules.length, maxLength: rules.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, arbitraryQuestion, ([rules, others], question) => {
        const ids = (of: ResponsibilityRule[]) => rankRules(of, question).map(({ id }) => id);
        expect(ids(others)).toEqual(ids(rules));
      }),
      { numRuns: 500 },
    );
  });

  test("of one level, rules of one party never tie: what they name tells them apart", () => {
    fc.assert(
      fc.property(arbitraryMatrix, arbitraryQuestion, (rules, question) => {
        const met = rankRules(rules, { ...question, contractIds: question.contractIds.slice(0, 1) });
        const named = met.map((rule) =>
          [
            rule.level,
            ...[rule.itemCode, rule.location, rule.cause, rule.tenure].map((part) => part !== null),
          ].join(),
        );
        expect(new Set(named).size).toBe(named.length);
      }),
    );
  });
});

test("where the matrix is silent or promises nothing, the answer says so and is never on time by itself", () => {
  const at = new Date("2026-11-20T14:00:00Z");
  const found = answerFrom({ rules: [], items: usualItems, teams: [], targets: [] }, asked, at)!;
  expect(found).toMatchObject({ rule: null, teamId: null, respondBy: null, resolveBy: null, beaten: [] });
  expect(found.answer.executor).toBe("serviceDesk");
  const nobody = { ...asked, itemCode: "spaceship" };
  expect(answerFrom({ rules: [], items: usualItems, teams: [], targets: [] }, nobody, at)).toBeNull();
});
