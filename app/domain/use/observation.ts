import { isId, type Id } from "../id.ts";

/** What sees persons; an estimate sees nobody. */
export const observingKinds = ["booking", "count", "sensor"] as const;
export type ObservingKind = (typeof observingKinds)[number];

/** Persons in a space at an instant, with the number its source gave it. */
export interface Observation {
  sequence: number;
  observedAt: Date;
  spaceId: Id;
  persons: number;
}

/** Why one was not taken. The last four are found where it meets what is known. */
export type ObservationRefusal =
  | "unreadable"
  | "sequence"
  | "time"
  | "future"
  | "tooOld"
  | "persons"
  | "unknownSpace"
  | "sequenceTaken"
  | "timeWentBack";

/** Raw rows are kept, and taken in, for so many months; a clock may be this far ahead. Judgements of the portal's own. */
export const keptMonths = 25;
const aheadMs = 10 * 60_000;
export const mostPersons = 100_000;

/** An instant with its offset: without one nobody can say which of the two hours of an autumn night it was. */
const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;

/** @example parseInstant("2026-11-28T30:00:00Z") // null: there is no hour 30 */
export function parseInstant(text: unknown): Date | null {
  if (typeof text !== "string" || !instantShape.test(text)) return null;
  const [, day, hour] = /^(\d{4}-\d{2}-\d{2})T(\d{2})/.exec(text)!;
  const at = new Date(text);
  const isDay = new Date(`${day}T00:00:00Z`).toISOString().startsWith(day!);
  return Number.isNaN(at.getTime()) || Number(hour) > 23 || !isDay ? null : at;
}

/** Reads one as it came, or says why not. Nothing is rounded or guessed. */
export function readObservation(
  item: unknown,
  now: Date,
): { ok: true; value: Observation } | { ok: false; reason: ObservationRefusal } {
  const no = (reason: ObservationRefusal) => ({ ok: false, reason }) as const;
  if (typeof item !== "object" || item === null) return no("unreadable");
  const { sequence, observedAt, spaceId, persons } = item as Record<string, unknown>;
  if (!Number.isSafeInteger(sequence) || (sequence as number) < 0) return no("sequence");
  const at = parseInstant(observedAt);
  if (!at) return no("time");
  if (at.getTime() > now.getTime() + aheadMs) return no("future");
  if (at < oldestKept(now)) return no("tooOld");
  if (!Number.isInteger(persons) || (persons as number) < 0 || (persons as number) > mostPersons)
    return no("persons");
  if (typeof spaceId !== "string" || !isId(spaceId)) return no("unknownSpace");
  return {
    ok: true,
    value: {
      ...{ sequence: sequence as number, observedAt: at },
      ...{ spaceId: spaceId.toLowerCase(), persons: persons as number },
    },
  };
}

/** The first instant of the oldest month whose raw rows are kept. @example oldestKept(new Date("2026-11-28T00:00:00Z")) // 2024-11-01T00:00:00Z */
export const oldestKept = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - keptMonths + 1, 1));

/**
 * What 95 of 100 stay within, from the greatest ones, falling; null where there are too few to say. The same as
 * `percentile_disc(0.95)` over all. @example percentile95([9, 8, 5], 20) // 8
 */
export function percentile95(top: readonly number[], observed: number): number | null {
  const place = observed - Math.ceil(0.95 * observed);
  return top[place] ?? null;
}
