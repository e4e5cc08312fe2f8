import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { addObservations } from "#db/commands/use/add-observations.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { observingKinds } from "#domain/use/observation.ts";

export const handle: RouteHandle = { needs: { area: "colocation", right: "write" } };

/** As many at once as one transaction should hold. */
const mostItems = 5_000;

const Batch = z.strictObject({
  source: z.string().trim().min(1).max(200),
  kind: z.enum(observingKinds),
  items: z.array(z.unknown()).min(1).max(mostItems),
});

/** Observations are only ever sent here; what they come to is asked of /api/v1/use. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "colocation", "write");
  throw problem(405, { headers: { Allow: "POST" } });
}

/**
 * Takes a batch of observations in: `{ source, kind, items: [{ sequence, observedAt, spaceId, persons }] }`. 200 with what
 * was added, was there already, and was refused with its reason; sending the same again adds nothing.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "POST" } });
  const batch = Batch.safeParse(await bodyOf(request));
  if (!batch.success)
    throw problem(422, {
      detail: `A batch has a source, a kind (${observingKinds.join(", ")}) and 1 to ${mostItems} items. Nothing was taken.`,
      errors: batch.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const taken = await addObservations(context.db, actor, batch.data, new Date());
  if (!taken.ok)
    throw problem(409, {
      detail: "This source is known to be of another kind. Nothing was taken; use another name.",
    });
  return json(taken.value, { headers: { "Cache-Control": "no-store" } });
}

async function bodyOf(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch (cause) {
    throw Object.assign(problem(400, { detail: "The body is not JSON." }), { cause });
  }
}
