import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { works as area } from "#app/i18n/works.ts";
import { listWorks, type WorkRow } from "#db/queries/works/list-works.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readWorksSearch } from "#domain/works/works-search.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { csvHead, csvLine } from "../portfolio-export/csv.ts";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

const mostRows = 200_000;

/** The works that the list shows on all its pages, as a file. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const today = dayAt(new Date());
  const search = readWorksSearch(new URL(request.url).searchParams);
  const { items } = await listWorks(context.db, actor, search, { from: 0, limit: mostRows }, today);
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(area, locale);
  const columns = columnsIn(words);
  const lines = items.map((row) =>
    csvLine(
      columns.map(({ value }) => value(row)),
      locale,
    ),
  );
  return new Response(csvHead(columns, locale) + lines.join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words.fileName}-${today}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

function columnsIn({ columns: heads, kinds, states }: (typeof area)["da"]): ExportColumn<WorkRow>[] {
  const text = (header: string, value: ExportColumn<WorkRow>["value"]) =>
    ({ header, kind: "text", value }) as const;
  const number = (header: string, value: ExportColumn<WorkRow>["value"]) =>
    ({ header, kind: "number", value }) as const;
  const kroner = (ore: number | null) => (ore === null ? null : ore / 100);
  return [
    text(heads.work, ({ number: no }) => no),
    text(heads.work, ({ title }) => title),
    text(heads.building, ({ buildingName }) => buildingName),
    text(heads.kind, ({ kind }) => kinds[kind]),
    text(heads.state, ({ state }) => states[state]),
    number(heads.year, ({ year }) => year),
    number(heads.condition, ({ condition }) => condition),
    number(`${heads.cost} kr.`, ({ costOre }) => kroner(costOre)),
    number(`${heads.budget} kr.`, ({ budgetOre }) => kroner(budgetOre)),
    number(`${heads.contract} kr.`, ({ contractOre }) => kroner(contractOre)),
    number(`${heads.actual} kr.`, ({ actualOre }) => kroner(actualOre)),
  ];
}
