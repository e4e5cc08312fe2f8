import type { AppLoadContext } from "@remix-run/node";
import { getActorBySession, getActorByToken } from "#db/queries/actor.ts";
import type { Asking } from "#db/queries/actor.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import type { Actor } from "#domain/actor.ts";
import { sessionSecretOf } from "./session-cookie.ts";

const BEARER = /^Bearer +(\S+)$/i;

/** One look-up a request: the loaders of a page run side by side and all ask who is asking. */
const known = new WeakMap<AppLoadContext, Promise<Asking | null>>();

/** Who is asking by a bearer token or, without one, by the session cookie; null for nobody. */
export function askingOf(request: Request, context: AppLoadContext): Promise<Asking | null> {
  let asking = known.get(context);
  if (!asking) {
    asking = lookUp(request, context);
    known.set(context, asking);
  }
  return asking;
}

/** Who is asking, or null; for pages that greet both. @example const actor = await actorOf(request, context); */
export const actorOf = async (request: Request, context: AppLoadContext): Promise<Actor | null> =>
  (await askingOf(request, context))?.actor ?? null;

/** Whether cookies of this site travel by HTTPS only. */
export const isSecure = (request: Request, context: AppLoadContext): boolean =>
  new URL(context.publicUrl ?? request.url).protocol === "https:";

/** The hash in hex of the session that asks: its name in lists; null where a token asks. */
export function sessionHashOf(request: Request, context: AppLoadContext): string | null {
  const secret = sessionSecretOf(request, isSecure(request, context));
  return secret && hashSecret(secret).toString("hex");
}

async function lookUp(request: Request, context: AppLoadContext): Promise<Asking | null> {
  const asking = await lookUpSecret(request, context);
  if (asking) asking.actor.requestId = context.requestId;
  return asking;
}

async function lookUpSecret(request: Request, context: AppLoadContext): Promise<Asking | null> {
  const now = new Date();
  const authorization = request.headers.get("Authorization");
  if (authorization) {
    const token = BEARER.exec(authorization)?.[1];
    return token ? getActorByToken(context.db, hashSecret(token), now) : null;
  }
  const secret = sessionSecretOf(request, isSecure(request, context));
  return secret ? getActorBySession(context.db, hashSecret(secret), now) : null;
}
