import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { getBuildingName, mayReachBuilding } from "#db/queries/building/reaches-building.ts";
import type { Area, Right } from "#domain/access.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import { problem } from "./problem.ts";

/** Who asks about the building that the address names, what it is called, and today; 404 where it is none that they reach. */
export async function reachBuilding(
  { request, context, params }: LoaderFunctionArgs,
  area: Area,
  right: Right = "read",
) {
  const actor = await requireActorWith(request, context, area, right);
  const { id } = params;
  const today = dayAt(new Date());
  if (!isId(id) || !(await mayReachBuilding(context.db, actor, id, "read", today))) throw problem(404);
  const name = await getBuildingName(context.db, actor, id);
  return { actor, id, name, today, locale: localeFrom(request, actor.locale) };
}
