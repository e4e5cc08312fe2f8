import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chargeLease, type ChargeableLease } from "#domain/charge/charge-lease.ts";
import { feeKey, sumOf, type ChargeLine } from "#domain/charge/charge-line.ts";
import { nextChargePeriod, parseChargePeriod, type ChargePeriod } from "#domain/charge/charge-period.ts";
import { decideRun } from "#domain/charge/charge-run-state.ts";
import { CorrectionForm } from "#domain/charge/correction-form.ts";
import { counterEntries, withAmount } from "#domain/charge/correct-charge.ts";
import { explainDifference } from "#domain/charge/explain-difference.ts";
import { oreIn } from "#domain/typed-number.ts";
import { anyLease } from "./arbitrary-lease.ts";

const period = (text: string): ChargePeriod => parseChargePeriod(text)!;

function charged(lease: ChargeableLease, of: ChargePeriod, feeRate = 0.02): ChargeLine[] {
  const answer = chargeLease(lease, of, feeRate);
  if (!answer.ok) throw new Error(answer.month);
  expect(sumOf(answer.value.lines)).toBe(answer.value.totalOre);
  return answer.value.lines;
}

const withIds = (lines: readonly ChargeLine[]) =>
  lines.map((line, index) => ({ ...line, id: String(index) }));

describe("a period", () => {
  test("is a month or a quarter, and nothing else", () => {
    expect(period("2026-02")).toEqual({ text: "2026-02", from: "2026-02-01", to: "2026-03-01", months: 1 });
    expect(period("2026-Q4")).toMatchObject({ from: "2026-10-01", to: "2027-01-01", months: 3 });
    for (const text of ["2026-13", "2026-Q5", "2026", "2026-1", "", null, 202601])
      expect(parseChargePeriod(text)).toBeNull();
    expect(nextChargePeriod(period("2026-12")).text).toBe("2027-01");
    expect(nextChargePeriod(period("2026-Q4")).text).toBe("2027-Q1");
  });
});

describe("over random terms", () => {
  const month = fc.integer({ min: 0, max: 47 }).map((at) => {
    const text = `${2024 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return period(text);
  });

  test("lines sum to the charge, and the reasons to the difference from the month before, to the øre", () => {
    fc.assert(
      fc.property(anyLease, anyLease, month, fc.boolean(), (lease, other, of, isAmended) => {
        const before = charged(lease, of);
        const after = charged(isAmended ? other : lease, nextChargePeriod(of));
        const reasons = explainDifference({ issued: before, standing: before }, after, 1 / 12);
        expect(sumOf(reasons.map(({ deltaOre }) => ({ amountOre: deltaOre })))).toBe(
          sumOf(after) - sumOf(before),
        );
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  test("three months come to their quarter, to the øre, but for the rounding of each month's fee", () => {
    fc.assert(
      fc.property(anyLease, fc.integer({ min: 1, max: 4 }), (lease, quarter) => {
        const whole = charged(lease, period(`2026-Q${quarter}`), 0);
        const months = [1, 2, 3].flatMap((at) =>
          charged(lease, period(`2026-${String(quarter * 3 - 3 + at).padStart(2, "0")}`), 0),
        );
        expect(sumOf(months)).toBe(sumOf(whole));
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);

  test("what was charged and its counter-entries come to what is right, and each reversal is a line's opposite", () => {
    fc.assert(
      fc.property(anyLease, anyLease, month, (lease, other, of) => {
        const wrong = withIds(charged(lease, of));
        const right = charged(other, of);
        const entries = counterEntries(wrong, right);
        expect(sumOf(wrong) + sumOf(entries)).toBe(sumOf(right));
        for (const { entry, correctsLineId, amountOre } of entries)
          if (entry === "reversal")
            expect(amountOre + wrong.find(({ id }) => id === correctsLineId)!.amountOre).toBe(0);
        expect(counterEntries(withIds(right), right)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  }, 120_000);
});

const rented: ChargeableLease = {
  ...{ kind: "thirdPartyIn", validFrom: "2020-01-01", validTo: null, knownFrom: "2026-01-16" },
  basis: {
    ...{ areas: [], figures: [] },
    terms: [
      {
        ...{ id: "a", kind: "base", part: null, basis: "whole", yearlyOre: 1_200_000_00, regulation: null },
        ...{ phaseIn: null, source: "Kontrakt", validFrom: "2020-01-01", validTo: null },
      },
    ],
  },
};

describe("the rent of others", () => {
  test("is passed on with a fee, from the day the city's landlord knew of the lease", () => {
    const lines = charged(rented, period("2026-02"));
    expect(lines.map(({ key, amountOre }) => [key, amountOre])).toEqual([
      ["base", 100_000_00],
      [feeKey, 2_000_00],
    ]);
    expect(lines[1]!.inputs).toMatchObject({ rate: 0.02, ofOre: 100_000_00 });
    // 16 of January's 31 days.
    expect(charged(rented, period("2026-01"))[0]!.amountOre).toBe(Math.round((100_000_00 * 16) / 31));
    expect(charged(rented, period("2025-12"))).toEqual([]);
  });

  test("a line put right takes its fee along", () => {
    const lines = withIds(charged(rented, period("2026-02")));
    const right = withAmount(lines, "0", 90_000_00, "Nedslag")!;
    expect(right.map(({ amountOre }) => amountOre)).toEqual([90_000_00, 1_800_00]);
    expect(counterEntries(lines, right).map(({ entry, amountOre }) => [entry, amountOre])).toEqual([
      ["reversal", -100_000_00],
      ["replacement", 90_000_00],
      ["reversal", -2_000_00],
      ["replacement", 1_800_00],
    ]);
    expect(withAmount(lines, "none", 1, "")).toBeNull();
  });
});

describe("reasons", () => {
  const lease = (yearlyOre: number, id = "t"): ChargeableLease => ({
    ...{ kind: "internal", validFrom: "2020-01-01", validTo: null, knownFrom: "2020-01-01" },
    basis: {
      ...{ areas: [], figures: [] },
      terms: [{ ...rented.basis.terms[0]!, id, yearlyOre, phaseIn: null }],
    },
  });
  const [march, april] = [period("2026-03"), period("2026-04")];
  const why = (before: ChargeLine[] | null, after: ChargeLine[]) =>
    explainDifference(before && { issued: before, standing: before }, after, 1 / 12).map(
      ({ cause, deltaOre }) => [cause, deltaOre],
    );

  test("new, ended, amended and a step of a phase-in are told apart", () => {
    const old = charged(lease(12_000_00), march);
    expect(why(null, old)).toEqual([["new", 1_000_00]]);
    expect(why(old, [])).toEqual([["ended", -1_000_00]]);
    expect(why(old, charged(lease(24_000_00, "u"), april))).toEqual([["amended", 1_000_00]]);
    const stepped = lease(24_000_00);
    const phaseIn = { fromYearlyOre: 12_000_00, firstStepOn: "2026-04-01", years: 2 };
    stepped.basis = { ...stepped.basis, terms: [{ ...stepped.basis.terms[0]!, phaseIn }] };
    expect(why(charged(stepped, march), charged(stepped, april))).toEqual([["phaseIn", 500_00]]);
  });

  test("an øre more than last month is rounding, and said to be", () => {
    const odd = lease(100_01);
    const sums = ["2026-01", "2026-02", "2026-03", "2026-04"].map((text) => charged(odd, period(text)));
    const causes = sums.slice(1).flatMap((after, index) => why(sums[index]!, after).map(([cause]) => cause));
    expect(new Set(causes)).toEqual(new Set(["rounding"]));
  });
});

test("a run is made, approved and issued by turns, and nobody does two in a row", () => {
  const run = { status: "draft", madeBy: "a", approvedBy: null } as const;
  expect(decideRun(run, "approve", "a")).toEqual({ ok: false, refusal: "madeByYou" });
  expect(decideRun(run, "approve", "b")).toEqual({ ok: true, value: "approved" });
  const approved = { status: "approved", madeBy: "a", approvedBy: "b" } as const;
  expect(decideRun(approved, "issue", "b")).toEqual({ ok: false, refusal: "approvedByYou" });
  expect(decideRun(approved, "issue", "a")).toEqual({ ok: true, value: "issued" });
  expect(decideRun(approved, "sendBack", "b")).toEqual({ ok: true, value: "draft" });
  expect(decideRun(approved, "discard", "a")).toEqual({ ok: false, refusal: "wrongState" });
  for (const decision of ["approve", "issue", "sendBack", "discard"] as const)
    expect(decideRun({ ...approved, status: "issued" }, decision, "c").ok).toBe(false);
});

test("amounts are read as people write them", () => {
  const typed = ["1.250", "1.250,50", "1250.5", "1250", "-90,00", "−1.000.000"];
  expect(typed.map(oreIn)).toEqual([1_250_00, 1_250_50, 1_250_50, 1_250_00, -90_00, -1_000_000_00]);
  for (const wrong of ["", "abc", "1,234,5", "12.34.56", "1,234", "1e5", "12 kr"])
    expect(oreIn(wrong)).toBeNull();
  const contractId = "0190a8e0-0000-7000-8000-000000000000";
  const form = { by: "amount", contractId, lineId: contractId, reason: "Fejl", amount: "x" };
  expect(CorrectionForm.safeParse(form).error?.issues.map(({ path }) => path[0])).toEqual(["amount"]);
  expect(CorrectionForm.safeParse({ ...form, reason: "", amount: "1" }).error?.issues[0]?.message).toBe(
    "reason",
  );
});
