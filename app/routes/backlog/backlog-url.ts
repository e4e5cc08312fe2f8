import { filterKeys } from "#domain/filter-keys.ts";

/** The part of an address that says which buildings are asked for, and on which day. @example filterQuery(new URLSearchParams("use=school&sort=name")) // "use=school" */
export function filterQuery(params: URLSearchParams): string {
  const kept = new URLSearchParams();
  for (const key of filterKeys) for (const value of params.getAll(key)) if (value) kept.append(key, value);
  return kept.toString();
}

/** An address with some parameters set, or (null) taken away. @example backlogTo("/backlog", "use=school", { groupBy: "use" }) // "/backlog?use=school&groupBy=use" */
export function backlogTo(
  path: string,
  query: string,
  changes: Record<string, string | number | null> = {},
): string {
  const params = new URLSearchParams(query);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) params.delete(key);
    else params.set(key, String(value));
  }
  return params.size > 0 ? `${path}?${params}` : path;
}
