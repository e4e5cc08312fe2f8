import type { RequestHandler } from "express";

/** Whoever has the address has what it opens: codes on walls, private links and links in mails. */
const byAddressAlone = /^\/(q|follow|approve|rate|opinion|unfollow)\//;

/** The path as it may stand in a log: without the word that opens it. @example pathToLog("/follow/s3cret") // "/follow/…" */
export const pathToLog = (path: string): string =>
  path.replace(/^(\/(?:q|follow|approve|rate|opinion|unfollow)\/)[^/]+/, "$1…");

/** Keeps such pages out of search engines. */
export const keepUnlisted: RequestHandler = (request, response, next) => {
  if (byAddressAlone.test(request.path)) response.set("X-Robots-Tag", "noindex, nofollow, noarchive");
  next();
};
