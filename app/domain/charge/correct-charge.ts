import type { Id } from "../id.ts";
import { feeKey, sumOf, type ChargeLine } from "./charge-line.ts";

/** A line as it was charged, with its name. */
export interface ChargedLine extends ChargeLine {
  id: Id;
}

/** An entry of a correction: a line taken back, or one that should have been. Both name the line that was wrong. */
export interface CounterEntry extends ChargeLine {
  entry: "reversal" | "replacement";
  correctsLineId: Id | null;
}

/** What makes two lines the same: then there is nothing to put right. */
const isSame = (a: ChargeLine, b: ChargeLine): boolean =>
  a.key === b.key && a.from === b.from && a.to === b.to && a.amountOre === b.amountOre;

const reversalOf = ({ id, ...line }: ChargedLine): CounterEntry => ({
  ...{ ...line, amountOre: -line.amountOre || 0 },
  ...{ entry: "reversal", correctsLineId: id },
});

/**
 * The counter-entries that make what was charged into what should have been. Each wrong line is taken back whole and its
 * like put in its place; what was right is left alone. Charged and entries together sum to what is right, to the øre.
 * @example counterEntries([{ id: "a", key: "taxes", amountOre: 100, … }], [{ key: "taxes", amountOre: 90, … }]) // −100 and 90, both of "a"
 */
export function counterEntries(
  charged: readonly ChargedLine[],
  right: readonly ChargeLine[],
): CounterEntry[] {
  const left = [...right];
  const wrong = charged.filter((line) => {
    const found = left.findIndex((one) => isSame(one, line));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  const entries: CounterEntry[] = [];
  for (const line of wrong) {
    entries.push(reversalOf(line));
    const at = left.findIndex(({ key }) => key === line.key);
    if (at >= 0) entries.push({ ...left.splice(at, 1)[0]!, entry: "replacement", correctsLineId: line.id });
  }
  return [
    ...entries,
    ...left.map((line) => ({ ...line, entry: "replacement" as const, correctsLineId: null })),
  ];
}

/**
 * The lines of a lease with one of them at another amount, and the fee of them reckoned anew; null where there is no such line. The fee itself
 * can be put right too. @example withAmount(lines, "a", 90_00, "Aftalt nedslag")
 */
export function withAmount(
  lines: readonly ChargedLine[],
  id: Id,
  amountOre: number,
  source: string,
): ChargeLine[] | null {
  const found = lines.find((line) => line.id === id);
  if (!found) return null;
  const changed = lines.map(({ id: own, ...line }): ChargeLine =>
    own === id ? { ...line, formula: "amount", amountOre, inputs: { ...line.inputs, source } } : line,
  );
  if (found.key === feeKey) return changed;
  const ofOre = sumOf(changed.filter(({ key }) => key !== feeKey));
  return changed.map((line) =>
    line.key === feeKey && line.inputs.rate !== undefined
      ? { ...line, amountOre: Math.round(ofOre * line.inputs.rate), inputs: { ...line.inputs, ofOre } }
      : line,
  );
}
