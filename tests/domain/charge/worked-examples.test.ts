import { describe, expect, test } from "vitest";
import { chargeLease, type ChargeableLease } from "#domain/charge/charge-lease.ts";
import type { ChargeLine } from "#domain/charge/charge-line.ts";
import { parseChargePeriod } from "#domain/charge/charge-period.ts";
import { counterEntries } from "#domain/charge/correct-charge.ts";
import { explainDifference } from "#domain/charge/explain-difference.ts";
import { allocateCharge } from "#domain/rent/allocate-charge.ts";
import type { RentTerm } from "#domain/rent/rent-term.ts";

/* The examples of docs/rent.md, with the same numbers. */

const capital: RentTerm = {
  ...{ id: "capital", kind: "base", part: "capital", basis: "perM2", yearlyOre: 600_00, regulation: null },
  ...{ phaseIn: null, source: "Kontrakt", validFrom: "2020-01-01", validTo: null },
};
const lease = (terms: RentTerm[], more: Partial<ChargeableLease> = {}, areaM2 = 250): ChargeableLease => ({
  ...{ kind: "internal", validFrom: "2020-01-01", validTo: null, knownFrom: "2020-01-01" },
  basis: {
    terms,
    areas: [{ areaM2, validFrom: "2020-01-01", validTo: null }],
    figures: [
      { month: "2024-04-01", value: 116.4 },
      { month: "2026-04-01", value: 120 },
    ],
  },
  ...more,
});
function charged(of: ChargeableLease, period: string, feeRate = 0.02): ChargeLine[] {
  const answer = chargeLease(of, parseChargePeriod(period)!, feeRate);
  if (!answer.ok) throw new Error(answer.month);
  return answer.value.lines;
}
const ore = (lines: readonly ChargeLine[]) => lines.map(({ amountOre }) => amountOre);
const following = (more = {}): RentTerm => ({
  ...capital,
  regulation: {
    ...{ baseMonth: "2024-04-01", adjustsInMonth: 7, monthsBefore: 3, cap: null, floor: null },
    ...more,
  },
});

describe("worked examples", () => {
  test("1. an ordinary month: 250 m² × 600 kr. / 12", () =>
    expect(ore(charged(lease([capital]), "2026-02"))).toEqual([12_500_00]));

  test("2. the index in the middle of the year: 120.0 / 116.4 from July", () => {
    const data = { ...lease([following({ adjustsInMonth: 7 })]) };
    data.basis = { ...data.basis, figures: [...data.basis.figures, { month: "2025-04-01", value: 116.4 }] };
    expect(ore(charged(data, "2026-06"))).toEqual([12_500_00]);
    expect(ore(charged(data, "2026-07"))).toEqual([12_886_60]);
    const [june, july] = [charged(data, "2026-06"), charged(data, "2026-07")];
    expect(explainDifference({ issued: june, standing: june }, july, 1 / 12)).toEqual([
      { key: "base:capital", cause: "index", deltaOre: 386_60 },
    ]);
  });

  test("3. with a cap of 2 %: 12.750,00", () => {
    const data = lease([following({ cap: 0.02 })]);
    data.basis = { ...data.basis, figures: [...data.basis.figures, { month: "2025-04-01", value: 116.4 }] };
    expect(ore(charged(data, "2026-07"))).toEqual([12_750_00]);
  });

  test("4. phased in over three years from 400 to 700 kr.: 10.416,67 the first", () => {
    const phaseIn = { fromYearlyOre: 400_00, firstStepOn: "2026-01-01", years: 3 };
    const data = lease([{ ...capital, yearlyOre: 700_00, phaseIn }]);
    expect(ore(charged(data, "2025-12"))).toEqual([8_333_33]);
    expect(ore(charged(data, "2026-01"))).toEqual([10_416_67]);
    expect(ore(charged(data, "2028-01"))).toEqual([14_583_33]);
  });

  test("5. 50 m² handed back on 16 April: half a month by 250 m² and half by 200", () => {
    const data = lease([capital]);
    const areas = [
      { areaM2: 200, validFrom: "2020-01-01", validTo: null },
      { areaM2: 50, validFrom: "2020-01-01", validTo: "2026-04-16" },
    ];
    data.basis = { ...data.basis, areas };
    expect(ore(charged(data, "2026-04"))).toEqual([6_250_00, 5_000_00]);
  });

  test("6. one day of February in a leap year: a 29th of the month", () =>
    expect(ore(charged(lease([capital], { validFrom: "2028-02-29" }), "2028-02"))).toEqual([431_03]));

  test("7. 100.000 kr. shared by 100, 250 and 400 m²; shares of 99 % are refused", () => {
    const sharers = [100, 250, 400].map((weight, at) => ({ id: "abc"[at]!, weight }));
    const shared = allocateCharge("m2", 100_000_00, sharers);
    expect(shared).toEqual({
      ok: true,
      value: [
        { id: "a", amountOre: 13_333_34 },
        { id: "b", amountOre: 33_333_33 },
        { id: "c", amountOre: 53_333_33 },
      ],
    });
    const shares = [0.4, 0.59].map((weight, at) => ({ id: "ab"[at]!, weight }));
    expect(allocateCharge("share", 100_000_00, shares)).toEqual({ ok: false, refusal: "sharesDoNotSum" });
  });

  test("8. the rent of others, 50.000 kr. a month, is passed on with 2 %", () => {
    const term = { ...capital, part: null, basis: "whole" as const, yearlyOre: 600_000_00 };
    expect(ore(charged(lease([term], { kind: "thirdPartyIn" }), "2026-02"))).toEqual([50_000_00, 1_000_00]);
  });

  test("9. a counter-entry: 12.500 should have been 12.000", () => {
    const wrong = charged(lease([capital]), "2026-02").map((line) => ({ ...line, id: "line" }));
    const right = charged(lease([{ ...capital, yearlyOre: 576_00 }]), "2026-02");
    expect(
      counterEntries(wrong, right).map(({ entry, amountOre, correctsLineId }) => [
        entry,
        amountOre,
        correctsLineId,
      ]),
    ).toEqual([
      ["reversal", -12_500_00, "line"],
      ["replacement", 12_000_00, "line"],
    ]);
  });
});
