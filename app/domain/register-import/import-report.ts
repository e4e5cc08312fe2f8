import type { FieldChanges } from "./compare-building.ts";
import type { IgnoreReason, Note, Refusal } from "./reasons.ts";

/** How many rows met which end. Every row of a file is counted once. */
export interface ImportCounts {
  /** New in the register itself: districts. Buildings are never added from BBR, they are staged. */
  added: number;
  changed: number;
  unchanged: number;
  ignored: number;
  /** Rows that match no building of ours and go into staging, newly or with something new. */
  staged: number;
  refused: number;
}

/** What an import would do, or did. */
export interface ImportReport {
  format: string;
  rows: number;
  counts: ImportCounts;
  refusals: Refusal[];
  ignored: Partial<Record<IgnoreReason, number>>;
  notes: Partial<Record<Note, number>>;
  /** Whether anything was written: a file that changes nothing leaves no trace. */
  isApplied: boolean;
}

/** One changed thing, for showing: field by field, old to new. */
export interface ImportChange {
  row: number;
  name: string;
  /** BBR id of a building, number of a district. */
  key: string;
  changes: FieldChanges;
  notes: Note[];
}

export const newReport = (): ImportReport => ({
  ...{ format: "", rows: 0, refusals: [], ignored: {}, notes: {}, isApplied: false },
  counts: { added: 0, changed: 0, unchanged: 0, ignored: 0, staged: 0, refused: 0 },
});

export function countRefusal(report: ImportReport, refusal: Refusal): void {
  report.counts.refused += 1;
  report.refusals.push(refusal);
}

export function countIgnored(report: ImportReport, reason: IgnoreReason): void {
  report.counts.ignored += 1;
  report.ignored[reason] = (report.ignored[reason] ?? 0) + 1;
}

export function countNotes(report: ImportReport, notes: Note[]): void {
  for (const note of notes) report.notes[note] = (report.notes[note] ?? 0) + 1;
}
