import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { startProposal } from "#db/commands/colocation/run-proposal.ts";
import { getProposal } from "#db/queries/colocation/get-proposal.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { ProposalRequest } from "#domain/colocation/optimise/proposal-form.ts";
import { dayAt } from "#domain/day.ts";
import { isId } from "#domain/id.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

/** How far the last search for a proposal has come, and what it ended in. The gap is a fraction. */
export async function loader({ request, params: { id }, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  const found = isId(id) ? await getProposal(context.db, actor, id) : null;
  if (!found) throw problem(404);
  const { bestOre, boundOre } = found;
  const gap =
    bestOre === null || boundOre === null ? null : (bestOre - boundOre) / Math.max(1, Math.abs(bestOre));
  return json({ ...found, gap }, { headers: { "Cache-Control": "no-store" } });
}

/** Begins a search for a proposal: 202 with the job, to be followed at this same address. */
export async function action({ request, params: { id }, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "GET, POST" } });
  const form = ProposalRequest.safeParse(await bodyOf(request));
  if (!form.success)
    throw problem(422, {
      detail: "Some fields could not be read.",
      errors: form.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const now = new Date();
  const inputs = isId(id) ? await readColocationCase(context.db, actor, id, dayAt(now)) : null;
  if (!inputs) throw problem(404);
  const { seconds, scenarioId, ...limits } = form.data;
  const scenario = inputs.scenarios.find((one) => (scenarioId ? one.id === scenarioId : one.isBase));
  if (!scenario)
    throw problem(422, {
      detail: "The case has no such scenario.",
      errors: [{ field: "scenarioId", message: "scenarioId" }],
    });
  if (inputs.units.length === 0 || inputs.premises.length === 0)
    throw problem(422, { detail: "The case needs units and premises before anything can be proposed." });
  const asked = { caseId: inputs.case.id, scenarioId: scenario.id, secondsAtMost: seconds, ...limits };
  const started = await startProposal(context.db, actor, asked, now);
  if (!started.ok) throw refusals[started.refusal]();
  context.placing.search({
    runId: started.value,
    question: { inputs, scenario, limits },
    secondsAtMost: seconds,
  });
  return json(
    { id: started.value, state: "running" },
    {
      status: 202,
      headers: { Location: `/api/v1/cases-colocation/${inputs.case.id}/solve`, "Cache-Control": "no-store" },
    },
  );
}

const refusals = {
  notFound: () => problem(404),
  notDraft: () => problem(409, { detail: "The case is with the council: it can no longer be changed." }),
  isRunning: () => problem(409, { detail: "A proposal is being looked for already." }),
};

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return JSON.parse((await request.text()) || "{}");
  } catch (cause) {
    throw Object.assign(problem(400, { detail: "The body is not JSON." }), { cause });
  }
}
