import type { LoaderFunctionArgs } from "@remix-run/node";
import { sessionHashOf } from "#app/auth/caller.ts";
import { requireActorWith } from "#app/auth/require-actor.ts";
import { problem } from "#app/http/problem.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { getVisibleCaseId, hasEventSince, seesCase } from "#db/queries/telling/sees-case.ts";
import { dayAt } from "#domain/day.ts";
import type { RouteHandle } from "#domain/needs.ts";
import { eventStream } from "./event-stream.ts";

export const handle: RouteHandle = { needs: { area: "cases", right: "read" } };

/**
 * Says to an open page that its case has changed, never what: the page then asks for itself, by its own rights. Ends
 * with the session, and when the case is no longer the asker's to see.
 */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const actor = await requireActorWith(request, context, "cases", "read");
  const { db, live } = context;
  const caseId = await getVisibleCaseId(db, actor, params.number ?? "", dayAt(new Date()));
  if (!caseId) throw problem(404);
  const sessionHash = sessionHashOf(request, context);
  if (!sessionHash) throw problem(403, { detail: "Only a page that is signed in can listen." });
  const since = sinceIn(request);
  const stillSees = async () => {
    const now = new Date();
    const current = await getActorByAccount(db, actor.accountId, now);
    return current !== null && (await seesCase(db, current, caseId, dayAt(now)));
  };
  const isBehind = since !== null && (await hasEventSince(db, caseId, since));
  if (request.method === "HEAD") return new Response(null);
  let isRefused = false;
  const response = eventStream(request.signal, ({ change, close }) => {
    const stop = live.listen({
      ...{ caseId, organisationId: actor.organisationId, accountId: actor.accountId, sessionHash },
      onEvent: () => void stillSees().then((sees) => (sees ? change() : close()), close),
      onEnd: close,
    });
    isRefused = stop === null;
    if (stop && isBehind) change();
    return stop ?? (() => undefined);
  });
  if (!isRefused) return response;
  await response.body?.cancel();
  throw problem(429, { detail: "Too many pages are listening. Close some of them." });
}

/** An event may be committed a little after the instant it says. */
const commitMs = 2_000;

/** When the page was loaded, as it says: what happened between then and the connection must not be lost. */
function sinceIn(request: Request): Date | null {
  const said = Date.parse(new URL(request.url).searchParams.get("since") ?? "");
  return Number.isNaN(said) ? null : new Date(said - commitMs);
}
