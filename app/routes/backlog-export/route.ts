import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { backlog as area } from "#app/i18n/backlog.ts";
import { localeFrom, type Locale } from "#app/i18n/locale.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { listBacklogGroups, type BacklogGroupRow } from "#db/queries/backlog/list-backlog-groups.ts";
import { findKept } from "#db/queries/backlog/find-kept.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { backlogKinds } from "#domain/backlog/backlog-line.ts";
import { readBacklogView, type BacklogGroup } from "#domain/backlog/backlog-search.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { csvHead, csvLine } from "../portfolio-export/csv.ts";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

const mostRows = 200_000;

/** The groups of the page as a CSV file: all of them, in the same order, amounts in kroner. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const params = new URL(request.url).searchParams;
  const { search } = readPortfolioSearch(params, dayAt(new Date()));
  const view = readBacklogView(params);
  const locale = localeFrom(request, actor.locale);
  const basis = await getElementBasis(context.db, actor, search.on);
  const kept = await findKept(context.db, actor, search, basis);
  const cut = { limit: mostRows };
  const { items } = await listBacklogGroups(context.db, actor, search, basis, kept, view, cut);
  const columns = columnsIn(locale, view.groupBy);
  const lines = items.map((row) =>
    csvLine(
      columns.map(({ value }) => value(row)),
      locale,
    ),
  );
  const name = `${wordsIn(area, locale).groups.fileName}-${view.groupBy}-${search.on}.csv`;
  return new Response(csvHead(columns, locale) + lines.join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

function columnsIn(locale: Locale, groupBy: BacklogGroup): ExportColumn<BacklogGroupRow>[] {
  const { groups: say, kinds } = wordsIn(area, locale);
  const { uses } = wordsIn(portfolio, locale);
  const number = (header: string, value: ExportColumn<BacklogGroupRow>["value"]) => ({
    ...{ header, kind: "number" as const, value },
  });
  const nameOf = ({ key, nameDa, nameEn }: BacklogGroupRow) => {
    if (key === null) return say.none[groupBy === "elementType" ? "elementType" : "other"];
    return groupBy === "use" ? uses[key as UseGroup] : ((locale === "da" ? nameDa : nameEn) ?? key);
  };
  return [
    { header: say.names[groupBy], kind: "text", value: nameOf },
    number(say.buildings, ({ buildings }) => buildings),
    number(say.areaM2, ({ areaM2 }) => (groupBy === "elementType" ? null : areaM2)),
    ...backlogKinds.map((kind) => number(`${kinds[kind]} (kr.)`, ({ ore }) => ore[kind] / 100)),
    number(`${say.old} (kr.)`, ({ oldOre }) => oldOre / 100),
    number(say.fci, ({ fci }) => (fci === null ? null : Math.round(fci * 1e4) / 1e4)),
  ];
}
