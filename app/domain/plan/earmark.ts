/** What one plans with: purses of a fixed name; an administration's purse is named by its code. */
export const namedEarmarks = ["authority", "energy"] as const;
