import { redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/node";
import { localPathOr } from "../http/local-path.ts";
import { localeCookie, type Locale } from "../i18n/locale.ts";
import { isSecure } from "./caller.ts";
import { endedSessionCookie, sessionCookie } from "./session-cookie.ts";

/** Sends the person on, signed in and in the language they once chose. Where they wanted to go is a path of this site or
 *  the front page. */
export function beginSession(
  request: Request,
  context: AppLoadContext,
  secret: string,
  to: unknown,
  locale: Locale | null = null,
): Response {
  const isByHttps = isSecure(request, context);
  const headers = new Headers({ "Set-Cookie": sessionCookie(secret, isByHttps) });
  if (locale) headers.append("Set-Cookie", localeCookie(locale, isByHttps));
  return redirect(localPathOr(to, "/"), { headers });
}

/** Sends the person on, signed out, and wipes what the pages kept in the browser: work and drafts of a phone included. */
export const endSession = (request: Request, context: AppLoadContext, to: string): Response =>
  redirect(to, {
    headers: {
      "Set-Cookie": endedSessionCookie(isSecure(request, context)),
      "Clear-Site-Data": '"storage"',
    },
  });
