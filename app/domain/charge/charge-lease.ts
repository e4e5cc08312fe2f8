import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import { lineKey } from "../rent/explain-change.ts";
import { rentFormula } from "../rent/rent-formula.ts";
import { rentLines, type RentBasisData, type RentLine } from "../rent/rent-lines.ts";
import { done } from "../result.ts";
import { feeKey, sumOf, type ChargeLine } from "./charge-line.ts";
import type { ChargePeriod } from "./charge-period.ts";

/** What must be known of a lease to charge it. */
export interface ChargeableLease {
  kind: "internal" | "thirdPartyIn" | "thirdPartyOut";
  validFrom: Day;
  validTo: Day | null;
  /** When the landlord of the city learned of it; before, whoever runs it pays for it. */
  knownFrom: Day;
  basis: RentBasisData;
}

export type ChargeAnswer =
  | { ok: true; value: { lines: ChargeLine[]; totalOre: number } }
  | { ok: false; refusal: "indexMonthMissing"; month: Day; termId: Id };

/**
 * What a lease is charged for a period: its rent by the day while it runs and is known, and where the rent of others is passed
 * on, a fee of it, rounded once. Lines sum to the total to the øre.
 * @example chargeLease(lease, parseChargePeriod("2026-01")!, 0.02) // rent 10.000,00 and fee 200,00
 */
export function chargeLease(lease: ChargeableLease, period: ChargePeriod, feeRate: number): ChargeAnswer {
  const from = latest(period.from, lease.validFrom, lease.knownFrom);
  const to = lease.validTo !== null && lease.validTo < period.to ? lease.validTo : period.to;
  if (from >= to) return done({ lines: [], totalOre: 0 });
  const rent = rentLines(lease.basis, from, to);
  if (!rent.ok) return rent;
  const lines = rent.value.lines.map(toChargeLine);
  const feeOre = Math.round(rent.value.totalOre * feeRate);
  if (lease.kind === "thirdPartyIn" && feeOre !== 0) lines.push(feeLine(from, to, sumOf(lines), feeRate));
  return done({ lines, totalOre: sumOf(lines) });
}

const latest = (...days: Day[]): Day => days.reduce((last, day) => (day > last ? day : last));

/** A line of rent as it is charged, with all that it was reckoned from. */
const toChargeLine = (line: RentLine): ChargeLine => ({
  ...{ key: lineKey(line), from: line.from, to: line.to, formula: rentFormula(line) },
  inputs: {
    ...{ termId: line.term.id, unitYearlyOre: line.unitYearlyOre, areaM2: line.areaM2 },
    ...{ factor: line.regulated?.factor ?? null, base: line.regulated?.base ?? null },
    ...{ now: line.regulated?.now ?? null, isBounded: line.regulated?.isBounded ?? false },
    source: line.term.source,
  },
  amountOre: line.amountOre,
});

const feeLine = (from: Day, to: Day, ofOre: number, rate: number): ChargeLine => ({
  ...{ key: feeKey, from, to, formula: "ofOre * rate" },
  inputs: {
    ...{ termId: null, unitYearlyOre: null, areaM2: null, factor: null, base: null, now: null },
    ...{ isBounded: false, rate, ofOre, source: "" },
  },
  amountOre: Math.round(ofOre * rate),
});
