import { redirect } from "@remix-run/node";
import type { ActionFunctionArgs } from "@remix-run/node";
import { endSession } from "#app/auth/begin-session.ts";
import { isSecure } from "#app/auth/caller.ts";
import { sessionSecretOf } from "#app/auth/session-cookie.ts";
import { signOut } from "#db/commands/sign-out.ts";
import type { RouteHandle } from "#domain/needs.ts";

export const handle: RouteHandle = { needs: "public" };

/** Ends the session, if there is one: whoever asks is signed out afterwards. */
export async function action({ request, context }: ActionFunctionArgs) {
  const secret = sessionSecretOf(request, isSecure(request, context));
  if (secret) await signOut(context.db, secret, context.requestId);
  return endSession(request, context, "/sign-in?signed-out");
}

/** Signing out is something one does, never something a link or a picture does to one. */
export const loader = () => redirect("/");
