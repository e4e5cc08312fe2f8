/** The lines of a landlord's invoice: those of the rent that others charge. */
export const landlordLines = [
  "base",
  "taxes",
  "operation",
  "consumption",
  "insurance",
  "administration",
] as const;

/** What was passed on for a line, and what the landlord invoiced for it; null where either side lacks it. */
export interface ReconciledLine {
  key: string;
  chargedOre: number | null;
  invoicedOre: number | null;
  differenceOre: number;
}

export type Reconciled = "agrees" | "differs" | "notInvoiced" | "notCharged";

/**
 * Holds a landlord's invoice against what was passed on for the same lease and period, line by line, the fee aside: the fee is the city's own. Differences
 * are what the landlord asked for more than was passed on, and sum to that of the totals.
 * @example reconcile([{ key: "base", amountOre: 100 }], [{ key: "base", amountOre: 90 }]).state // "differs"
 */
export function reconcile(
  charged: readonly { key: string; amountOre: number }[],
  invoiced: readonly { key: string; amountOre: number }[],
): { state: Reconciled; lines: ReconciledLine[]; differenceOre: number } {
  const [asked, passedOn] = [byKey(invoiced), byKey(charged)];
  const keys = [...new Set([...passedOn.keys(), ...asked.keys()])].sort();
  const lines = keys.map((key): ReconciledLine => {
    const [chargedOre, invoicedOre] = [passedOn.get(key) ?? null, asked.get(key) ?? null];
    return { key, chargedOre, invoicedOre, differenceOre: (invoicedOre ?? 0) - (chargedOre ?? 0) };
  });
  const differenceOre = lines.reduce((sum, line) => sum + line.differenceOre, 0);
  return { state: stateOf(passedOn.size, asked.size, lines), lines, differenceOre };
}

function stateOf(charged: number, invoiced: number, lines: readonly ReconciledLine[]): Reconciled {
  if (invoiced === 0) return "notInvoiced";
  if (charged === 0) return "notCharged";
  return lines.every(({ differenceOre }) => differenceOre === 0) ? "agrees" : "differs";
}

function byKey(lines: readonly { key: string; amountOre: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { key, amountOre } of lines) sums.set(key, (sums.get(key) ?? 0) + amountOre);
  return sums;
}
