import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { valbyLines } from "#db/demo/council/valby.ts";
import { expectedIn, standingIn, sumStandings } from "#domain/council/benefit.ts";
import { canonicalJson } from "#domain/council/canonical-json.ts";
import { councilEvents, statusAfter } from "#domain/council/council-step.ts";
import { changedParts, frozenText } from "#domain/council/frozen-inputs.ts";
import { faultOfFunding } from "#domain/council/pool-rules.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";

describe("One spelling of a value", () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, one]) => [key, shuffled(one)]),
    );
  };

  test("is the same however it was put together, and reads back as the same value", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        fc.pre(!JSON.stringify(value).includes("__proto__"));
        expect(canonicalJson(shuffled(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("What is frozen", () => {
  const inputs: CaseInputs = {
    case: {
      ...{
        id: "1",
        number: "SAM-2026-001",
        name: "Sag",
        purpose: null,
        status: "draft",
        ownerAccountId: "2",
      },
      ...{
        ownerName: "A",
        priceYear: 2026,
        horizonYears: 20,
        startOn: "2027-01-01",
        ratesAsOf: "2026-11-01",
        version: 1,
      },
    },
    ...{ readOn: "2026-11-01", units: [], premises: [], scenarios: [], conditions: [], assumptions: [] },
  };

  test("does not change by the day it is read, where the case stands, or whose name it is", () => {
    const later: CaseInputs = {
      ...inputs,
      readOn: "2027-03-01",
      case: { ...inputs.case, status: "submitted", version: 9, ownerName: "B" },
    };
    expect(frozenText(later)).toBe(frozenText(inputs));
    expect(changedParts(inputs, later)).toEqual([]);
  });

  test("changes by anything else, and says which part", () => {
    expect(changedParts(inputs, { ...inputs, case: { ...inputs.case, horizonYears: 40 } })).toEqual(["case"]);
    expect(
      changedParts(inputs, {
        ...inputs,
        scenarios: [
          { id: "s", name: "S", isBase: true, copiedFromId: null, placements: [], dependencies: [] },
        ],
      }),
    ).toEqual(["scenarios"]);
  });
});

describe("The steps of the council", () => {
  test("only the chair decides, only what is before it, and what is rejected or closed stays so", () => {
    expect(statusAfter("submitted", "approved", ["chair"])).toBe("approved");
    expect(statusAfter("submitted", "approved", ["member", "planner"])).toBeNull();
    expect(statusAfter("draft", "approved", ["chair"])).toBeNull();
    expect(statusAfter("submitted", "submitted", ["planner"])).toBe("submitted");
    expect(statusAfter("approved", "funded", ["planner"])).toBeNull();
    for (const event of councilEvents)
      expect(statusAfter("closed", event, ["chair", "member", "planner"])).toBeNull();
  });
});

describe("An investment pool", () => {
  const pool = { balanceOre: 1_000, mostPerCaseOre: 800, mostPaybackYears: 6 };

  test.each([
    [{ amountOre: 700, paybackYears: 5, reason: "" }, null],
    [{ amountOre: 700, paybackYears: 7, reason: "" }, "paybackNeedsReason"],
    [{ amountOre: 700, paybackYears: null, reason: "Bygningen står i 100 år." }, null],
    [{ amountOre: 900, paybackYears: 5, reason: "" }, "aboveMost"],
    [{ amountOre: 1_001, paybackYears: 5, reason: "" }, "overdrawn"],
    [{ amountOre: 0, paybackYears: 5, reason: "" }, "noAmount"],
    [{ amountOre: 0.5, paybackYears: 5, reason: "" }, "noAmount"],
  ] as const)("asked for %o answers %s", (asked, fault) => {
    expect(faultOfFunding(pool, asked)).toBe(fault);
  });

  test("is never overdrawn, whatever is asked in whatever order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10, max: 900 })), (amounts) => {
        let balanceOre = 1_000;
        for (const amountOre of amounts)
          if (!faultOfFunding({ ...pool, balanceOre }, { amountOre, paybackYears: 1, reason: "" }))
            balanceOre -= amountOre;
        expect(balanceOre).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("Benefits", () => {
  test("Valby in 2008: 3.3 m required, 1.4 realised of which 0.8 rent, 1.9 outstanding and all of it covered by budgets", () => {
    const standings = valbyLines.map((line) => ({
      kind: line.kind,
      ...standingIn({ ...line, answered: [line.answer] }, 2008),
    }));
    expect(sumStandings(standings)).toMatchObject({
      ...{ requiredOre: 330_000_000, realisedOre: 140_000_000, outstandingOre: 190_000_000 },
      ...{ budgetCutOre: 190_000_000, uncoveredOre: 0 },
    });
    expect(standings.filter(({ kind }) => kind === "rent").map(({ realisedOre }) => realisedOre)).toEqual([
      80_000_000,
    ]);
  });

  test("are phased in equal steps: Valby's 1.9 m over three years from 2009", () => {
    const shared = valbyLines[2]!;
    expect([2008, 2009, 2010, 2011, 2012].map((year) => expectedIn(shared, year))).toEqual([
      0, 63_333_333, 126_666_667, 190_000_000, 190_000_000,
    ]);
  });

  test("outstanding and realised are the whole, and the last answer counts", () => {
    const amount = fc.integer({ min: 0, max: 1_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), amount, amount, (requiredOre, first, second) => {
        const answer = (year: number, realisedOre: number) => ({
          year,
          realisedOre,
          budgetCutOre: 0,
          isBudgetReduced: false,
        });
        const line = {
          requiredOre,
          fromYear: 2020,
          phaseYears: 2,
          answered: [answer(2021, second), answer(2020, first)],
        };
        const standing = standingIn(line, 2025);
        expect(standing.realisedOre).toBe(second);
        expect(standing.outstandingOre).toBe(Math.max(0, requiredOre - second));
        expect(standingIn(line, 2020).realisedOre).toBe(first);
        expect(standingIn(line, 2019)).toMatchObject({ realisedOre: 0, outstandingOre: requiredOre });
      }),
    );
  });
});
