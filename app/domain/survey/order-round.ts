import { distanceMeters } from "#geo/distance.ts";
import type { Position } from "#geo/position.ts";

/** A stop of a round. */
export interface RoundStop {
  position: Position;
}

/** The longest round there is: more than anyone walks in a day. */
export const mostStops = 30;

/**
 * Puts stops into the order of a short round: always on to the nearest not yet visited, from that first stop which makes
 * the whole shortest. The way is as the crow flies, and does not lead back. With 30 stops a fraction of a millisecond each.
 * @example orderRound([{ position: [12, 55] }, { position: [12.2, 55] }, { position: [12.1, 55] }]) // first, third, second
 */
export function orderRound<Stop extends RoundStop>(stops: readonly Stop[]): Stop[] {
  let best: { way: Stop[]; metres: number } | null = null;
  for (const first of stops) {
    const found = nearestFirst(stops, first);
    if (!best || found.metres < best.metres - 1e-6) best = found;
  }
  return best?.way ?? [];
}

function nearestFirst<Stop extends RoundStop>(stops: readonly Stop[], first: Stop) {
  const left = new Set(stops);
  const way: Stop[] = [];
  let metres = 0;
  for (let at: Stop | null = first; at !== null;) {
    left.delete(at);
    way.push(at);
    let next: Stop | null = null;
    let shortest = Infinity;
    for (const stop of left) {
      const distance = distanceMeters(at.position, stop.position);
      if (distance < shortest) [next, shortest] = [stop, distance];
    }
    if (next) metres += shortest;
    at = next;
  }
  return { way, metres };
}
