import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { cases } from "#app/i18n/cases.ts";
import { figures as area } from "#app/i18n/figures.ts";
import { localeFrom, type Locale } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { listFigureOrders, type FigureOrder } from "#db/queries/figures/list-figure-orders.ts";
import { dayAt } from "#domain/day.ts";
import { readFiguresSearch } from "#domain/figures/figures-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { csvHead, csvLine } from "../portfolio-export/csv.ts";
import { maxXlsxRows, toXlsx } from "../portfolio-export/xlsx.server.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

const mostCsvRows = 200_000;

/** The orders behind a figure as a file: `format=csv` or `xlsx`, all that the list shows on all its pages. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const params = new URL(request.url).searchParams;
  const now = new Date();
  const search = readFiguresSearch(params, dayAt(now));
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(area, locale);
  const isXlsx = params.get("format") === "xlsx";
  const most = isXlsx ? maxXlsxRows : mostCsvRows;
  const { items, total } = await listFigureOrders(context.db, actor, search, { from: 0, limit: most }, now);
  if (total > most)
    return new Response(words.list.tooMany(most.toLocaleString(locale)), {
      status: 422,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const columns = columnsIn(locale);
  const name = `${words.export.fileName}-${search.from}-${search.to}`;
  if (isXlsx) {
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return file(new Uint8Array(await toXlsx(columns, items, words.export.sheet)), `${name}.xlsx`, type);
  }
  const lines = items.map((row) =>
    csvLine(
      columns.map(({ value }) => value(row)),
      locale,
    ),
  );
  return file(csvHead(columns, locale) + lines.join(""), `${name}.csv`, "text/csv; charset=utf-8");
}

function columnsIn(locale: Locale): ExportColumn<FigureOrder>[] {
  const { list: say, standings } = wordsIn(area, locale);
  const { states } = wordsIn(cases, locale);
  const column =
    (kind: ExportColumn["kind"]) => (header: string, value: ExportColumn<FigureOrder>["value"]) => ({
      ...{ header, kind, value },
    });
  const [text, number] = [column("text"), column("number")];
  return [
    text(say.number, (row) => `${row.caseNumber}-${row.line}`),
    text(say.sent, (row) => row.createdAt),
    text(say.what, (row) => (locale === "da" ? row.nameDa : row.nameEn)),
    text(say.building, (row) => row.buildingName),
    text(say.administration, (row) => row.administrationName),
    text(say.team, (row) => row.teamName),
    text(say.state, (row) => states[row.state]),
    text(say.respondBy, (row) => row.respondBy),
    text(say.respondedAt, (row) => row.respondedAt),
    text(say.respond, (row) => standings[row.respond]),
    text(say.resolveBy, (row) => row.resolveBy),
    text(say.resolvedAt, (row) => row.resolvedAt),
    text(say.resolve, (row) => standings[row.resolve]),
    number(say.reopened, (row) => row.reopened),
    number(say.priceKr, (row) => (row.priceOre === null ? null : row.priceOre / 100)),
  ];
}

const file = (body: string | Uint8Array<ArrayBuffer>, name: string, type: string): Response =>
  new Response(body, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
