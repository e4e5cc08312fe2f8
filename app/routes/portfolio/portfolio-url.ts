import { filterKeys, type FilterKey } from "#domain/filter-keys.ts";

/** The parameters that only the browser acts on: the loader's answer is the same whatever they are. */
const viewKeys = ["at", "layer", "selected", "show"] as const;

/** What an address changes to: null and the empty text leave a parameter out, a list repeats it. */
export type ParamChanges = Record<string, string | readonly string[] | null>;

/**
 * The query with some parameters changed; the place in the list is left, as it belongs to the old query.
 * @example withParams("q=skole&cursor=x", { use: ["school"], q: null }) // "?use=school"
 */
export function withParams(query: string | URLSearchParams, changes: ParamChanges): string {
  const params = new URLSearchParams(query);
  params.delete("cursor");
  for (const [key, value] of Object.entries(changes)) {
    params.delete(key);
    for (const one of typeof value === "string" ? [value] : (value ?? [])) if (one) params.append(key, one);
  }
  for (const [key, value] of [...params]) if (value === "") params.delete(key);
  return `?${readable(params)}`;
}

/** Commas, semicolons and colons need no escape in a query; an address that people send should be readable. */
export const readable = (params: URLSearchParams): string =>
  params.toString().replaceAll("%2C", ",").replaceAll("%3B", ";").replaceAll("%3A", ":");

/** Only the filters, in a fixed order, so that equal searches are equal texts. @example filterQuery("?at=1,2,3&q=a") // "q=a" */
export function filterQuery(query: string | URLSearchParams, without: readonly FilterKey[] = []): string {
  const params = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const key of filterKeys) {
    if (without.includes(key)) continue;
    for (const value of params.getAll(key)) if (value.trim() !== "") kept.append(key, value);
  }
  return readable(kept);
}

/** Whether two addresses ask the loader the same: they differ at most in what only the browser acts on. */
export function asksTheSame(a: URLSearchParams, b: URLSearchParams): boolean {
  const asked = (params: URLSearchParams) => {
    const rest = new URLSearchParams(params);
    for (const key of viewKeys) rest.delete(key);
    rest.sort();
    return rest.toString();
  };
  return asked(a) === asked(b);
}

/** A query without the filters: what a form must carry along, as pairs. */
export const carriedAlong = (query: string | URLSearchParams): [string, string][] =>
  [...new URLSearchParams(query)].filter(
    ([key]) => key !== "cursor" && !(filterKeys as readonly string[]).includes(key),
  );

export type Shown = "both" | "map" | "list";
export const readShown = (params: URLSearchParams): Shown => {
  const shown = params.get("show");
  return shown === "map" || shown === "list" ? shown : "both";
};
