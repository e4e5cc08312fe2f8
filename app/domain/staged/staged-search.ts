import { useGroups, type UseGroup } from "../portfolio-row.ts";
import { missingFacts, stagedStates, type MissingFact, type StagedState } from "./staged-row.ts";
import { isId, type Id } from "../id.ts";

export const STAGED_PAGE = 50;

/** Which rows are asked for. `missing`: those that lack this, or "nothing" for those that lack nothing. */
export interface StagedSearch {
  state: StagedState;
  q: string;
  use: UseGroup | null;
  municipality: string | null;
  missing: MissingFact | "nothing" | null;
  /** The last row of the page before. */
  after: Id | null;
}

const oneOf = <T extends string>(known: readonly T[], value: string | null): T | null =>
  known.find((one) => one === value) ?? null;

/** Reads a search from a URL; what cannot be understood is not asked.
 *  @example readStagedSearch(new URLSearchParams("missing=address")).missing // "address" */
export function readStagedSearch(params: URLSearchParams): StagedSearch {
  const municipality = params.get("municipality");
  const after = params.get("after");
  return {
    state: oneOf(stagedStates, params.get("state")) ?? "waiting",
    q: (params.get("q") ?? "").trim().slice(0, 100),
    use: oneOf(useGroups, params.get("use")),
    municipality: /^\d{4}$/.test(municipality ?? "") ? municipality : null,
    missing: oneOf([...missingFacts, "nothing"] as const, params.get("missing")),
    after: isId(after) ? after : null,
  };
}

/** Some rows by hand, or all that a filter finds: then with how many the person saw, so that nothing else is meant. */
export type StagedSelection = { ids: Id[] } | { search: StagedSearch; expected: number };
