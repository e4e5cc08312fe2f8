import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { leaseFigures as area } from "#app/i18n/lease-figures.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { portfolio } from "#app/i18n/portfolio.ts";
import type { VacantBuilding } from "#db/queries/lease/list-vacancy.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { loadVacant } from "../lease-vacancy/load-vacant.server.ts";
import type { ExportColumn } from "../portfolio-export/columns.ts";
import { exportFile } from "../portfolio-export/export-file.server.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

/** The buildings with vacant m² as a file: `format=csv` or `xlsx`. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const locale = localeFrom(request, actor.locale);
  const words = area[locale];
  const { rows, on } = await loadVacant(context.db, actor, request);
  const { columns: heads } = words;
  const columns: ExportColumn<VacantBuilding>[] = [
    { header: heads.building, kind: "text", value: ({ name }) => name },
    { header: heads.address, kind: "text", value: ({ address }) => address },
    { header: heads.use, kind: "text", value: ({ useGroup }) => portfolio[locale].uses[useGroup] },
    { header: heads.condition, kind: "number", value: ({ condition }) => condition },
    { header: heads.vacant, kind: "number", value: ({ vacantM2 }) => vacantM2 },
    { header: heads.whole, kind: "number", value: ({ areaM2 }) => areaM2 },
  ];
  return exportFile(new URL(request.url).searchParams.get("format"), {
    ...{ columns, rows, locale, name: `vacancy-${on}` },
    ...{ sheet: words.exportSections.vacancy, tooMany: words.tooMany },
  });
}
