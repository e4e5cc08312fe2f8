import { numberIn } from "../../typed-number.ts";
import { planKinds, type PlanKind } from "./plan-kind.ts";

/** A line of a file of plans: who expects how many of what, where and when. Names are as they were written. */
export interface PlanRow {
  administration: string;
  /** Null is the whole city. */
  district: string | null;
  kind: PlanKind;
  year: number;
  quantity: number;
}

export type PlanRowFault =
  "administration" | "notYours" | "district" | "kind" | "year" | "quantity" | "twice";

/** A line that is not taken: the column where it is wrong, and why. */
export interface PlanRowRefusal {
  field: PlanColumn;
  reason: PlanRowFault;
}

export const planColumns = ["administration", "district", "kind", "year", "quantity"] as const;
export type PlanColumn = (typeof planColumns)[number];

/** How columns and kinds are also written. */
const alsoColumns: Record<PlanColumn, string> = {
  administration: "forvaltning",
  district: "bydel",
  kind: "slags",
  year: "år",
  quantity: "antal",
};
const alsoKinds: Record<PlanKind, string> = {
  children: "børn",
  staff: "medarbejdere",
  services: "ydelser",
};

const wholeIn = (typed: string, least: number, most: number): number | null => {
  const value = numberIn(typed);
  return value !== null && Number.isInteger(value) && value >= least && value <= most ? value : null;
};

/**
 * Reads a line of a file, its columns named in English or Danish; a number may part its thousands as Danes do.
 * @example readPlanRow({ forvaltning: "BUF", bydel: "", slags: "børn", år: "2030", antal: "1.200" })
 * // { ok: true, value: { administration: "BUF", district: null, kind: "children", year: 2030, quantity: 1200 } }
 */
export function readPlanRow(
  record: Readonly<Record<string, string | undefined>>,
): { ok: true; value: PlanRow } | ({ ok: false } & PlanRowRefusal) {
  const named = new Map(Object.entries(record).map(([name, value]) => [name.trim().toLowerCase(), value]));
  const textOf = (column: PlanColumn) => (named.get(column) ?? named.get(alsoColumns[column]) ?? "").trim();
  const no = (field: PlanColumn) => ({ ok: false as const, field, reason: field });
  const administration = textOf("administration");
  if (!administration) return no("administration");
  const asked = textOf("kind").toLowerCase();
  const kind = planKinds.find((one) => asked === one || asked === alsoKinds[one]);
  if (!kind) return no("kind");
  const year = wholeIn(textOf("year"), 2000, 2200);
  if (year === null) return no("year");
  const typed = textOf("quantity");
  const quantity = wholeIn(
    /^\d{1,3}(\.\d{3})+$/.test(typed) ? typed.replaceAll(".", "") : typed,
    0,
    1_000_000,
  );
  if (quantity === null) return no("quantity");
  return { ok: true, value: { administration, district: textOf("district") || null, kind, year, quantity } };
}
