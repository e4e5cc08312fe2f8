import type { qr as area } from "#app/i18n/qr.ts";
import type { building } from "#app/i18n/building.ts";
import type { CodePlace } from "#db/queries/qr/get-code-places.ts";
import { floorName } from "../building/floor-name.ts";

interface Words {
  qr: (typeof area)["da"];
  floors: (typeof building)["da"]["areas"];
}

/** What a place for a code is called, with its floor. @example placeName(room, words) // "Stue 2 (1.04), 1. sal" */
export function placeName(place: Omit<CodePlace, "code">, { qr, floors }: Words): string {
  if (place.spaceId === null) return qr.wholeBuilding;
  const floor = place.level === null ? "" : floorName(place.level, floors);
  if (place.isUndivided) return `${qr.undivided}, ${floor}`;
  const room = place.name && place.name !== place.number ? `${place.name} (${place.number})` : place.number;
  return [room, floor].filter(Boolean).join(", ");
}
