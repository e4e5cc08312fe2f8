import { figures as area } from "#app/i18n/figures.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { FigureRow } from "#db/queries/figures/summarise-orders.ts";

/** What a group of figures is called in the language of the page. */
export function useGroupName(): (row: Pick<FigureRow, "key" | "nameDa" | "nameEn">) => string {
  const words = useWords(area);
  const isDanish = useLocale() === "da";
  return ({ key, nameDa, nameEn }) => (isDanish ? nameDa : nameEn) ?? (key === null ? words.none : key);
}
