import { describe, expect, test } from "vitest";
import { defaultMatrix } from "#domain/responsibility/default-matrix.ts";
import { usualItems } from "#domain/responsibility/facility-item.ts";
import { resolveResponsibility } from "#domain/responsibility/resolve-responsibility.ts";
import type { ResponsibilityRule } from "#domain/responsibility/responsibility-rule.ts";
import { causes, itemLocations, responsibilityTenures } from "#domain/responsibility/terms.ts";
import type { Cause, ItemLocation, ResponsibilityTenure } from "#domain/responsibility/terms.ts";

/* What the two versions say, written down once more from their sources and not from the matrix: who acts / who pays. */

const K = "landlord / landlord";
const KT = "landlord / tenant";
const F = "administration / tenant";
const X = "externalLandlord / externalLandlord";
const U = "unit / unit";
const gap = "gap";

type Line = readonly [location: ItemLocation, ...answers: string[]];
type Answers = Record<ResponsibilityTenure, readonly Line[]>;

/** The report of June 2013: the line runs by place, for the city's own buildings; of others it says nothing. */
const of2013: Answers = {
  own: [
    //                    wear vandalism burglary fire storm user
    ["inside", /*        */ F, F, F, F, F, F],
    ["envelope", /*      */ K, K, K, K, K, K],
    ["basicInstallation", K, K, K, K, K, K],
    ["paved", /*         */ F, F, F, F, F, F],
    ["green", /*         */ F, F, F, F, F, F],
  ],
  thirdParty: itemLocations.map((location) => [location, gap, gap, gap, gap, gap, gap] as const),
  selfGoverning: itemLocations.map((location) => [location, gap, gap, gap, gap, gap, gap] as const),
};

/** The later rules: harm to the outside is repaired by the landlord and paid by the tenant; paving is the landlord's. */
const of2017: Answers = {
  own: [
    //                    wear vandalism burglary fire storm user
    ["inside", /*        */ F, F, F, F, F, F],
    ["envelope", /*      */ K, KT, KT, K, K, KT],
    ["basicInstallation", K, KT, KT, K, K, KT],
    ["paved", /*         */ K, K, K, K, K, KT],
    ["green", /*         */ F, F, F, F, F, F],
  ],
  thirdParty: [
    ["inside", /*        */ F, F, F, F, F, F],
    ["envelope", /*      */ X, X, X, X, X, X],
    ["basicInstallation", X, X, X, X, X, X],
    ["paved", /*         */ X, X, X, X, X, X],
    ["green", /*         */ X, X, X, X, X, X],
  ],
  selfGoverning: itemLocations.map((location) => [location, U, U, U, U, U, U] as const),
};

const columns = ["wear", "vandalism", "burglary", "fire", "storm", "user"] as const;

/** Items that go their own way wherever they are, in the city's own buildings. */
function ownWay(item: string, cause: Cause, isLater: boolean): string | null {
  // Cleaning and security are the administration's in both versions.
  if (item === "cleaning" || item === "alarm") return F;
  // Fences go with the paving from the later rules on.
  if (item === "fence" && isLater) return cause === "user" ? KT : K;
  return null;
}

function expected(
  item: string,
  location: ItemLocation,
  cause: Cause,
  tenure: ResponsibilityTenure,
  on: string,
) {
  const isLater = on >= "2017-01-01";
  const special = tenure === "own" ? ownWay(item, cause, isLater) : null;
  if (special) return special;
  const line = (isLater ? of2017 : of2013)[tenure].find(([place]) => place === location)!;
  return line[1 + columns.indexOf(cause)];
}

const rules: ResponsibilityRule[] = defaultMatrix.map((rule, index) => ({
  ...{ id: String(index), level: "default", administrationId: null, contractId: null, teamId: null, ...rule },
}));

describe.each([
  { version: "the report's table 2", days: ["2013-06-01", "2016-12-31"], gaps: 2 / 3 },
  { version: "the later rules", days: ["2017-01-01", "2026-11-20"], gaps: 0 },
])("$version", ({ days, gaps }) => {
  test.each(days)(
    "answers every item, place, cause and tenure on %s as it is written, or leaves a gap",
    (on) => {
      const wrong: string[] = [];
      let asked = 0;
      let silent = 0;
      for (const { code } of usualItems)
        for (const location of itemLocations)
          for (const cause of causes)
            for (const tenure of responsibilityTenures) {
              const question = {
                itemCode: code,
                location,
                cause,
                tenure,
                on,
                administrationId: null,
                contractIds: [],
              };
              const rule = resolveResponsibility(rules, question);
              const said = rule ? `${rule.executor} / ${rule.payer}` : gap;
              const due = expected(code, location, cause, tenure, on);
              if (said !== due) wrong.push(`${code} ${location} ${cause} ${tenure}: ${said}, not ${due}`);
              asked += 1;
              if (!rule) silent += 1;
            }
      expect(wrong).toEqual([]);
      expect(asked).toBe(33 * 5 * 6 * 3);
      expect(silent).toBe(asked * gaps);
    },
  );
});

test("before the report nothing is answered, and every rule has a clause in both languages and a source", () => {
  const question = { itemCode: "window", location: "envelope", cause: "wear", tenure: "own" } as const;
  const before = { ...question, on: "2013-05-31", administrationId: null, contractIds: [] };
  expect(resolveResponsibility(rules, before)).toBeNull();
  for (const rule of rules) {
    expect(rule.clauseDa).toMatch(/\.$/);
    expect(rule.clauseEn).toMatch(/\.$/);
    expect(rule.source).not.toBe("");
  }
});

test("the items are those people name, each with words in both languages", () => {
  expect(usualItems.map(({ code }) => code).sort()).toEqual(
    (
      "window door roof gutter facade lock lift heating water drain toilet electricity lighting ventilation alarm floor " +
      "wall ceiling kitchen appliance furniture blind sign playground tree lawn paving fence snow waste pest cleaning other"
    )
      .split(" ")
      .sort(),
  );
  for (const item of usualItems) {
    for (const words of [item.guidanceDa, item.guidanceEn]) expect(words).toMatch(/^\p{Lu}.{30,200}\.$/u);
    expect(new Set([item.nameDa, item.nameEn, item.guidanceDa, item.guidanceEn]).size).toBe(4);
  }
});
