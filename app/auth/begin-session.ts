import { redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/node";
import { localPathOr } from "../http/local-path.ts";
import { isSecure } from "./caller.ts";
import { endedSessionCookie, sessionCookie } from "./session-cookie.ts";

/** Sends the person on, signed in. Where they wanted to go is a path of this site or the front page. */
export const beginSession = (
  request: Request,
  context: AppLoadContext,
  secret: string,
  to: unknown,
): Response =>
  redirect(localPathOr(to, "/"), {
    headers: { "Set-Cookie": sessionCookie(secret, isSecure(request, context)) },
  });

/** Sends the person on, signed out. */
export const endSession = (request: Request, context: AppLoadContext, to: string): Response =>
  redirect(to, { headers: { "Set-Cookie": endedSessionCookie(isSecure(request, context)) } });
