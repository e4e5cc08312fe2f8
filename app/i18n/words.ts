import type { Locale } from "./locale.ts";

/**
 * The words of one part of the interface, in every language. Each area is a pair of dictionaries, `da/x.ts` and
 * `en/x.ts` (which `satisfies` the shape of the Danish one), joined in `x.ts`; a page loads only the areas it names.
 * A word is a text, or a function when it has parts to fill in.
 */
export type Area<Words> = Readonly<Record<Locale, Words>>;

/** The words of an area in one language, where there is no React: loaders, actions, exports, mail. */
export function wordsIn<Words>(area: Area<Words>, locale: Locale): Words {
  return area[locale];
}
