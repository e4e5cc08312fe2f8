import { json, type ActionFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { readJsonBody } from "#app/http/read-json-body.ts";
import { EconomyRequest } from "#domain/economy/economy-request.ts";
import { evaluateFlows } from "#domain/economy/evaluate-flows.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "read" } };

/** There is nothing to read here: what is sent is reckoned and forgotten. */
export async function loader({ request, context }: ActionFunctionArgs) {
  await requireActorWith(request, context, "colocation", "read");
  throw problem(405, { headers: { Allow: "POST" } });
}

/** Reckons flows: net present value, internal rates, paybacks and verdict. Nothing is kept. */
export async function action({ request, context }: ActionFunctionArgs) {
  await requireActorWith(request, context, "colocation", "read");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "POST" } });
  const asked = EconomyRequest.safeParse(await readJsonBody(request));
  if (!asked.success)
    throw problem(422, {
      detail: "The flows or rates cannot be reckoned with.",
      errors: asked.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const said = evaluateFlows(asked.data.flowsOre, asked.data.rates);
  if (!Number.isSafeInteger(said.npvOre))
    throw problem(422, { detail: "At these rates the flows come to more than can be counted in øre." });
  return json(said, { headers: { "Cache-Control": "no-store" } });
}
