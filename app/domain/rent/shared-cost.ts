import { addDays, daysBetween, parseDay, type Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import { numberIn, oreIn } from "../typed-number.ts";
import { allocateCharge, allocationKeys, type AllocationKey } from "./allocate-charge.ts";

/** The lines of rent that a cost which several share may belong to: all but the base rent. */
export const sharedLines = ["consumption", "operation", "taxes", "insurance", "administration"] as const;
export type SharedLine = (typeof sharedLines)[number];

/** The landlord among those who share, who bears what stands empty. */
export const ownPart = "own";

/** A cost as it is entered: what, of which days (half-open), how much (øre, a credit is negative), and by which key. */
export interface SharedCostForm {
  name: string;
  line: SharedLine;
  key: AllocationKey;
  from: Day;
  to: Day;
  amountOre: number;
  source: string;
}

export type SharedCostFault =
  "name" | "line" | "key" | "from" | "last" | "endBeforeStart" | "amount" | "source";

type Fields = Pick<URLSearchParams, "get">;

/** Reads a cost as typed; its last day becomes the day after. Faults are names of what is wrong. */
export function readSharedCost(fields: Fields): { form: SharedCostForm | null; faults: SharedCostFault[] } {
  const text = (name: string) => (fields.get(name) ?? "").trim();
  const line = sharedLines.find((one) => one === text("line"));
  const key = allocationKeys.find((one) => one === text("key"));
  const [from, last] = [parseDay(text("from")), parseDay(text("last"))];
  const amountOre = oreIn(text("amount"));
  const name = text("name").slice(0, 120);
  const source = text("source").slice(0, 200);
  const wrong: Record<SharedCostFault, boolean> = {
    ...{ name: name === "", line: !line, key: !key, from: !from, last: !last },
    endBeforeStart: Boolean(from && last && last < from),
    ...{ amount: amountOre === null || amountOre === 0, source: source === "" },
  };
  const faults = (Object.keys(wrong) as SharedCostFault[]).filter((fault) => wrong[fault]);
  if (faults.length > 0 || !line || !key || !from || !last || amountOre === null)
    return { form: null, faults };
  return { form: { name, line, key, from, to: addDays(last, 1), amountOre, source }, faults };
}

/** A lease in the building for some of the days, or the landlord with what stands empty, and its m² over the time. */
export interface PossibleSharer {
  /** A lease's id, or `own`. */
  id: Id | typeof ownPart;
  number: string | null;
  party: string;
  /** m² × days. */
  areaDays: number;
}

export interface SharedPart extends PossibleSharer {
  /** m² on average over the time, persons, or a share between 0 and 1, by the key. */
  weight: number;
  amountOre: number;
}

/** Average m² over a time, in hundredths, so that what is shown is what was reckoned with. */
const averageM2 = (areaDays: number, days: number): number => Math.round((areaDays / days) * 100) / 100;

export type SplitAnswer =
  | { ok: true; value: SharedPart[] }
  | { ok: false; refusal: "nobodyShares" | "sharesDoNotSum" | "weightWrong"; sumOfShares?: number };

/**
 * Who bears how much of a cost: by m², as the register has them day by day, what stands empty on the landlord; by persons or shares
 * (percent) as typed, `weight.ID` for each. Whoever has nothing bears nothing. The parts sum to the cost to the øre.
 * @example splitSharedCost({ key: "m2", amountOre: 100_00, from: "2025-01-01", to: "2026-01-01", ... }, [a, b], new URLSearchParams())
 */
export function splitSharedCost(
  { key, amountOre, from, to }: SharedCostForm,
  sharers: readonly PossibleSharer[],
  typed: Fields,
): SplitAnswer {
  const days = daysBetween(from, to);
  const weights = sharers.map((sharer) =>
    key === "m2" ? averageM2(sharer.areaDays, days) : typedWeight(key, typed.get(`weight.${sharer.id}`)),
  );
  if (weights.some((weight) => weight === null)) return { ok: false, refusal: "weightWrong" };
  const bearing = sharers
    .map((sharer, at) => ({ ...sharer, weight: weights[at] ?? 0 }))
    .filter(({ weight }) => weight > 0);
  const split = allocateCharge(key, amountOre, bearing);
  if (!split.ok) {
    const sumOfShares = bearing.reduce((sum, { weight }) => sum + weight, 0);
    return { ok: false, refusal: split.refusal, ...(key === "share" && { sumOfShares }) };
  }
  return { ok: true, value: bearing.map((part, at) => ({ ...part, amountOre: split.value[at]!.amountOre })) };
}

/** Persons are whole numbers, shares percent with four decimals at most; nothing typed is nothing. Null where it is neither. */
function typedWeight(key: "share" | "persons", text: string | null): number | null {
  if (text === null || text.trim() === "") return 0;
  const value = numberIn(text);
  if (value === null || value < 0) return null;
  if (key === "persons") return Number.isInteger(value) && value <= 100_000 ? value : null;
  return value <= 100 ? Math.round(value * 10_000) / 1_000_000 : null;
}
