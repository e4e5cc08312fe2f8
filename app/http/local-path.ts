/** Backslashes count as slashes in a browser, and control characters are dropped by it: both can hide another host. */
const HAS_HIDDEN_TURN = /[\\\p{Cc}]/u;

/**
 * A target to redirect to that stays on this site: one path with its query, else the fallback. Other hosts
 * (`//host`, `/\host`, `https://…`), relative paths and control characters are refused.
 * @example localPathOr("/buildings?q=skole", "/") // "/buildings?q=skole"
 * @example localPathOr("//evil.example", "/") // "/"
 */
export function localPathOr(target: unknown, fallback: string): string {
  if (typeof target !== "string" || !target.startsWith("/") || HAS_HIDDEN_TURN.test(target)) return fallback;
  // The browser's own reading has the last word: `/.//host` and the like resolve their dots first.
  const here = "http://here.invalid";
  if (!URL.canParse(target, here)) return fallback;
  const url = new URL(target, here);
  if (url.origin !== here || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}
