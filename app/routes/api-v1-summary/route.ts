import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { apiSearch } from "#app/http/api-search.ts";
import { summarisePortfolio } from "#db/queries/summarise-portfolio.ts";
import { sumMaintenance } from "#db/queries/sum-maintenance.ts";
import { yearOf } from "#domain/day.ts";

export const handle = { needs: { area: "register", right: "read" } };

/** The portfolio's control totals, of everything or of what the filters find. Amounts in øre, areas in m². */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const search = apiSearch(request, new Date());
  const [totals, maintenanceLastYear] = await Promise.all([
    summarisePortfolio(context.db, actor, search),
    sumMaintenance(context.db, actor, search, yearOf(search.on) - 1),
  ]);
  return json({
    asOf: search.on,
    addresses: totals.addresses,
    buildings: totals.buildings,
    areaM2: totals.areaM2,
    leases: { unknownToKejd: totals.unknownLeases },
    ore: {
      exteriorBacklog: totals.exteriorBacklogOre,
      wholeRenovation: totals.wholeRenovationOre,
      maintenanceLastYear,
    },
    oldestSurveyYear: totals.oldestSurveyYear,
  });
}
