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
