import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { CaseValue } from "#domain/colocation/case-values.ts";
import type { AssumptionUnit } from "#domain/colocation/usual-assumptions.ts";
import { shownFactor } from "./shown-factor.ts";

/** Says what a value is called and how much it is, with its unit. */
export function useSayValue(names: Record<string, string>) {
  const words = useWords(area).assumptions;
  const format = useFormats();
  return {
    nameOf: ({ assumption, subjectId }: CaseValue) =>
      subjectId ? `${words.keys[assumption]}, ${names[subjectId] ?? ""}` : words.keys[assumption],
    amount: (unit: AssumptionUnit, value: number) =>
      format.number(value * shownFactor(unit), unit === "factor" ? 3 : unit === "share" ? 1 : 0),
    unitOf: (unit: AssumptionUnit) => words.units[unit],
    /** Exactly, for a turning point: two decimals more than one would type. */
    exact: (unit: AssumptionUnit, value: number) =>
      `${format.number(value * shownFactor(unit), unit === "factor" ? 4 : 2)} ${words.units[unit]}`,
  };
}
