import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { localeFrom } from "#app/i18n/locale.ts";
import { problem } from "#app/http/problem.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { readDraft } from "../ask/read-draft.ts";
import { sendDraft } from "../ask/send-draft.server.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "write" } };

/** Takes a draft as JSON from the page's script: `{ key, draft }`. Answers with the case's number, or with what is wrong. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "write");
  const sent: unknown = await request.json().catch((cause: unknown) => {
    throw Object.assign(problem(400, { detail: "The body is not JSON." }), { cause });
  });
  const { key, draft } = (sent ?? {}) as { key?: unknown; draft?: unknown };
  const locale = localeFrom(request, actor.locale);
  const answer = await sendDraft(context, { ...actor, locale }, readDraft(draft), String(key));
  return json(answer, { status: answer.ok ? 201 : answer.fault === "notAllowed" ? 403 : 422 });
}

/** There is nothing to see at this address: what it does is asked for on the page. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireActorWith(request, context, "cases", "write");
  return redirect("/ask");
}
