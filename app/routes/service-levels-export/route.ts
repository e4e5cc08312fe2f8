import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { levels } from "#app/i18n/levels.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import {
  compareServiceLevels,
  listComparedServices,
  type LevelRow,
} from "#db/queries/catalogue/compare-service-levels.ts";
import { deviationOf } from "#domain/catalogue/compare-levels.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { csvHead, csvLine } from "../portfolio-export/csv.ts";
import { maxXlsxRows, toXlsx } from "../portfolio-export/xlsx.server.ts";
import { readLevelSearch } from "../service-levels/level-search.ts";

export const handle: RouteHandle = { needs: { area: "services", right: "read" } };

/** The units of the comparison as a file, exactly those of the page and in its order: `format=csv` or `xlsx`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "services", "read");
  const params = new URL(request.url).searchParams;
  const { service, kind, band } = readLevelSearch(params);
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(levels, locale);
  const on = dayAt(new Date());
  const services = await listComparedServices(context.db, actor);
  const serviceCode = services.find((one) => one.code === service)?.code ?? services[0]?.code ?? "";
  const { rows } = await compareServiceLevels(context.db, actor, { serviceCode, kind: kind || null, on });
  const columns = levelColumns(words, band);
  const name = `${words.fileName}-${serviceCode}-${on}`;
  if (params.get("format") !== "xlsx") {
    const lines = rows.map((row) =>
      csvLine(
        columns.map((column) => column.value(row)),
        locale,
      ),
    );
    return file(csvHead(columns, locale) + lines.join(""), `${name}.csv`, "text/csv; charset=utf-8");
  }
  if (rows.length > maxXlsxRows)
    return new Response(words.tooLarge, {
      status: 422,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  return file(new Uint8Array(await toXlsx(columns, rows, words.title)), `${name}.xlsx`, type);
}

function levelColumns(words: (typeof levels)["da"], band: number): ExportColumn<LevelRow>[] {
  const kroner = (ore: number | null) => (ore === null ? null : ore / 100);
  const said = (row: LevelRow) => {
    const deviation = deviationOf(row.pricePerM2Ore, row.medianPricePerM2Ore, band);
    if (!deviation) return words.notCompared;
    const percent = words.percent(Math.round(Math.abs(deviation.share) * 100));
    return deviation.side === "within" ? words.within : words[deviation.side](percent);
  };
  return [
    { header: words.unit, kind: "text", value: (row) => row.unitName },
    { header: words.building, kind: "text", value: (row) => row.buildingName },
    { header: words.kind, kind: "text", value: (row) => words.kinds[row.kind] ?? row.kind },
    { header: `${words.area} m²`, kind: "number", value: (row) => row.areaM2 },
    { header: `${words.price} ${words.perM2}`, kind: "number", value: (row) => kroner(row.pricePerM2Ore) },
    {
      header: `${words.median} ${words.perM2}`,
      kind: "number",
      value: (row) => kroner(row.medianPricePerM2Ore),
    },
    { header: words.deviation, kind: "text", value: said },
    { header: words.quality, kind: "number", value: (row) => row.quality },
    { header: words.visits, kind: "number", value: (row) => row.visitsPerYear },
    {
      header: `${words.annual} ${words.kroner}`,
      kind: "number",
      value: (row) => kroner(row.annualPriceOre),
    },
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
