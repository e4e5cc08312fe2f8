import { cookieValue } from "#app/i18n/locale.ts";

const COOKIE = "portfolio_since";
const VISIT_SECONDS = 30 * 60;

/** Since when changes count as new in this visit, as an ISO instant; null when a new visit begins. A visit ends after
 *  half an hour of rest. The empty text is a first visit, in which nothing is marked. */
export function visitSince(request: Request): string | null {
  const value = cookieValue(request.headers.get("Cookie"), COOKIE);
  if (value === null) return null;
  if (value === "first") return "";
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? value : null;
}

/** The `Set-Cookie` text that keeps the visit going. It holds no secret. */
export const visitCookie = (since: string): string =>
  `${COOKIE}=${since || "first"}; Path=/portfolio; HttpOnly; SameSite=Lax; Max-Age=${VISIT_SECONDS}`;
