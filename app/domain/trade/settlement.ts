import { daysBetween, type Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import { daysInMonth, firstDayOf, monthAfter, type Month } from "./month.ts";
import { countsDeliveries, type TradeBasis } from "./trade-basis.ts";

/** What an agreement says to whoever settles it. The quantity has two decimals; validTo is the first day after it. */
export interface PricedAgreement {
  id: Id;
  sellerUnitId: Id;
  buyerUnitId: Id;
  basis: TradeBasis;
  quantity: number;
  unitPriceOre: number;
  validFrom: Day;
  validTo: Day | null;
}

/** What was delivered of an agreement in the month, where it counts pieces or hours. */
export interface Delivered {
  agreementId: Id;
  quantity: number;
}

/** An amount that puts an earlier month right: to the seller, from the buyer; negative the other way. */
export interface Correction {
  agreementId: Id;
  amountOre: number;
}

/** One side of what an agreement comes to in a month: the seller's amount is positive, the buyer's the same below zero. */
export interface TradeLine {
  agreementId: Id;
  unitId: Id;
  kind: "service" | "correction";
  quantity: number;
  amountOre: number;
}

/** Rounds a fraction to the nearest whole number, halves away from zero. @example divideRounded(-5n, 2n) // -3n */
function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const size = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

const hundredths = (quantity: number): bigint => BigInt(Math.round(quantity * 100));

/** The days of a month on which an agreement is in force. */
export function daysInForce(agreement: Pick<PricedAgreement, "validFrom" | "validTo">, month: Month): number {
  const first = firstDayOf(month);
  const after = firstDayOf(monthAfter(month));
  const from = agreement.validFrom > first ? agreement.validFrom : first;
  const to = agreement.validTo !== null && agreement.validTo < after ? agreement.validTo : after;
  return Math.max(0, daysBetween(from, to));
}

/**
 * What an agreement comes to in a month, in øre to the seller, rounded once, halves away from zero.
 * Pieces and hours: what was delivered × price. A month: quantity × price × days in force / days of the month.
 * Square metres: the price is one of a year, so a twelfth of it, by days likewise. Source: the project's rule of rent.
 * @example amountOf({ basis: "month", quantity: 1, unitPriceOre: 100_00, validFrom: "2026-11-16", … }, 0, "2026-11") // 50_00
 */
export function amountOf(agreement: PricedAgreement, delivered: number, month: Month): number {
  const { basis, unitPriceOre } = agreement;
  const price = BigInt(unitPriceOre);
  if (countsDeliveries(basis)) return Number(divideRounded(hundredths(delivered) * price, 100n));
  const days = BigInt(daysInForce(agreement, month));
  const parts = 100n * BigInt(daysInMonth(month)) * (basis === "m2" ? 12n : 1n);
  return Number(divideRounded(hundredths(agreement.quantity) * price * days, parts));
}

const bothSides = (
  { id, sellerUnitId, buyerUnitId }: PricedAgreement,
  kind: TradeLine["kind"],
  quantity: number,
  amountOre: number,
): TradeLine[] => [
  { agreementId: id, unitId: sellerUnitId, kind, quantity, amountOre },
  { agreementId: id, unitId: buyerUnitId, kind, quantity, amountOre: amountOre === 0 ? 0 : -amountOre },
];

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/**
 * The lines of a month: two for each agreement that was in force (one a side, together zero), and two more for each that
 * a correction is booked on. Where pieces or hours are counted and none came, there is no line. Agreements without a
 * price never get here: they cannot become active.
 */
export function settlementLines(
  month: Month,
  agreements: readonly PricedAgreement[],
  deliveries: readonly Delivered[],
  corrections: readonly Correction[],
): TradeLine[] {
  return agreements.flatMap((agreement) => {
    const own = <Row extends { agreementId: Id }>(rows: readonly Row[]) =>
      rows.filter((row) => row.agreementId === agreement.id);
    const counted = countsDeliveries(agreement.basis);
    const delivered = sum(own(deliveries).map(({ quantity }) => Math.round(quantity * 100))) / 100;
    const isDue = daysInForce(agreement, month) > 0 && (!counted || delivered > 0);
    const quantity = counted ? delivered : agreement.quantity;
    const put = own(corrections).map(({ amountOre }) => amountOre);
    return [
      ...(isDue ? bothSides(agreement, "service", quantity, amountOf(agreement, delivered, month)) : []),
      ...(put.length > 0 ? bothSides(agreement, "correction", 0, sum(put)) : []),
    ];
  });
}
