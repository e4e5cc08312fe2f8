import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import type { Formats } from "#app/i18n/format.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CaseValue } from "#domain/colocation/case-values.ts";
import type { AssumptionUnit } from "#domain/colocation/usual-assumptions.ts";
import { shownFactor } from "./shown-factor.ts";

type ValueWords = Pick<(typeof area)["da"]["assumptions"], "keys" | "units">;

/** Says what a value is called and how much it is, with its unit. */
export function useSayValue(names: Record<string, string>) {
  return sayValue(names, useWords(area).assumptions, useFormats());
}

/** The same, where there is no page: for files. */
export const sayValue = (names: Record<string, string>, words: ValueWords, format: Formats) => ({
  nameOf: ({ assumption, subjectId }: Pick<CaseValue, "assumption" | "subjectId">) =>
    subjectId ? `${words.keys[assumption]}, ${names[subjectId] ?? ""}` : words.keys[assumption],
  amount: (unit: AssumptionUnit, value: number) =>
    format.number(value * shownFactor(unit), unit === "factor" ? 3 : unit === "share" ? 1 : 0),
  /** In the unit it is shown in, as a number: for sheets. */
  plain: (unit: AssumptionUnit, value: number) => value * shownFactor(unit),
  unitOf: (unit: AssumptionUnit) => words.units[unit],
  /** Exactly, for a turning point: two decimals more than one would type. */
  exact: (unit: AssumptionUnit, value: number) =>
    `${format.number(value * shownFactor(unit), unit === "factor" ? 4 : 2)} ${words.units[unit]}`,
});
