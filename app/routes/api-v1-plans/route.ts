import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { toApiPlan } from "#app/http/api-plan.ts";
import { problem } from "#app/http/problem.ts";
import { createPlan } from "#db/commands/plan/write-plan.ts";
import { getPlan } from "#db/queries/plan/get-plan.ts";
import { listPlanWorks } from "#db/queries/plan/list-plan-works.ts";
import { listPlans } from "#db/queries/plan/list-plans.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { PlanForm } from "#domain/plan/plan-form.ts";

export const handle: RouteHandle = {
  needs: { area: "plans", right: "read" },
  needsToChange: { area: "plans", right: "write" },
};

/** The plans that the caller may read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "read");
  return json({ items: await listPlans(context.db, actor) });
}

/** Makes a plan and reckons it: 201 with its works by year. Names are taken once (409), so a repeated sending makes no other. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "plans", "write");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "GET, POST" } });
  const form = PlanForm.safeParse(await bodyOf(request));
  if (!form.success)
    throw problem(422, {
      detail: "Some fields could not be read.",
      errors: form.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const { db } = context;
  const made = await createPlan(db, actor, form.data, new Date());
  if (!made.ok)
    throw made.refusal === "nameTaken"
      ? problem(409, { detail: "There is a plan of that name already." })
      : problem(403, { detail: "A plan speaks of the whole portfolio, and your right does not." });
  await context.plans.reckon(actor.organisationId, made.value);
  const plan = await getPlan(db, actor, made.value);
  return json(toApiPlan(plan!, await listPlanWorks(db, actor, made.value)), {
    status: 201,
    headers: { Location: `/api/v1/plans/${made.value}`, "Cache-Control": "no-store" },
  });
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw Object.assign(problem(400, { detail: "The body is not JSON." }), { cause });
  }
}
