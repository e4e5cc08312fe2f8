import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { getFootprints } from "#db/queries/get-footprints.ts";
import { dayAt } from "#domain/day.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { parseBbox } from "#geo/bbox.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

/** The outlines of the buildings of a search in what the map shows (`viewport`), as GeoJSON. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const params = new URL(request.url).searchParams;
  const viewport = parseBbox(params.get("viewport") ?? "");
  if (!viewport) throw problem(400, { detail: "viewport cannot be read" });
  const { search } = readPortfolioSearch(params, dayAt(new Date()));
  const data = await getFootprints(context.db, actor, { ...search, bbox: viewport });
  return new Response(data, {
    headers: { "Content-Type": "application/geo+json", "Cache-Control": "private, no-store" },
  });
}
