/** What is ordered for an element of a main number; by the items that orders are about. */
const items: Record<string, string> = {
  "10": "paving",
  "21": "facade",
  "27": "roof",
  "31": "window",
  "41": "facade",
  "42": "wall",
  "43": "floor",
  "45": "ceiling",
  "47": "roof",
  "52": "drain",
  "53": "water",
  "56": "heating",
  "57": "ventilation",
  "62": "electricity",
  "63": "lighting",
  "66": "lift",
};

/** The item that an order of a work is about, by the main number (SfB) of its dearest element. @example itemOfWork("31") // "window" */
export const itemOfWork = (sfb: string | undefined): string => items[sfb ?? ""] ?? "other";
