import { wordsOf } from "../suggestion/words-of.ts";
import type { ServiceTerms } from "./service.ts";
import services from "./default-services.json" with { type: "json" };
import synonyms from "./default-synonyms.json" with { type: "json" };

/** A service as the catalogue begins with it. `team` is the code of whoever does it. */
export interface DefaultService extends Omit<ServiceTerms, "source"> {
  code: string;
  nameDa: string;
  nameEn: string;
  descriptionDa: string;
  descriptionEn: string;
  guidanceDa: string;
  guidanceEn: string;
  owner: string;
  team: string;
}

/**
 * The services every organisation begins with, kept as data from then on. Prices, norm times and limits are examples
 * of ours, no city's figures; each version says so in its source.
 */
export const defaultServices = services as readonly DefaultService[];

export const examplePriceSource = "Eksempelpris (fiktiv)";

/** A word or phrase and what it points at; a weight above 1 is surer, one below less sure. */
export interface DefaultSynonym {
  term: string;
  locale: "da" | "en";
  itemCode: string | null;
  serviceCode: string | null;
  weight: number;
}

const locales = ["da", "en"] as const;

/** The file says "vindue, rude, glas~0.6": terms with a comma between, a weight after ~ where it is not 1. */
function termsOf(list: string): { term: string; weight: number }[] {
  const seen = new Map<string, number>();
  for (const part of list.split(", ")) {
    const [written = "", weight = "1"] = part.split("~");
    const term = wordsOf(written).join(" ");
    seen.set(term, Math.max(seen.get(term) ?? 0, Number(weight)));
  }
  return [...seen].map(([term, weight]) => ({ term, weight }));
}

const pointingAt = (
  words: Record<string, Record<"da" | "en", string>>,
  target: (code: string) => Pick<DefaultSynonym, "itemCode" | "serviceCode">,
): DefaultSynonym[] =>
  Object.entries(words).flatMap(([code, byLocale]) =>
    locales.flatMap((locale) =>
      termsOf(byLocale[locale]).map((term) => ({ ...term, locale, ...target(code) })),
    ),
  );

/** The words the catalogue begins with, in both languages. */
export const defaultSynonyms: readonly DefaultSynonym[] = [
  ...pointingAt(synonyms.items, (itemCode) => ({ itemCode, serviceCode: null })),
  ...pointingAt(synonyms.services, (serviceCode) => ({ itemCode: null, serviceCode })),
];
