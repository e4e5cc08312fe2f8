/** What rooms are for, as far as sharing them is concerned. */
export const roomFunctions = [
  "workplace",
  "meeting",
  "reception",
  "activity",
  "storage",
  "confidential",
] as const;
export type RoomFunction = (typeof roomFunctions)[number];
