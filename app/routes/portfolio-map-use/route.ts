import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { listMapUse } from "#db/queries/use/list-map-use.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

/** How a search's buildings are used, for the layers that are of use: term weeks, 45 hours, and weekdays after 16. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const { search } = readPortfolioSearch(new URL(request.url).searchParams, dayAt(new Date()));
  const use = await listMapUse(context.db, actor, search);
  return json(use, { headers: { "Cache-Control": "private, no-store" } });
}
