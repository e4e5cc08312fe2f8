/** The URL parameters that say which buildings are asked for, on pages and in the API; all others say how they are shown. */
export const filterKeys = [
  "on",
  "q",
  "administration",
  "unit",
  "use",
  "district",
  "tenure",
  "condition",
  "builtFrom",
  "builtTo",
  "areaFrom",
  "areaTo",
  "digitised",
  "bbox",
  "ring",
  "ids",
] as const;
export type FilterKey = (typeof filterKeys)[number];
