import { useNavigate } from "@remix-run/react";
import { ArrowDownWideNarrow, ArrowUpNarrowWide } from "lucide-react";
import { Icon } from "#app/components/icon.tsx";
import { Link } from "#app/components/link.tsx";
import { useWords } from "#app/i18n/use-words.tsx";
import { common } from "#app/i18n/common.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import { portfolioSorts, type PortfolioSort, type PortfolioView } from "#domain/portfolio-view.ts";
import { withParams } from "./portfolio-url.ts";
import { sortLink } from "./sort-link.ts";

/** Every way to sort the list, also by what has no column beside the map. The heads of the columns do the same. */
export function SortSelect({ query, view }: { query: string; view: PortfolioView }) {
  const words = useWords(portfolio);
  const { sortAscending, sortDescending } = useWords(common);
  const navigate = useNavigate();
  const isAscending = view.order === "asc";
  const turn = (isAscending ? sortDescending : sortAscending)(words.sorts[view.sort]);
  return (
    <span className="screen-only flex items-center gap-1 [@media(scripting:none)]:hidden">
      <label className="flex items-center gap-2">
        <span className="max-md:sr-only lg:max-xl:sr-only">{words.sortBy}</span>
        <select
          value={view.sort}
          onChange={(event) =>
            navigate(sortLink(query, { ...view, sort: "name" }, event.target.value as PortfolioSort).sortTo, {
              preventScrollReset: true,
            })
          }
          className="h-8 rounded-base border border-transparent bg-transparent px-1 font-medium text-ink hover:border-line-strong pointer-coarse:h-11"
        >
          {portfolioSorts.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </select>
      </label>
      <Link
        to={withParams(query, { sort: view.sort, order: isAscending ? "desc" : "asc" })}
        preventScrollReset
        aria-label={turn}
        title={turn}
        className="flex size-8 items-center justify-center rounded-base hover:bg-sunken pointer-coarse:size-11"
      >
        <Icon of={isAscending ? ArrowUpNarrowWide : ArrowDownWideNarrow} className="size-4" />
      </Link>
    </span>
  );
}
