import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { listMapDates } from "#db/queries/lease-date/list-map-dates.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "read" } };

/** When the leases of a search's buildings next ask for a decision, for the layer of dates. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "read");
  const today = dayAt(new Date());
  const { search } = readPortfolioSearch(new URL(request.url).searchParams, today);
  const dates = await listMapDates(context.db, actor, search, today);
  return json(dates, { headers: { "Cache-Control": "private, no-store" } });
}
