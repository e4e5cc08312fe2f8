import { parseDay, type Day } from "../day.ts";

/** How cold a month was, as it is sent. Without a normal of its own it has that of the same month of the year before. */
export interface DegreeReading {
  month: string;
  degreeDays: number;
  normalDegreeDays: number | null;
}

export type DegreeRefusal = "month" | "degreeDays" | "normalDegreeDays" | "noNormal" | "twice";

const mostDegreeDays = 2_000;

const isCold = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && value >= 0 && value <= mostDegreeDays;

/**
 * Reads one item of a batch: a month that is over, and degree days from 0 to 2,000.
 * @example readDegrees({ month: "2026-10", degreeDays: 214 }, "2026-11-28") // { ok: true, value: { month: "2026-10", … } }
 */
export function readDegrees(
  { month, degreeDays, normalDegreeDays }: Readonly<Record<string, unknown>>,
  today: Day,
): { ok: true; value: DegreeReading } | { ok: false; reason: DegreeRefusal } {
  const no = (reason: DegreeRefusal) => ({ ok: false as const, reason });
  if (typeof month !== "string" || !/^\d{4}-\d{2}$/.test(month) || !parseDay(`${month}-01`))
    return no("month");
  if (month < "1950-01" || month >= today.slice(0, 7)) return no("month");
  if (!isCold(degreeDays)) return no("degreeDays");
  if (normalDegreeDays !== null && normalDegreeDays !== undefined && !isCold(normalDegreeDays))
    return no("normalDegreeDays");
  return { ok: true, value: { month, degreeDays, normalDegreeDays: normalDegreeDays ?? null } };
}
