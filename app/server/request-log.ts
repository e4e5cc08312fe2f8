import type { RequestHandler } from "express";
import { pathToLog } from "#app/http/keep-unlisted.ts";
import { newId } from "#domain/id.ts";
import type { Log } from "./logging.ts";

/** What people quote and search for: 8–64 letters, digits, dashes. Anything else from outside is replaced. */
const soundNumber = /^[\w-]{8,64}$/;

/** Gives each request its number (kept from a proxy in front, where it is sound) and writes one line when it is answered. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const given = request.get("X-Request-Id");
    const requestId = given && soundNumber.test(given) ? given : newId();
    const startedAt = performance.now();
    response.locals.requestId = requestId;
    response.set("X-Request-Id", requestId);
    response.on("close", () => {
      log.info({
        requestId,
        method: request.method,
        path: pathToLog(request.path),
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
        finished: response.writableFinished,
      });
    });
    next();
  };
}
