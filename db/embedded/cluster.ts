import { existsSync, rmSync, writeFileSync } from "node:fs";

import type { Place } from "./place.ts";

/**
 * Makes the place ready for a start: true when the database must be created. A process that was killed while it
 * created one leaves half of it; nothing in it was acknowledged, so it is cleared away.
 */
export function prepareCluster(place: Place): boolean {
  if (existsSync(place.created)) return false;
  rmSync(place.cluster, { recursive: true, force: true });
  return true;
}

/** Notes that the database is whole, before anybody may write to it. */
export function recordCreated(place: Place): void {
  writeFileSync(place.created, JSON.stringify({ createdAt: new Date().toISOString() }), { flush: true });
}
