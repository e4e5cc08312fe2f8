import { backlogKinds, type BacklogKind } from "./backlog-line.ts";
import { grades, type Grade } from "./priority-matrix.ts";

/** What backlog can be set out by. */
export const backlogGroups = [
  "administration",
  "district",
  "use",
  "property",
  "elementType",
  "building",
] as const;
export type BacklogGroup = (typeof backlogGroups)[number];

export const backlogSorts = ["name", ...backlogKinds, "backlog", "old", "fci", "perM2"] as const;
export type BacklogSort = (typeof backlogSorts)[number];

/** How backlog is set out: by what, in which order. */
export interface BacklogView {
  groupBy: BacklogGroup;
  sort: BacklogSort;
  order: "asc" | "desc";
}

/** Which lines of backlog are asked for, within a search of buildings. */
export interface LineFilter {
  kind: BacklogKind | null;
  elementType: string | null;
  work: string | null;
  consequence: Grade | null;
  probability: Grade | null;
  /** Those that rest on a survey older than what is held to be old. */
  isOld: boolean;
}

const oneOf = <T extends string | number>(known: readonly T[], value: string | null): T | null =>
  known.find((one) => String(one) === value) ?? null;

/** Reads how backlog is set out; what is missing or unknown is the first choice.
 *  @example readBacklogView(new URLSearchParams("groupBy=use")).sort // "backlog" */
export function readBacklogView(params: URLSearchParams): BacklogView {
  const sort = oneOf(backlogSorts, params.get("sort")) ?? "backlog";
  const order = oneOf(["asc", "desc"] as const, params.get("order")) ?? (sort === "name" ? "asc" : "desc");
  return { groupBy: oneOf(backlogGroups, params.get("groupBy")) ?? "administration", sort, order };
}

/** @example readLineFilter(new URLSearchParams("kind=exterior")).kind // "exterior" */
export const readLineFilter = (params: URLSearchParams): LineFilter => ({
  kind: oneOf(backlogKinds, params.get("kind")),
  elementType: params.get("elementType") || null,
  work: params.get("work") || null,
  consequence: oneOf(grades, params.get("consequence")),
  probability: oneOf(grades, params.get("probability")),
  isOld: params.get("old") === "true",
});
