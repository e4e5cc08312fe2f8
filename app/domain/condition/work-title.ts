import type { WorkGroup } from "./element-type.ts";

/** What a work is called until someone calls it something better, by what goes together on a building. */
const titles: Record<WorkGroup, string> = {
  roof: "Tag",
  facade: "Facade",
  windows: "Vinduer og yderdøre",
  ground: "Terræn og kloak",
  installations: "Installationer",
  surfaces: "Indvendige overflader",
  minor: "Mindre arbejder",
};

/** The usual title of a work of a group; an organisation's own group gives its name. @example workTitleOf("roof") // "Tag" */
export const workTitleOf = (group: string): string => (titles as Record<string, string>)[group] ?? group;
