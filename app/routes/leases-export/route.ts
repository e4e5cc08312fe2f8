import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { leases as area } from "#app/i18n/leases.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { listLeases, type LeaseRow } from "#db/queries/lease/list-leases.ts";
import { addDays, dayAt } from "#domain/day.ts";
import { readLeaseSearch } from "#domain/lease/lease-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { csvHead, csvLine } from "../portfolio-export/csv.ts";
import { maxXlsxRows, toXlsx } from "../portfolio-export/xlsx.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

const mostRows = 500_000;

/** Exactly the leases that the list shows on all its pages, in its order, as a file: `format=csv` or `xlsx`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const params = new URL(request.url).searchParams;
  const search = readLeaseSearch(params, dayAt(new Date()));
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(area, locale);
  const columns = columnsIn(words);
  const name = `${words.fileName}-${search.on}`;
  const isXlsx = params.get("format") === "xlsx";
  const limit = isXlsx ? maxXlsxRows : mostRows;
  const { items, totals } = await listLeases(context.db, actor, search, { limit });
  if (isXlsx && totals.count > maxXlsxRows)
    return new Response(words.xlsxTooLarge(maxXlsxRows.toLocaleString(locale)), {
      status: 422,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  if (isXlsx)
    return file(
      new Uint8Array(await toXlsx(columns, items, words.sheet)),
      `${name}.xlsx`,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    );
  const lines = items.map((row) =>
    csvLine(
      columns.map(({ value }) => value(row)),
      locale,
    ),
  );
  return file(csvHead(columns, locale) + lines.join(""), `${name}.csv`, "text/csv; charset=utf-8");
}

function columnsIn(words: (typeof area)["da"]): ExportColumn<LeaseRow>[] {
  const { columns: heads } = words;
  const column = (
    kind: ExportColumn["kind"],
    header: string,
    value: ExportColumn<LeaseRow>["value"],
  ): ExportColumn<LeaseRow> => ({ kind, header, value });
  return [
    column("text", heads.number, (row) => row.number),
    column("text", heads.kind, (row) => words.kinds[row.kind]),
    column("text", heads.party, (row) => row.party),
    column("text", heads.unit, (row) => row.unitName),
    column("text", heads.administration, (row) => row.administrationName),
    column("text", heads.building, (row) => row.buildings.map(({ name }) => name).join(", ")),
    column("number", heads.areaM2, (row) => row.areaM2),
    column("number", heads.rentKr, (row) => (row.yearlyOre === null ? null : row.yearlyOre / 100)),
    column("day", heads.from, (row) => row.validFrom),
    column("day", heads.to, (row) => row.validTo && addDays(row.validTo, -1)),
    column("text", heads.status, (row) => words.statuses[row.status]),
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
