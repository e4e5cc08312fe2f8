import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { getMapData } from "#db/queries/get-map-data.ts";
import { dayAt } from "#domain/day.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { parseBbox } from "#geo/bbox.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

/** The buildings of a search for the map, or cells of them for what the map shows (`viewport`). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const params = new URL(request.url).searchParams;
  const asked = params.get("viewport");
  const viewport = asked === null ? null : parseBbox(asked);
  if (asked !== null && viewport === null) throw problem(400, { detail: "viewport cannot be read" });
  const { search } = readPortfolioSearch(params, dayAt(new Date()));
  const data = await getMapData(context.db, actor, search, viewport);
  return new Response(data, {
    headers: { "Content-Type": "application/json", "Cache-Control": "private, no-store" },
  });
}
