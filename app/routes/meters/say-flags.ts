import { meters as area } from "#app/i18n/meters.ts";
import { useFormats, useWords } from "#app/i18n/use-words.tsx";
import type { JudgedHouse } from "#domain/meter/metered-house.ts";
import type { OddMonth } from "#domain/meter/odd-months.ts";

/** Says months and what is odd about a building, in words. */
export function useSayMeters() {
  const words = useWords(area);
  const format = useFormats();
  const month = (text: string) => `${text.slice(5, 7)}.${text.slice(0, 4)}`;
  const odd = (one: OddMonth) => {
    if (one.kind === "missing") return words.flags.missing(month(one.month));
    return words.flags[one.kind](month(one.month), format.percent(Math.abs(one.offBy ?? 1), 0));
  };
  const flags = ({ peers, odd: months }: Pick<JudgedHouse, "peers" | "odd">, most: number): string[] => [
    ...(peers === "high" ? [words.flags.peersHigh] : peers === "low" ? [words.flags.peersLow] : []),
    ...months.slice(0, most).map(odd),
    ...(months.length > most ? [words.flags.more(format.number(months.length - most))] : []),
  ];
  return { month, odd, flags };
}
