import { olderScales, readOlderGrade, type OlderScale } from "../condition/older-scale.ts";
import { parseDay, type Day } from "../day-count.ts";
import type { Condition } from "../portfolio-row.ts";
import { numberIn } from "../typed-number.ts";

/** KL's common municipal scale is kept as it is, and never made a condition. */
export const klScale = "KL 1–5";
export const importScales = [...olderScales, klScale] as const;
export type ImportScale = (typeof importScales)[number];

/** A line of an older survey: of a whole building, or of one element by its code. */
export interface OlderRow {
  line: number;
  /** The building's BBR id, or our own. */
  building: string;
  on: Day;
  condition: Condition | null;
  /** The grade as written, where it is no condition. */
  grade: string | null;
  element: string | null;
  quantity: number | null;
  note: string;
}

export type OlderFault =
  | "buildingMissing"
  | "buildingUnknown"
  | "dayWrong"
  | "dayAhead"
  | "gradeUnknown"
  | "elementUnknown"
  | "quantityWrong"
  | "quantityMissing"
  | "alreadyThere"
  | "twice";

export interface RefusedRow {
  line: number;
  fault: OlderFault;
}

/** Names of columns as registers and spreadsheets have them. */
const columns = {
  building: ["bygning", "bbr_id", "bbr", "building"],
  day: ["dato", "date", "syn_dato", "surveyed_on"],
  grade: ["karakter", "tilstand", "tg", "k", "grade"],
  element: ["bygningsdel", "element", "sfb"],
  quantity: ["mængde", "maengde", "quantity"],
  note: ["bemærkning", "bemaerkning", "note"],
} as const;

/** Days as they stand in older files: 2011-04-30 or 30-04-2011, also with dots or slashes. */
function dayIn(text: string): Day | null {
  const danish = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(text);
  if (!danish) return parseDay(text);
  const [, day, month, year] = danish;
  return parseDay(`${year}-${month!.padStart(2, "0")}-${day!.padStart(2, "0")}`);
}

/** The grade as the scale of the source reads it: a condition, or a word that stays as it is. */
function gradeIn(scale: ImportScale, text: string): Pick<OlderRow, "condition" | "grade"> | null {
  if (scale === klScale) return /^[1-5]$/.test(text) ? { condition: null, grade: text } : null;
  const read = readOlderGrade(scale satisfies OlderScale, text);
  if (read.kind === "unknownGrade") return null;
  return read.kind === "condition"
    ? { condition: read.condition, grade: null }
    : { condition: null, grade: "UN" };
}

/**
 * Reads one line by the table of its source. What cannot be read is refused with its reason, and nothing is guessed.
 * @example readOlderRow({ bygning: id, dato: "30-04-2011", karakter: "K2" }, 2, "K0–K3", today) // condition 5
 */
export function readOlderRow(
  record: Readonly<Record<string, string>>,
  line: number,
  scale: ImportScale,
  today: Day,
): OlderRow | RefusedRow {
  const given = new Map(
    Object.entries(record).map(([name, value]) => [name.trim().toLowerCase(), value.trim()]),
  );
  const of = (name: keyof typeof columns) =>
    columns[name].map((column) => given.get(column)).find((value) => value) ?? "";
  const building = of("building").toLowerCase();
  if (!building) return { line, fault: "buildingMissing" };
  const on = dayIn(of("day"));
  if (on === null) return { line, fault: "dayWrong" };
  if (on > today) return { line, fault: "dayAhead" };
  const read = gradeIn(scale, of("grade"));
  if (!read) return { line, fault: "gradeUnknown" };
  const typed = of("quantity");
  const quantity = typed === "" ? null : numberIn(typed);
  if (typed !== "" && !(quantity !== null && quantity > 0 && quantity < 1_000_000))
    return { line, fault: "quantityWrong" };
  return { line, building, on, ...read, element: of("element") || null, quantity, note: of("note") };
}
