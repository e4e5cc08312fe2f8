import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { decideProblem } from "#app/http/charge-problem.ts";
import { problem } from "#app/http/problem.ts";
import { decideRun } from "#db/commands/charge/decide-run.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "leases", right: "write" } };

const decisions = ["approve", "issue"] as const;

/** A decision is made, not read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "leases", "write");
  throw problem(405, { headers: { Allow: "POST" } });
}

/** Approves or issues a run: by another person than made it, and than approved it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "leases", "write");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "POST" } });
  const decision = decisions.find((known) => known === params.decision);
  if (!isId(params.id) || !decision) throw problem(404);
  const decided = await decideRun(context.db, actor, params.id, decision, new Date());
  if (!decided.ok) throw decideProblem(decided.refusal);
  return json(decided.value, { headers: { "Cache-Control": "no-store" } });
}
