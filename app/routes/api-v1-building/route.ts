import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { toApiBuilding } from "#app/http/api-building.ts";
import { apiSearch } from "#app/http/api-search.ts";
import { problem } from "#app/http/problem.ts";
import { getBuilding } from "#db/queries/building/get-building.ts";
import { isId } from "#domain/id.ts";

export const handle = { needs: { area: "register", right: "read" } };

/** One building on a day. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "register", "read");
  const { on } = apiSearch(request, new Date());
  const building = isId(params.id) ? await getBuilding(context.db, actor, params.id, on) : null;
  if (!building) throw problem(404, { detail: "There is no such building on that day." });
  return json(toApiBuilding(building));
}
