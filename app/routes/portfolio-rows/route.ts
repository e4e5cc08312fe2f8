import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { listRowsOf } from "#db/queries/list-buildings.ts";
import { CursorFault } from "#db/queries/list-cursor.ts";
import { dayAt } from "#domain/day.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { readPortfolioView } from "#domain/portfolio-view.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "register", right: "read" } };

const pageLength = 200;

/** The rows of the list that follow a cursor, for a page that already shows those before it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const params = new URL(request.url).searchParams;
  const { search } = readPortfolioSearch(params, dayAt(new Date()));
  const { sort, order } = readPortfolioView(params);
  const cut = { sort, order, limit: pageLength, cursor: params.get("cursor") };
  try {
    const page = await listRowsOf(context.db, actor, search, cut);
    return json(page, { headers: { "Cache-Control": "private, no-store" } });
  } catch (error) {
    if (error instanceof CursorFault) throw problem(400, { detail: error.message });
    throw error;
  }
}
