import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localeFrom, type Locale } from "#app/i18n/locale.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { listBuildings, listRowsOf } from "#db/queries/list-buildings.ts";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { readPortfolioView } from "#domain/portfolio-view.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { exportColumns, type ExportColumn } from "./columns.ts";
import { csvHead, csvLine } from "./csv.ts";
import { maxXlsxRows, toXlsx } from "./xlsx.server.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

const chunk = 500;

/** Exactly the buildings that the list shows, in its order, as a file: `format=csv` (streamed) or `xlsx`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const params = new URL(request.url).searchParams;
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(portfolio, locale);
  const { search } = readPortfolioSearch(params, dayAt(new Date()));
  const { administrations, districts } = await listFilterNames(context.db, actor, search.on);
  const byId = (list: { id: string; name: string }[]) => new Map(list.map(({ id, name }) => [id, name]));
  const columns = exportColumns(words, {
    administration: byId(administrations),
    district: byId(districts),
  });
  const rows = chunksOf(context.db, actor, params);
  const name = `${words.export.fileName}-${search.on}`;
  if (params.get("format") !== "xlsx")
    return file(csvStream(columns, rows, locale), `${name}.csv`, "text/csv; charset=utf-8");
  const { total } = await listBuildings(context.db, actor, search, {
    ...{ sort: "name", order: "asc", limit: 1, cursor: null },
  });
  if (total > maxXlsxRows)
    return new Response(words.xlsxTooLarge(maxXlsxRows.toLocaleString(locale)), {
      status: 422,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const all: PortfolioRow[] = [];
  for await (const some of rows) all.push(...some);
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return file(new Uint8Array(await toXlsx(columns, all, words.heading)), `${name}.xlsx`, type);
}

/** The rows of the list a chunk at a time, so that a large file never stands in memory whole. */
async function* chunksOf(
  db: LoaderFunctionArgs["context"]["db"],
  actor: Actor,
  params: URLSearchParams,
): AsyncGenerator<PortfolioRow[]> {
  const { search } = readPortfolioSearch(params, dayAt(new Date()));
  const { sort, order } = readPortfolioView(params);
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listRowsOf>> = await listRowsOf(db, actor, search, {
      ...{ sort, order, cursor, limit: chunk },
    });
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function csvStream(
  columns: ExportColumn[],
  chunks: AsyncGenerator<PortfolioRow[]>,
  locale: Locale,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(csvHead(columns, locale))),
    async pull(controller) {
      const { value, done } = await chunks.next();
      if (done) return controller.close();
      const lines = value.map((row) =>
        csvLine(
          columns.map((column) => column.value(row)),
          locale,
        ),
      );
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join("")));
      else controller.close();
    },
    cancel: async () => void (await chunks.return(undefined)),
  });
}

const file = (
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
  name: string,
  type: string,
): Response =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
