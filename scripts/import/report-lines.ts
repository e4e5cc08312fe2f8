import type { ImportProgress } from "#app/jobs/register-import/import-register.ts";
import type { ImportChange, ImportReport } from "#domain/register-import/import-report.ts";
import type { IgnoreReason, Note } from "#domain/register-import/reasons.ts";
import {
  ignoreWords,
  noteWords,
  refusalWords,
  type WordsLocale,
} from "#domain/register-import/reason-words.ts";

const da = {
  row: "række",
  nothing: "ingenting",
  moreChanged: "… og {n} ændrede til; --all viser dem alle.",
  moreRefused: "… og {n} afviste til; --json viser dem alle.",
  added: "tilføjet",
  changed: "ændret",
  unchanged: "uændret",
  ignored: "sprunget over",
  staged: "til afklaring (svarer ikke til nogen af vores bygninger; se /register/staged)",
  refused: "afvist",
  dryRun: "Intet er skrevet. Gentag med --apply for at indlæse.",
  applied: "Indlæst.",
  nothingToDo: "Filen ændrer ingenting.",
  reading: "læser",
  comparing: "sammenholder",
};
const en: typeof da = {
  row: "row",
  nothing: "nothing",
  moreChanged: "… and {n} more changed; --all shows them all.",
  moreRefused: "… and {n} more refused; --json shows them all.",
  added: "added",
  changed: "changed",
  unchanged: "unchanged",
  ignored: "ignored",
  staged: "staged (match none of our buildings, and wait; see /register/staged)",
  refused: "refused",
  dryRun: "Nothing is written. Repeat with --apply to take it in.",
  applied: "Taken in.",
  nothingToDo: "The file changes nothing.",
  reading: "reading",
  comparing: "comparing",
};
const words = { da, en };
const shownRefusals = 20;

/** One line of progress; on a terminal it writes over itself. */
export function progressLine(
  locale: WordsLocale,
  { phase, rows, share }: ImportProgress,
  isTerminal: boolean,
): string {
  const line = `${words[locale][phase]}: ${rows} (${Math.min(100, Math.round(share * 100))} %)`;
  return isTerminal ? `\r${line.padEnd(40)}` : `${line}\n`;
}

/** One changed thing, field by field, old to new. */
export function changeLine(locale: WordsLocale, { row, name, key, changes, notes }: ImportChange): string {
  const fields = Object.entries(changes).map(
    ([field, { from, to }]) => `    ${field}: ${valueText(locale, from)} → ${valueText(locale, to)}`,
  );
  const remarks = notes.map((note) => `    ${noteWords(locale, note)}`);
  return [`${words[locale].row} ${row}: ${name} (${key})`, ...fields, ...remarks].join("\n");
}

function valueText(locale: WordsLocale, value: unknown): string {
  if (value === null || value === undefined) return words[locale].nothing;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** What an import did, or would do, in lines for people. */
export function reportLines(
  locale: WordsLocale,
  report: ImportReport,
  { isApplied, shownChanges }: { isApplied: boolean; shownChanges: number },
): string[] {
  const { counts, refusals } = report;
  const say = words[locale];
  const isIdle = counts.added + counts.changed + counts.staged === 0;
  const more = (text: string, shown: number, all: number) =>
    all > shown ? [text.replace("{n}", String(all - shown))] : [];
  return [
    ...more(say.moreChanged, shownChanges, counts.changed),
    ...refusals
      .slice(0, shownRefusals)
      .map(
        (refusal) =>
          `${say.row} ${refusal.row}: ${refusal.field} ${say.refused}: ${refusalWords(locale, refusal)}`,
      ),
    ...more(say.moreRefused, shownRefusals, refusals.length),
    "",
    `${report.format}: ${report.rows}`,
    ...(["added", "changed", "unchanged", "staged", "ignored"] as const).map((name) =>
      countLine(counts[name], say[name]),
    ),
    ...Object.entries(report.ignored).map(
      ([why, n]) => `  ${countLine(n, ignoreWords(locale, why as IgnoreReason))}`,
    ),
    countLine(counts.refused, say.refused),
    ...Object.entries(report.notes).map(([note, n]) => `  ${countLine(n, noteWords(locale, note as Note))}`),
    isIdle ? say.nothingToDo : isApplied ? say.applied : say.dryRun,
  ];
}

const countLine = (count: number, text: string): string => `${String(count).padStart(8)}  ${text}`;

/** The one line that a program reads. `error` stands in it where the file could not be read. */
export function jsonLine(locale: WordsLocale, { counts, refusals }: ImportReport, error?: string): string {
  const refused = refusals.map((refusal) => ({
    ...{ row: refusal.row, field: refusal.field, reason: refusalWords(locale, refusal) },
  }));
  return JSON.stringify({ ...counts, refused, ...(error ? { error } : {}) });
}
