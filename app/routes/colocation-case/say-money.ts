import { colocationEconomy as area } from "#app/i18n/colocation-economy.ts";
import type { Formats } from "#app/i18n/format.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";

type MoneyWords = Pick<(typeof area)["da"], "never" | "years" | "several">;

/** How money, years and rates are said in a case: plus and minus always, years with one decimal, never as a word. */
export function useSayMoney() {
  return sayMoney(useWords(area), useFormats());
}

/** The same, where there is no page: for files. */
export const sayMoney = (words: MoneyWords, format: Formats) => ({
  money: (ore: number) => `${ore > 0 ? "+" : ""}${format.ore(ore, "million")}`,
  years: (years: number | null) => (years === null ? words.never : words.years(format.number(years, 1))),
  rates: (rates: readonly number[]) => {
    if (rates.length === 0) return "–";
    const said = rates.map((rate) => format.percent(rate));
    return said.length === 1 ? said[0]! : words.several(said.join(", "));
  },
});
