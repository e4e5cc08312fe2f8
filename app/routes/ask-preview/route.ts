import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { lookAhead } from "../ask/look-ahead.server.ts";
import { readDraft } from "../ask/read-draft.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" } };

/** Says what would become of a draft, and what may be the same already; writes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const draft: unknown = await request.json().catch((cause: unknown) => {
    throw Object.assign(problem(400, { detail: "The body is not JSON." }), { cause });
  });
  return json(await lookAhead(context, actor, readDraft(draft)));
}

/** There is nothing to see at this address: what it does is asked for on the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "cases", "write");
  return redirect("/ask");
}
