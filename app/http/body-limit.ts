import type { RequestHandler } from "express";
import { sendProblem } from "./send-problem.ts";

/** What a request says of its body. */
export interface BodyClaim {
  contentLength: string | undefined;
  transferEncoding: string | undefined;
}

/**
 * The status that refuses a body, or null. A body must say its length beforehand (Node then holds it to that), so that
 * nothing is read that would be too much.
 * @example judgeBody({ contentLength: "2000000", transferEncoding: undefined }, 1_000_000) // 413
 */
export function judgeBody(claim: BodyClaim, mostBytes: number): 411 | 413 | null {
  if (claim.transferEncoding !== undefined) return 411;
  return Number(claim.contentLength ?? 0) > mostBytes ? 413 : null;
}

/** Refuses bodies over a number of bytes, and those that do not say how long they are. */
export const bodyLimit =
  (mostBytes: number): RequestHandler =>
  (request, response, next) => {
    const status = judgeBody(
      { contentLength: request.get("Content-Length"), transferEncoding: request.get("Transfer-Encoding") },
      mostBytes,
    );
    if (status === null) return next();
    response.set("Connection", "close");
    const most = `${Math.floor(mostBytes / 1024)} kB`;
    sendProblem(
      response,
      status,
      status === 413 ? `At most ${most} may be sent at once.` : "Say Content-Length.",
    );
  };
