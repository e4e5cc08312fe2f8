import { addDays, parseDay, yearOf, type Day } from "../day-count.ts";
import { isId } from "../id.ts";
import type { Punctuality } from "../order/sla.ts";

/** What figures are set out by. */
export const figureGroups = ["team", "administration", "building", "item"] as const;
export type FigureGroup = (typeof figureGroups)[number];

export const promises = ["respond", "resolve"] as const;
export type OrderPromise = (typeof promises)[number];

export const standings = [
  "met",
  "missed",
  "running",
  "waiting",
  "unmeasured",
] as const satisfies Punctuality[];

/** Orders that one figure is made of, besides how they stand to a promise. */
export const figureParts = ["reopened", "priced", "gap"] as const;
export type FigurePart = (typeof figureParts)[number];

/** What is asked: orders sent in a period (both days included), by what they are set out, and which of them. */
export interface FiguresSearch {
  from: Day;
  to: Day;
  by: FigureGroup;
  /** One group of them: an id or a code; "none" for orders that have none. Null is all. */
  group: string | null;
  promise: OrderPromise;
  standing: Punctuality | null;
  part: FigurePart | null;
}

const one = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null;

const groupName = (text: string | null): string | null =>
  text !== null && (isId(text) || /^[\w.]{1,60}$/.test(text)) ? text : null;

/**
 * Reads what an address asks for; what cannot be read is as if it were not there: the last twelve months, by team.
 * @example readFiguresSearch(new URLSearchParams("by=item&standing=missed"), "2026-11-20").standing // "missed"
 */
export function readFiguresSearch(params: URLSearchParams, today: Day): FiguresSearch {
  const to = parseDay(params.get("to")) ?? today;
  const asked = parseDay(params.get("from"));
  return {
    ...{ from: asked && asked <= to ? asked : addDays(to, -364), to },
    by: one(figureGroups, params.get("by")) ?? "team",
    group: groupName(params.get("group")),
    promise: one(promises, params.get("promise")) ?? "resolve",
    standing: one(standings, params.get("standing")),
    part: one(figureParts, params.get("part")),
  };
}

/** The same as an address, changed in parts; null takes a part away. @example figuresQuery(search, { group: "KEJD-UDE" }) */
export function figuresQuery(search: FiguresSearch, change: Partial<FiguresSearch> = {}): string {
  const wanted = { ...search, ...change };
  const params = new URLSearchParams({ from: wanted.from, to: wanted.to, by: wanted.by });
  if (wanted.group !== null) params.set("group", wanted.group);
  if (wanted.standing !== null) {
    params.set("promise", wanted.promise);
    params.set("standing", wanted.standing);
  }
  if (wanted.part !== null) params.set("part", wanted.part);
  return params.toString();
}

/** Periods that are often asked for, by name. @example usualPeriods("2026-11-20").thisYear // { from: "2026-01-01", to: "2026-11-20" } */
export const usualPeriods = (
  today: Day,
): Record<"thisYear" | "lastYear" | "twelveMonths", { from: Day; to: Day }> => {
  const year = yearOf(today);
  return {
    twelveMonths: { from: addDays(today, -364), to: today },
    thisYear: { from: `${year}-01-01`, to: today },
    lastYear: { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  };
};

/** How many orders stand how to one promise. */
export type StandingCounts = Record<Punctuality, number>;

/** Orders kept in time as a share of those that were measured and decided: what has no deadline is in neither, null where
 *  nothing was. @example shareOnTime({ met: 3, missed: 1, running: 9, waiting: 0, unmeasured: 50 }) // 0.75 */
export const shareOnTime = ({ met, missed }: Pick<StandingCounts, "met" | "missed">): number | null =>
  met + missed === 0 ? null : met / (met + missed);
