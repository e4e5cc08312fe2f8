import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { planAround } from "#app/server/plan-around.ts";
import { getBuilding } from "#db/queries/building/get-building.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { planFrame } from "#geo/plan-frame.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" } };

/** A drawing of a building and its ground, to point at; nothing where the actor may not know of it, or nobody knows where. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const id = new URL(request.url).searchParams.get("building");
  const today = dayAt(new Date());
  const facts = isId(id) ? await getBuilding(context.db, actor, id, today) : null;
  const plan = facts ? await planAround(context.db, actor, facts, today) : null;
  if (!facts?.position || !plan) return json({ plan: null, frame: null });
  return json({ plan, frame: planFrame(facts.position) });
}
