import { may } from "./access.ts";
import type { Area, Right } from "./access.ts";
import type { Actor } from "./actor.ts";

/** What a route asks of whoever calls it: nothing, to be signed in, or a right somewhere in an area. */
export type Needs = "public" | "signedIn" | { area: Area; right: Right };

/** What is sent to a route beyond a small form. */
export type Sending = "table" | "document" | "photo" | "photos" | "reportPhotos" | "batch";

/**
 * What a route module exports as `handle`: the needs of reading it, and of changing by it where they differ; and what is
 * sent to it beyond a small form, which decides how much may come at once (app/server/limit-bodies.ts). Tests hold every
 * route to what it declares.
 */
export interface RouteHandle {
  needs: Needs;
  needsToChange?: Needs;
  takes?: Sending;
}

export type Verdict = "granted" | "signInFirst" | "forbidden";

/** Whether a caller meets what a route needs. @example judge(null, "signedIn") // "signInFirst" */
export function judge(actor: Actor | null, needs: Needs): Verdict {
  if (needs === "public") return "granted";
  if (!actor) return "signInFirst";
  if (needs === "signedIn") return "granted";
  return may(actor, needs.area, needs.right) ? "granted" : "forbidden";
}
