import { redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/node";
import { hasAnyAccount } from "#db/queries/account-existence.ts";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Area, Right } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { isApiPath, problem } from "../http/problem.ts";
import { askingOf } from "./caller.ts";

/** Databases that are known to have an account: they will not lose the last one, so nobody asks again. */
const setUp = new WeakSet<Db>();

/** Whether the system waits for its first administrator. */
export async function needsSetup(db: Db): Promise<boolean> {
  if (setUp.has(db)) return false;
  if (!(await hasAnyAccount(db))) return true;
  setUp.add(db);
  return false;
}

/**
 * Who is asking, or an answer thrown: a page leads to the sign-in (and back afterwards), the API says 401. Where nobody
 * has an account yet, every page leads to the setup; a password that was handed out leads to choosing one's own.
 * @example const actor = await requireActor(request, context);
 */
export async function requireActor(request: Request, context: AppLoadContext): Promise<Actor> {
  const url = new URL(request.url);
  const asking = await askingOf(request, context);
  if (!asking) throw await nobodyAsks(request, context, url);
  if (asking.mustChangePassword && url.pathname !== "/account") {
    throw isApiPath(url.pathname)
      ? problem(403, { detail: "Choose a password of your own on /account first." })
      : redirect("/account");
  }
  return asking.actor;
}

async function nobodyAsks(request: Request, context: AppLoadContext, url: URL): Promise<Response> {
  if (isApiPath(url.pathname)) {
    return problem(401, {
      detail: "Send a token as Authorization: Bearer, or sign in.",
      headers: { "WWW-Authenticate": 'Bearer realm="Ejendomsportalen"' },
    });
  }
  if (await needsSetup(context.db)) return redirect("/setup");
  const here = request.method === "GET" ? url.pathname + url.search : url.pathname;
  return redirect(here === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(here)}`);
}

/**
 * Throws unless the actor has the right somewhere: 403, or 404 where not even the existence may be known.
 * @example requireRight(actor, "people", "write");
 */
export function requireRight(actor: Actor, area: Area, right: Right, refusal: 403 | 404 = 403): void {
  if (!may(actor, area, right)) throw problem(refusal);
}

/** Both at once: who is asking, if they have the right. @example const actor = await requireActorWith(request, context, "audit", "read"); */
export async function requireActorWith(
  request: Request,
  context: AppLoadContext,
  area: Area,
  right: Right,
): Promise<Actor> {
  const actor = await requireActor(request, context);
  requireRight(actor, area, right);
  return actor;
}
