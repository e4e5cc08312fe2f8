import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { upkeep as area } from "#app/i18n/upkeep.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { listMaintenanceReceived } from "#db/queries/building/list-maintenance-received.ts";
import { mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { csvHead, csvLine } from "../portfolio-export/csv.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

interface Line {
  lease: string;
  unit: string;
  year: number;
  exteriorOre: number;
  interiorOre: number;
}

/** What the building and its leases received in maintenance, a line for each lease and year, as a file. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const { id } = params;
  const today = dayAt(new Date());
  if (!isId(id) || !(await mayReachBuilding(context.db, actor, id, "read", today))) throw problem(404);
  const locale = localeFrom(request, actor.locale);
  const words = wordsIn(area, locale).received;
  const { leases } = await listMaintenanceReceived(context.db, actor, id, today);
  const lines = leases.flatMap(({ number, unitName, isOther, years }): Line[] => {
    const name = { lease: number ?? (isOther ? words.others : words.unlet), unit: unitName ?? "" };
    return years.map((year) => ({ ...name, ...year }));
  });
  const columns: ExportColumn<Line>[] = [
    { header: words.lease, kind: "text", value: ({ lease }) => lease },
    { header: words.unit, kind: "text", value: ({ unit }) => unit },
    { header: words.year, kind: "number", value: ({ year }) => year },
    { header: `${words.exterior} kr.`, kind: "number", value: ({ exteriorOre }) => exteriorOre / 100 },
    { header: `${words.interior} kr.`, kind: "number", value: ({ interiorOre }) => interiorOre / 100 },
  ];
  const text = lines.map((line) =>
    csvLine(
      columns.map(({ value }) => value(line)),
      locale,
    ),
  );
  return new Response(csvHead(columns, locale) + text.join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${words.fileName}-${today}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}
