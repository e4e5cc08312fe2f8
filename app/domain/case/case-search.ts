import { isId, type Id } from "../id.ts";

/** Which cases a list shows: those where something is left to do, those that wait for whoever asked, those that have ended. */
export const caseStates = ["open", "yours", "ended"] as const;
export type CaseState = (typeof caseStates)[number];

/** What the case list is asked for; null is all. */
export interface CaseSearch {
  state: CaseState | null;
  unit: Id | null;
  building: Id | null;
  q: string;
}

const longestText = 100;
const idOrNull = (text: string | null): Id | null => (isId(text) ? text : null);

/**
 * The URL of the case list, parsed once; what cannot be read counts as not given. Without a schema library: the page
 * itself loads this.
 * @example readCaseSearch(new URL(request.url).searchParams)
 */
export const readCaseSearch = (params: URLSearchParams): CaseSearch => ({
  state: caseStates.find((state) => state === params.get("state")) ?? null,
  unit: idOrNull(params.get("unit")),
  building: idOrNull(params.get("building")),
  q: (params.get("q") ?? "").trim().slice(0, longestText),
});
