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

/** Whether units can use the same rooms in different hours: stores and rooms for confidential talks belong to one unit.
 *  @example isShareable("storage") // false */
export const isShareable = (roomFunction: RoomFunction): boolean =>
  roomFunction !== "storage" && roomFunction !== "confidential";
