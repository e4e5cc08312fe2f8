import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { listMapElements } from "#db/queries/condition/list-map-elements.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";

export const handle: RouteHandle = { needs: { area: "surveys", right: "read" } };

/** What the elements of a search's buildings say of each, for the layers that are of elements. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "surveys", "read");
  const { search } = readPortfolioSearch(new URL(request.url).searchParams, dayAt(new Date()));
  const elements = await listMapElements(context.db, actor, search);
  return json(elements, { headers: { "Cache-Control": "private, no-store" } });
}
