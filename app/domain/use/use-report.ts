import { z } from "zod";
import { isId, type Id } from "../id.ts";
import { hourOfWeek, weekHours } from "./use-week.ts";

/** The parts of a day that a leader thinks in: name and the hours [from, to). The night runs over midnight. */
export const dayParts = [
  { key: "6", from: 6, to: 8 },
  { key: "8", from: 8, to: 10 },
  { key: "10", from: 10, to: 12 },
  { key: "12", from: 12, to: 14 },
  { key: "14", from: 14, to: 16 },
  { key: "16", from: 16, to: 18 },
  { key: "18", from: 18, to: 20 },
  { key: "20", from: 20, to: 22 },
  { key: "night", from: 22, to: 30 },
] as const;
export type DayPart = (typeof dayParts)[number]["key"];

/** How a day is told: as Monday, with nobody there, or by numbers of its own. */
export const dayKinds = ["monday", "closed", "own"] as const;
export type DayKind = (typeof dayKinds)[number];

export interface ReportedDay {
  kind: DayKind;
  /** Persons in each part; read where the day has numbers of its own. */
  persons: number[];
}

/** A unit's own telling of its week in a building. The first day is Monday. */
export interface UseReport {
  unitId: Id;
  buildingId: Id;
  places: number;
  days: ReportedDay[];
  /** What is left of a term week in school holidays and in summer, 0 to 1. */
  holidayShare: number;
  summerShare: number;
}

export type ReportFault =
  "place" | "places" | "negative" | "notWhole" | "tooMany" | "share" | "nobody" | "tooManyDays";
export type ReportFaults = { field: string; fault: ReportFault }[];

/** More than this is a slip of the finger. */
const mostPlaces = 20_000;

const count = z.coerce.number().refine(Number.isFinite);

/** What was typed, by the names of its fields. */
export type TypedReport = Record<string, string>;

function personsOf(typed: TypedReport, field: string, places: number | null, faults: ReportFaults): number {
  const text = (typed[field] ?? "").trim().replace(",", ".");
  if (text === "") return 0;
  const value = count.safeParse(text).data;
  const fault = (name: ReportFault): number => {
    faults.push({ field, fault: name });
    return 0;
  };
  if (value === undefined || !Number.isInteger(value)) return fault("notWhole");
  if (value < 0) return fault("negative");
  if (places !== null && value > places) return fault("tooMany");
  return value;
}

function shareOf(typed: TypedReport, field: string, faults: ReportFaults): number {
  const value = count.safeParse((typed[field] ?? "").replace(",", ".").replace("%", "").trim()).data;
  if (value === undefined || value < 0 || value > 100) faults.push({ field, fault: "share" });
  return (value ?? 0) / 100;
}

/**
 * Reads a report as it is typed; every fault is named with its field, and nothing is guessed. Fields are `places`, `d1-8`
 * (Monday 8–10), `kind-6` (how Saturday is told), `holiday` and `summer` (percent).
 */
export function readUseReport(
  typed: TypedReport,
): { ok: true; report: UseReport } | { ok: false; faults: ReportFaults } {
  const faults: ReportFaults = [];
  const unitId = typed["unit"];
  const buildingId = typed["building"];
  if (!isId(unitId) || !isId(buildingId)) faults.push({ field: "place", fault: "place" });
  const known = count.safeParse((typed["places"] ?? "").trim() || undefined).data;
  const places =
    known !== undefined && Number.isInteger(known) && known >= 1 && known <= mostPlaces ? known : null;
  if (places === null) faults.push({ field: "places", fault: "places" });
  const days = [1, 2, 3, 4, 5, 6, 7].map((weekday): ReportedDay => {
    const kind =
      weekday === 1 ? "own" : (dayKinds.find((one) => one === typed[`kind-${weekday}`]) ?? "closed");
    const persons =
      kind === "own" ? dayParts.map(({ key }) => personsOf(typed, `d${weekday}-${key}`, places, faults)) : [];
    return { kind, persons };
  });
  if (Object.keys(typed).some((field) => /^d([089]|\d\d)/.test(field)))
    faults.push({ field: "d1-8", fault: "tooManyDays" });
  const shares = {
    holidayShare: shareOf(typed, "holiday", faults),
    summerShare: shareOf(typed, "summer", faults),
  };
  if (faults.length === 0 && days.every(({ persons }) => persons.every((one) => one === 0)))
    faults.push({ field: "d1-8", fault: "nobody" });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, report: { unitId: unitId!, buildingId: buildingId!, places: places!, days, ...shares } };
}

/**
 * The 168 hours of a reported week, from Monday 0:00. The night of a day runs into the next morning; Sunday's into Monday's.
 * @example reportedWeek(report.days)[hourOfWeek(2, 8)] // as Monday 8–10, where Tuesday is told as Monday
 */
export function reportedWeek(days: readonly ReportedDay[], share = 1): number[] {
  const week = Array<number>(weekHours).fill(0);
  days.forEach(({ kind, persons }, index) => {
    const told = kind === "closed" ? [] : kind === "monday" ? days[0]!.persons : persons;
    dayParts.forEach(({ from, to }, part) => {
      for (let hour = from; hour < to; hour++) {
        const place = (hourOfWeek(index + 1, 0) + hour) % weekHours;
        week[place] = Math.round((told[part] ?? 0) * share * 10) / 10;
      }
    });
  });
  return week;
}
