/** What a file is to a lease. */
export const leaseDocumentKinds = [
  "contract",
  "amendment",
  "letter",
  "moveInReport",
  "moveOutReport",
  "drawing",
  "photo",
  "other",
] as const;
export type LeaseDocumentKind = (typeof leaseDocumentKinds)[number];
