import { backlogKinds, type BacklogKind } from "../backlog/backlog-line.ts";
import { isId, type Id } from "../id.ts";

/** From an idea to what is done; what is given up stays on record. */
export const workStates = ["proposed", "planned", "ordered", "done", "dropped"] as const;
export type WorkState = (typeof workStates)[number];

/** Works that may still be done. */
export const openWorkStates: readonly WorkState[] = ["proposed", "planned", "ordered"];
export const isOpenWork = (state: WorkState): boolean => openWorkStates.includes(state);

/** Which works are asked for; null is all, `open` the first three states. `page` counts from 0. */
export interface WorksSearch {
  state: WorkState | "open" | null;
  kind: BacklogKind | null;
  year: number | null;
  building: Id | null;
  administration: string | null;
  q: string;
  page: number;
}

const one = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null;

const wholeNumber = (text: string | null, least: number, most: number): number | null => {
  const value = Number(text ?? NaN);
  return text !== "" && Number.isInteger(value) && value >= least && value <= most ? value : null;
};

/**
 * The address of the list of works, parsed once; what cannot be read counts as not given, and without a state it is the
 * open ones. @example readWorksSearch(new URLSearchParams("state=done&year=2028")).year // 2028
 */
export function readWorksSearch(params: URLSearchParams): WorksSearch {
  const building = params.get("building");
  const administration = (params.get("administration") ?? "").trim();
  return {
    state: params.get("state") === "all" ? null : (one(workStates, params.get("state")) ?? "open"),
    kind: one(backlogKinds, params.get("kind")),
    year: wholeNumber(params.get("year"), 2000, 2200),
    building: isId(building) ? building : null,
    administration: /^[\wÆØÅæøå-]{1,40}$/.test(administration) ? administration : null,
    q: (params.get("q") ?? "").trim().slice(0, 100),
    page: wholeNumber(params.get("page"), 0, 100_000) ?? 0,
  };
}

/** The same as an address, changed in parts; a change goes back to the first page unless it says which. */
export function worksQuery(search: WorksSearch, change: Partial<WorksSearch> = {}): string {
  const wanted = { ...search, page: 0, ...change };
  const params = new URLSearchParams();
  if (wanted.state !== "open") params.set("state", wanted.state ?? "all");
  for (const key of ["kind", "year", "building", "administration"] as const)
    if (wanted[key] !== null) params.set(key, String(wanted[key]));
  if (wanted.q) params.set("q", wanted.q);
  if (wanted.page > 0) params.set("page", String(wanted.page));
  return params.toString();
}
