import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { localeFrom, type Locale } from "#app/i18n/locale.ts";
import { plans as area } from "#app/i18n/plans.ts";
import { wordsIn } from "#app/i18n/words.ts";
import { getPlan } from "#db/queries/plan/get-plan.ts";
import { listPlanWorks, type ListedWork } from "#db/queries/plan/list-plan-works.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { csvHead, csvLine } from "../portfolio-export/csv.ts";

export const handle: RouteHandle = { needs: { area: "plans", right: "read" } };

/** The works of a plan as a file, those outside it last. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "read");
  const plan = isId(params.id) ? await getPlan(context.db, actor, params.id) : null;
  if (!plan) throw problem(404);
  const locale = localeFrom(request, actor.locale);
  const columns = columnsIn(locale);
  const lines = (await listPlanWorks(context.db, actor, plan.id)).map((row) =>
    csvLine(
      columns.map(({ value }) => value(row)),
      locale,
    ),
  );
  return new Response(csvHead(columns, locale) + lines.join(""), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${wordsIn(area, locale).export.fileName}-${plan.firstYear}.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

function columnsIn(locale: Locale): ExportColumn<ListedWork>[] {
  const words = wordsIn(area, locale);
  const { compared, charts, packages, kinds, export: heads } = words;
  const kroner = (ore: number) => ore / 100;
  return [
    { header: charts.year, kind: "number", value: ({ year }) => year },
    { header: heads.number, kind: "text", value: ({ number }) => number },
    { header: compared.work, kind: "text", value: ({ title }) => title },
    { header: heads.kind, kind: "text", value: ({ kind }) => kinds[kind] },
    { header: compared.building, kind: "text", value: ({ building }) => building },
    { header: heads.address, kind: "text", value: ({ address }) => address },
    { header: packages.administration, kind: "text", value: ({ administration }) => administration },
    { header: `${compared.cost} (kr.)`, kind: "number", value: ({ todayOre }) => kroner(todayOre) },
    { header: `${heads.price} (kr.)`, kind: "number", value: ({ costOre }) => kroner(costOre) },
    { header: charts.conditions, kind: "number", value: ({ condition }) => condition },
    { header: heads.consequence, kind: "number", value: ({ consequence }) => consequence },
    { header: heads.rank, kind: "number", value: ({ packageRank }) => packageRank },
  ];
}
