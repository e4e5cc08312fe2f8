import type { Day } from "../day-count.ts";

/** What the finance system is told: who bears what for which lease and line, or what the landlord takes in. Øre, one side only. */
export interface Posting {
  side: "debit" | "credit";
  /** Null of what the landlord takes in. */
  administration: string | null;
  unit: string | null;
  lease: string | null;
  key: string;
  from: Day;
  to: Day;
  amountOre: number;
}

/** A line as it was charged, with whose it is. */
export interface PostedLine {
  administration: string;
  unit: string | null;
  lease: string;
  key: string;
  from: Day;
  to: Day;
  amountOre: number;
}

/**
 * The postings of a run: each line on the side of whoever bears it, what is taken back on the other, and against them by line what the
 * landlord takes in. Debit and credit agree to the øre.
 * @example postingsOf([{ lease: "KEJD-I-1", key: "taxes", amountOre: 100, … }], run) // debit 100 to the unit, credit 100 to the landlord
 */
export function postingsOf(lines: readonly PostedLine[], run: { from: Day; to: Day }): Posting[] {
  const postings = lines
    .filter(({ amountOre }) => amountOre !== 0)
    .map(({ amountOre, ...line }): Posting => ({
      ...{ ...line, side: amountOre > 0 ? "debit" : "credit" },
      amountOre: Math.abs(amountOre),
    }));
  const takenIn = new Map<string, number>();
  for (const { key, amountOre } of lines) takenIn.set(key, (takenIn.get(key) ?? 0) + amountOre);
  const against = [...takenIn]
    .filter(([, amountOre]) => amountOre !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, amountOre]): Posting => ({
      ...{ side: amountOre > 0 ? "credit" : "debit", administration: null, unit: null, lease: null, key },
      ...{ from: run.from, to: run.to, amountOre: Math.abs(amountOre) },
    }));
  return [...postings, ...against];
}
