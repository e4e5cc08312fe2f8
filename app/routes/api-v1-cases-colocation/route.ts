import { json, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { readJsonBody } from "#app/http/read-json-body.ts";
import { sendingKeyOf } from "#app/http/sending-key.server.ts";
import { createWholeCase } from "#db/commands/colocation/create-whole-case.ts";
import { listColocationCases } from "#db/queries/colocation/list-cases.ts";
import { WholeCaseForm } from "#domain/colocation/whole-case-form.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = {
  needs: { area: "colocation", right: "read" },
  needsToChange: { area: "colocation", right: "write" },
};

/** The co-location cases that the caller may read. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "read");
  return json({ items: await listColocationCases(context.db, actor) });
}

/**
 * Makes a case, empty or with units, premises and scenarios: 201 with its id and number. With a header `Idempotency-Key` the same
 * body again is the same case.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "colocation", "write");
  if (request.method !== "POST") throw problem(405, { headers: { Allow: "GET, POST" } });
  const form = WholeCaseForm.safeParse(await readJsonBody(request));
  if (!form.success)
    throw problem(422, {
      detail: "Some fields could not be read. Nothing was made.",
      errors: form.error.issues.map(({ path, message }) => ({ field: path.join("."), message })),
    });
  const key = sendingKeyOf(request.headers.get("Idempotency-Key"), form.data);
  const made = await createWholeCase(context.db, actor, form.data, new Date(), key);
  if (!made.ok && made.refusal === "notAllowed")
    throw problem(403, { detail: "A case can reach across the whole portfolio, and your right does not." });
  if (!made.ok)
    throw problem(422, {
      detail: "A part of the case was refused. Nothing was made.",
      errors: [{ field: made.at, message: made.refusal }],
    });
  return json(made.value, {
    status: 201,
    headers: { Location: `/api/v1/cases-colocation/${made.value.id}/economy`, "Cache-Control": "no-store" },
  });
}
