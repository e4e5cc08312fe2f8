import type { DueSearch } from "#db/queries/survey/list-due-surveys.ts";
import { isId } from "#domain/id.ts";

export const ages = ["due", "old", "all"] as const;

const firstShown = 60;
const mostShown = 600;

/** What the address asks for; what cannot be understood is left out. */
export function readDueSearch(params: URLSearchParams): DueSearch & { shown: number } {
  const district = params.get("district");
  const shown = Number(params.get("shown"));
  return {
    district: isId(district) ? district : null,
    age: ages.find((age) => age === params.get("age")) ?? "due",
    shown: Number.isInteger(shown) ? Math.min(mostShown, Math.max(firstShown, shown)) : firstShown,
  };
}

/** The same list with more of it. */
export const moreOf = ({ district, age, shown }: ReturnType<typeof readDueSearch>): string =>
  `/surveys?${new URLSearchParams({ ...(district && { district }), age, shown: String(shown + firstShown * 2) })}`;
