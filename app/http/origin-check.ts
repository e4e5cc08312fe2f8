import type { Request, RequestHandler } from "express";
import { sendProblem } from "./send-problem.ts";

/** What a request says of where it comes from. */
export interface Provenance {
  method: string;
  origin: string | undefined;
  fetchSite: string | undefined;
  hasCookie: boolean;
  hasBearer: boolean;
  /** The origin of this site, or null where none can be trusted. */
  ownOrigin: string | null;
}

export type OriginVerdict = "pass" | "foreign" | "unproven";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether an unsafe request comes from this site's own pages. A bearer token without a cookie proves intent by itself;
 * a cookie does not, because browsers send it along whoever asks. Where the browser says both origin and relation, both
 * must be ours; where it says neither, only a request without a cookie passes.
 * @example judgeOrigin({ method: "POST", origin: "https://evil.example", … }) // "foreign"
 */
export function judgeOrigin(from: Provenance): OriginVerdict {
  if (SAFE_METHODS.has(from.method)) return "pass";
  if (from.hasBearer && !from.hasCookie) return "pass";
  if (from.origin === undefined && from.fetchSite === undefined) return from.hasCookie ? "unproven" : "pass";
  if (from.origin !== undefined && from.origin !== from.ownOrigin) return "foreign";
  if (from.fetchSite !== undefined && from.fetchSite !== "same-origin") return "foreign";
  return "pass";
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * The origin that requests to this site carry: that of the public address, or, without one, the host that was asked for
 * if it is this machine. Any other host name could be a stranger's name for this machine.
 */
export function ownOriginOf(
  publicUrl: string | null,
  protocol: string,
  host: string | undefined,
): string | null {
  if (publicUrl) return new URL(publicUrl).origin;
  if (!host || !URL.canParse(`${protocol}://${host}`)) return null;
  const url = new URL(`${protocol}://${host}`);
  return LOOPBACK.has(url.hostname) ? url.origin : null;
}

const DETAILS = {
  foreign:
    "The request comes from another site than this one. Behind a proxy or under another name, set PUBLIC_URL to the address that people use.",
  unproven:
    "The request carries a cookie but says neither Origin nor Sec-Fetch-Site, so it cannot be trusted.",
};

/** Answers 403 to unsafe requests from elsewhere, before the framework sees them. */
export const originCheck =
  ({ publicUrl }: { publicUrl: string | null }): RequestHandler =>
  (request, response, next) => {
    const verdict = judgeOrigin(provenanceOf(request, publicUrl));
    if (verdict === "pass") next();
    else sendProblem(response, 403, DETAILS[verdict]);
  };

const provenanceOf = (request: Request, publicUrl: string | null): Provenance => ({
  method: request.method,
  origin: request.get("Origin"),
  fetchSite: request.get("Sec-Fetch-Site"),
  hasCookie: request.get("Cookie") !== undefined,
  hasBearer: /^Bearer /i.test(request.get("Authorization") ?? ""),
  ownOrigin: ownOriginOf(publicUrl, request.protocol, request.get("Host")),
});
