import { parseDay, type Day } from "../day.ts";
import { isId, type Id } from "../id.ts";
import { meterKinds, type MeterKind } from "./meter.ts";

/** What a meter counted in a month, as it is sent. A meter that is not known comes with its building and kind. */
export interface MeterReading {
  number: string;
  month: string;
  amount: number;
  buildingId: Id | null;
  kind: MeterKind | null;
}

export type ReadingRefusal =
  "meter" | "month" | "amount" | "unknownMeter" | "takenDown" | "unknownBuilding" | "twice";

const mostAmount = 1_000_000_000;

/**
 * Reads one item of a batch: a number, a month that is over, an amount of 0 or more. `today` tells which months are over.
 * @example readReading({ meter: "E-1", month: "2026-10", amount: 12 }, "2026-11-28") // { ok: true, value: { number: "E-1", … } }
 * @example readReading({ meter: "E-1", month: "2026-11", amount: 12 }, "2026-11-28") // { ok: false, reason: "month" }
 */
export function readReading(
  item: unknown,
  today: Day,
): { ok: true; value: MeterReading } | { ok: false; reason: ReadingRefusal } {
  const no = (reason: ReadingRefusal) => ({ ok: false as const, reason });
  if (typeof item !== "object" || item === null) return no("meter");
  const { meter, month, amount, buildingId, kind } = item as Record<string, unknown>;
  const number = typeof meter === "string" ? meter.trim() : "";
  if (!number || number.length > 60) return no("meter");
  if (typeof month !== "string" || !/^\d{4}-\d{2}$/.test(month) || !parseDay(`${month}-01`))
    return no("month");
  if (month < "1990-01" || month >= today.slice(0, 7)) return no("month");
  if (typeof amount !== "number" || !Number.isFinite(amount) || amount < 0 || amount > mostAmount)
    return no("amount");
  const known = meterKinds.find((one) => one === kind) ?? null;
  return {
    ok: true,
    value: {
      number,
      month,
      amount,
      buildingId: typeof buildingId === "string" && isId(buildingId) ? buildingId : null,
      kind: known,
    },
  };
}
