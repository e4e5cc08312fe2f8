import { parseDay, type Day } from "../day-count.ts";
import { isId, type Id } from "../id.ts";
import { causes, itemLocations, responsibilityTenures } from "./terms.ts";
import type { Cause, ItemLocation, ResponsibilityTenure } from "./terms.ts";

/** A question as an address asks it: what it does not say is null, and what cannot be read is named in `faults`. */
export interface ReadQuestion {
  itemCode: string | null;
  location: ItemLocation | null;
  cause: Cause | null;
  tenure: ResponsibilityTenure | null;
  buildingId: Id | null;
  on: Day | null;
  faults: { field: string; message: string }[];
}

/** What a question in an address is made of. */
export const questionParameters: ReadonlySet<string> = new Set([
  ...["item", "location", "cause", "tenure", "buildingId", "on"],
]);

/** One of a known few by its name, or null. */
export const oneOf = <Term extends string>(terms: readonly Term[], text: string | null): Term | null =>
  terms.find((term) => term === text) ?? null;

/**
 * Reads `item`, `location`, `cause`, `tenure`, `buildingId` and `on` from an address. Empty is the same as absent.
 * @example readQuestion(new URLSearchParams("item=window&cause=burglary")).cause // "burglary"
 */
export function readQuestion(params: URLSearchParams): ReadQuestion {
  const faults: ReadQuestion["faults"] = [];
  const read = <Value>(field: string, parse: (text: string) => Value | null, message: string) => {
    const text = params.get(field)?.trim() ?? "";
    if (text === "") return null;
    const value = parse(text);
    if (value === null) faults.push({ field, message });
    return value;
  };
  const among =
    <Term extends string>(terms: readonly Term[]) =>
    (text: string) =>
      oneOf(terms, text);
  return {
    itemCode: read("item", (text) => (/^[a-z][a-zA-Z]{0,39}$/.test(text) ? text : null), "no such item"),
    location: read("location", among(itemLocations), `one of ${itemLocations.join(", ")}`),
    cause: read("cause", among(causes), `one of ${causes.join(", ")}`),
    tenure: read("tenure", among(responsibilityTenures), `one of ${responsibilityTenures.join(", ")}`),
    buildingId: read("buildingId", (text) => (isId(text) ? text : null), "an id"),
    on: read("on", parseDay, "a day, YYYY-MM-DD"),
    faults,
  };
}
