import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { toApiPlan } from "#app/http/api-plan.ts";
import { problem } from "#app/http/problem.ts";
import { getPlan } from "#db/queries/plan/get-plan.ts";
import { listPlanWorks } from "#db/queries/plan/list-plan-works.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "plans", right: "read" } };

/** A plan with its works by year, totals and gap. Works are those in buildings that the caller may see. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "read");
  const plan = isId(params.id) ? await getPlan(context.db, actor, params.id) : null;
  if (!plan) throw problem(404, { detail: "There is no such plan." });
  return json(toApiPlan(plan, await listPlanWorks(context.db, actor, plan.id)));
}
