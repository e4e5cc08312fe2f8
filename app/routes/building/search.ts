import { parseDay, type Day } from "#domain/day-count.ts";
import { localPathOr } from "#app/http/local-path.ts";

/** What the address of a building's page says: the day it is shown on, and the view one came from. */
export interface BuildingSearch {
  on: Day;
  /** The query of the portfolio to go back to, with its question mark, or null. */
  from: string | null;
}

const longestFrom = 4_000;

/** Reads the address; a day that is none counts as today.
 *  @example readBuildingSearch(new URLSearchParams("on=2024-06-30&from=use%3Dschool"), "2026-11-20").from // "?use=school" */
export function readBuildingSearch(params: URLSearchParams, today: Day): BuildingSearch {
  const from = (params.get("from") ?? "").replace(/^\?/, "").slice(0, longestFrom);
  return { on: parseDay(params.get("on")) ?? today, from: from ? `?${new URLSearchParams(from)}` : null };
}

/** Where the way back leads: the same view of the portfolio, on a day other than today that day's. */
export function portfolioTo({ on, from }: BuildingSearch, today: Day): string {
  if (from) return localPathOr(`/portfolio${from}`, "/portfolio");
  return on === today ? "/portfolio" : `/portfolio?on=${on}`;
}

/** The address of a building's page on a day, keeping the way back. */
export function buildingTo(id: string, on: Day, from: string | null, today: Day): string {
  const params = new URLSearchParams();
  if (on !== today) params.set("on", on);
  if (from) params.set("from", from.slice(1));
  return `/buildings/${id}${params.size > 0 ? `?${params}` : ""}`;
}

/** The address of a building's page from a view of the portfolio: the same day, and the way back to the view.
 *  @example buildingFromView("0190…", "?use=school&on=2024-06-30") // "/buildings/0190…?on=2024-06-30&from=use%3Dschool…" */
export function buildingFromView(id: string, query: string): string {
  const view = new URLSearchParams(query);
  const on = view.get("on");
  const params = new URLSearchParams(on ? { on } : {});
  if (view.size > 0) params.set("from", view.toString());
  return `/buildings/${id}${params.size > 0 ? `?${params}` : ""}`;
}
