import type { building as area } from "#app/i18n/building.ts";

/** What a floor is called: the ground floor is 0, cellars are below it. @example floorName(-2, words.areas) // "Kælder 2" */
export function floorName(level: number, words: (typeof area)["da"]["areas"]): string {
  if (level < 0) return words.cellar(-level);
  return level === 0 ? words.ground : words.upper(level);
}
