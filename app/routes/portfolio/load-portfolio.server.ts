import { json } from "@remix-run/node";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { notePortfolioVisit } from "#db/commands/note-portfolio-visit.ts";
import { listRowsOf } from "#db/queries/list-buildings.ts";
import { CursorFault } from "#db/queries/list-cursor.ts";
import { listFilterNames } from "#db/queries/list-filter-options.ts";
import { listSavedViews } from "#db/queries/list-saved-views.ts";
import { summarisePortfolio } from "#db/queries/summarise-portfolio.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { readPortfolioView } from "#domain/portfolio-view.ts";
import { visitCookie, visitSince } from "./visit.ts";

/** Rows of a page of the list. */
export const pageLength = 100;

type Context = LoaderFunctionArgs["context"];

/** All that the page shows before the map's own data come: the search as read, its totals and the first of its rows. */
export async function loadPortfolio({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const { db } = context;
  const params = new URL(request.url).searchParams;
  const today = dayAt(new Date());
  const { search, faults } = readPortfolioSearch(params, today);
  const since = await sinceOf(request, context, actor);
  const [totals, page, options, savedViews] = await Promise.all([
    summarisePortfolio(db, actor, search, since ? new Date(since) : null),
    rowsFrom(context, actor, params, search),
    listFilterNames(db, actor, search.on),
    listSavedViews(db, actor),
  ]);
  return json(
    {
      ...{ search, faults, today, totals, options, savedViews },
      ...page,
      seenAt: since || null,
      basemap: context.basemap,
    },
    { headers: { "Set-Cookie": visitCookie(since), "Cache-Control": "private, no-store" } },
  );
}

async function sinceOf(request: Request, { db }: Context, actor: Actor): Promise<string> {
  const since = visitSince(request);
  if (since !== null) return since;
  return (await notePortfolioVisit(db, actor, new Date()))?.toISOString() ?? "";
}

/** A page of the list; a cursor that belongs to another list begins it again, and says so. */
async function rowsFrom(
  { db }: Context,
  actor: Actor,
  params: URLSearchParams,
  search: Parameters<typeof listRowsOf>[2],
) {
  const { sort, order } = readPortfolioView(params);
  const cursor = params.get("cursor");
  const cut = { sort, order, limit: pageLength };
  try {
    const page = await listRowsOf(db, actor, search, { ...cut, cursor });
    return { ...page, isFromStart: cursor === null, hasLostPlace: false };
  } catch (error) {
    if (!(error instanceof CursorFault)) throw error;
    const page = await listRowsOf(db, actor, search, { ...cut, cursor: null });
    return { ...page, isFromStart: true, hasLostPlace: true };
  }
}
