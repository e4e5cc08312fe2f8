import { isId, type Id } from "#domain/id.ts";

/** What part of a plan the address asks for. */
export interface PlanSearch {
  /** A year of the plan, or null for what it leaves out. */
  year: number | null;
  administration: string | null;
  q: string;
  building: Id | null;
  page: number;
}

/** Reads it; what cannot be read is the first year, all of it. */
export function readPlanSearch(
  params: URLSearchParams,
  { firstYear, yearCount }: { firstYear: number; yearCount: number },
): PlanSearch {
  const year = Number(params.get("year"));
  const isWithin = year >= firstYear && year < firstYear + yearCount;
  const building = params.get("building");
  return {
    year: params.get("year") === "none" ? null : isWithin ? year : firstYear,
    administration: params.get("administration")?.slice(0, 40) || null,
    q: (params.get("q") ?? "").trim().slice(0, 100),
    building: isId(building) ? building : null,
    page: Math.max(1, Math.floor(Number(params.get("page")) || 1)),
  };
}

/** The same part with something else asked; always from its first page unless told. */
export function planQuery(search: PlanSearch, change: Partial<PlanSearch> = {}): string {
  const { year, administration, q, building, page } = { ...search, page: 1, ...change };
  const params = new URLSearchParams({ year: year === null ? "none" : String(year) });
  if (administration) params.set("administration", administration);
  if (q) params.set("q", q);
  if (building) params.set("building", building);
  if (page > 1) params.set("page", String(page));
  return params.toString();
}
