import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { leaseFigures as area } from "#app/i18n/lease-figures.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import {
  figureParts,
  figureTable,
  type FigureColumn,
  type FigureRow,
} from "../lease-figures/figure-parts.ts";
import { loadFigures, readFiguresAsked } from "../lease-figures/load-figures.server.ts";
import type { CellValue, ExportColumn } from "../portfolio-export/columns.ts";
import { exportFile } from "../portfolio-export/export-file.server.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

/** One part of the figures as a file, as the page shows it; amounts in kroner. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const params = new URL(request.url).searchParams;
  const part = figureParts.find((one) => one === params.get("part"));
  if (!part) throw problem(404);
  const locale = localeFrom(request, actor.locale);
  const words = area[locale];
  const asked = readFiguresAsked(params, dayAt(new Date()));
  const table = figureTable(part, await loadFigures(context.db, actor, asked), locale);
  return exportFile(params.get("format"), {
    ...{
      columns: table.columns.map((column, at) => exported(column, at, words.kr)),
      rows: table.rows,
      locale,
    },
    ...{ name: `${part}-${asked.on}`, sheet: words.exportSections[part], tooMany: words.tooMany },
  });
}

const isMoney = (kind: FigureColumn["kind"]): boolean => kind === "ore" || kind === "million";

function exported({ header, kind }: FigureColumn, at: number, kr: string): ExportColumn<FigureRow> {
  const value = (cells: FigureRow["cells"]): CellValue => {
    const cell = cells[at] ?? null;
    return isMoney(kind) && typeof cell === "number" ? Math.round(cell) / 100 : cell;
  };
  return {
    header: isMoney(kind) ? `${header} (${kr})` : header,
    // The row of leases without an end has a word where the others have a year.
    kind: kind === "text" || kind === "year" ? "text" : "number",
    value: ({ cells }) => value(cells),
  };
}
