import type { Locale } from "#app/i18n/locale.ts";
import type { WordTarget } from "#db/queries/catalogue/list-words.ts";
import { nameIn } from "../catalogue/service-text.ts";

/** What a word can point at, as choices that say whether it is a fault or a service. */
export const targetOptions = (
  targets: readonly WordTarget[],
  locale: Locale,
  kinds: Record<"item" | "service", string>,
) =>
  targets.map((target) => ({
    value: target.key,
    label: `${kinds[target.isItem ? "item" : "service"]}: ${nameIn(target, locale)}`,
  }));
