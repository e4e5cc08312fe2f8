/** Where a co-location case stands. From "submitted" on, the project council has it. */
export const caseStatuses = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "rejected",
  "funded",
  "implementing",
  "closed",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Whether planners may still change a case: until it is submitted, and again when it is returned.
 *  @example isEditable("submitted") // false */
export const isEditable = (status: CaseStatus): boolean => status === "draft" || status === "returned";
