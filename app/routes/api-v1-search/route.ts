import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { searchEverything } from "#db/queries/search-everything.ts";

export const handle = { needs: { area: "register", right: "read" } };

/** Buildings, addresses, units and leases by any name or number they go by, the best twelve and the count of all. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const q = new URL(request.url).searchParams.get("q");
  if (q === null)
    throw problem(400, { detail: "Say what to look for: ?q=", errors: [{ field: "q", message: "missing" }] });
  const { items, total } = await searchEverything(context.db, actor, q);
  return json({ items, total, nextCursor: null });
}
