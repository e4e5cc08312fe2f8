import { SESSION_LONGEST_MS } from "#domain/session.ts";

/** A `__Host-` name is only accepted over HTTPS, for this host alone; plain http is for localhost. */
const nameOf = (isSecure: boolean): string => (isSecure ? "__Host-session" : "session");

const SECRET = /^[A-Za-z0-9_-]{43}$/;

const attributes = (isSecure: boolean): string =>
  `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;

/** The session's secret that a request carries, or null. */
export function sessionSecretOf(request: Request, isSecure: boolean): string | null {
  const prefix = `${nameOf(isSecure)}=`;
  for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
    const text = pair.trim();
    if (text.startsWith(prefix) && SECRET.test(text.slice(prefix.length))) return text.slice(prefix.length);
  }
  return null;
}

/** The `Set-Cookie` text that begins a session; the server, not the cookie, decides when it ends. */
export const sessionCookie = (secret: string, isSecure: boolean): string =>
  `${nameOf(isSecure)}=${secret}; ${attributes(isSecure)}; Max-Age=${SESSION_LONGEST_MS / 1000}`;

/** The `Set-Cookie` text that forgets it. */
export const endedSessionCookie = (isSecure: boolean): string =>
  `${nameOf(isSecure)}=; ${attributes(isSecure)}; Max-Age=0`;
