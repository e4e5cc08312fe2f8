import { backlog as area } from "#app/i18n/backlog.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import { useLocale, useWords } from "#app/i18n/use-words.tsx";
import type { BacklogGroupRow } from "#db/queries/backlog/list-backlog-groups.ts";
import type { BacklogGroup } from "#domain/backlog/backlog-search.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";

type Named = Pick<BacklogGroupRow, "key" | "nameDa" | "nameEn">;

/** What a group is called in the language of the page; what belongs to no group says so. */
export function useGroupName(groupBy: BacklogGroup): (row: Named) => string {
  const { none } = useWords(area).groups;
  const { uses } = useWords(portfolio);
  const isDanish = useLocale() === "da";
  return ({ key, nameDa, nameEn }) => {
    if (key === null) return none[groupBy === "elementType" ? "elementType" : "other"];
    if (groupBy === "use") return uses[key as UseGroup];
    return (isDanish ? nameDa : nameEn) ?? key;
  };
}
