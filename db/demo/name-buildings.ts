import type { DemoBuilding, Site } from "./model.ts";

const shedWords: Record<string, string> = {
  "930": "skur",
  "910": "garage",
  "950": "overdækning",
  "940": "drivhus",
  "920": "carport",
};

/** Names the buildings of a site: by the site alone where there is one, else by letter; sheds by what they are. */
export function nameBuildings(site: Site): void {
  const mains = site.buildings.filter((building) => !building.isShed);
  mains.forEach((building, index) => {
    building.name = mains.length === 1 ? site.name : `${site.name}, bygning ${letterOf(index)}`;
  });
  const counts = new Map<string, number>();
  for (const building of site.buildings.filter((one) => one.isShed))
    building.name = shedName(site, building, counts);
}

function shedName(site: Site, building: DemoBuilding, counts: Map<string, number>): string {
  const word = shedWords[building.useCode] ?? "skur";
  const count = (counts.get(word) ?? 0) + 1;
  counts.set(word, count);
  return count === 1 ? `${site.name}, ${word}` : `${site.name}, ${word} ${count}`;
}

/** A, B … Z, AA … */
const letterOf = (index: number): string =>
  (index >= 26 ? String.fromCharCode(64 + Math.floor(index / 26)) : "") +
  String.fromCharCode(65 + (index % 26));
