import type { HandOverSearch } from "#db/queries/hand-over/list-hand-overs.ts";
import { handOverStates } from "#domain/hand-over/hand-over-state.ts";
import { isId } from "#domain/id.ts";

/** Which hand-overs the page shows: those that are open, unless the address says otherwise. */
export function readHandOverSearch(params: URLSearchParams): HandOverSearch {
  const states = [...handOverStates, "open", "all"] as const;
  const state = states.find((one) => one === params.get("state")) ?? "open";
  const administration = params.get("administration");
  return { state, administrationId: isId(administration) ? administration : null };
}
