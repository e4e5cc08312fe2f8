import { parseDay, type Day } from "../day-count.ts";
import { isId, type Id } from "../id.ts";
import { isOpen, orderStates, type OrderState } from "../order/order-state.ts";
import { priorities, type Priority } from "../order/sla.ts";

/** The open states: what a board can be narrowed to. */
export const openStates = orderStates.filter(isOpen);

/** How an order stands to its promise: late, waiting for the customer, without a deadline, or due within a working day. */
export const clockFilters = ["overdue", "waiting", "unmeasured"] as const;
export type ClockFilter = (typeof clockFilters)[number];

/** Which open orders a board shows. Lists are "any of"; an empty one asks nothing. `team` "none": with nobody yet. */
export interface BoardSearch {
  team: Id | "none" | null;
  state: OrderState[];
  priority: Priority[];
  building: Id | null;
  q: string;
  clock: ClockFilter | null;
  /** Show what is planned on this day, or not planned at all. */
  day: Day | "none" | null;
}

export const boardKeys = ["team", "state", "priority", "building", "q", "clock", "day"] as const;

const among = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null;

/** Reads a board's filters from a URL; what cannot be understood is left out. @example readBoardSearch(new URLSearchParams("clock=overdue")).clock // "overdue" */
export function readBoardSearch(params: URLSearchParams): BoardSearch {
  const [team, building, day] = [params.get("team"), params.get("building"), params.get("day")];
  return {
    team: team === "none" ? "none" : isId(team) ? team : null,
    state: params.getAll("state").flatMap((text) => among(openStates, text) ?? []),
    priority: params.getAll("priority").flatMap((text) => priorities.filter((one) => String(one) === text)),
    building: isId(building) ? building : null,
    q: (params.get("q") ?? "").trim().slice(0, 100),
    clock: among(clockFilters, params.get("clock")),
    day: day === "none" ? "none" : parseDay(day),
  };
}

/** The same filters as a query, in one order. */
export function writeBoardSearch(search: BoardSearch): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of boardKeys) {
    const value = search[key];
    for (const one of Array.isArray(value) ? value : [value]) if (one) params.append(key, String(one));
  }
  return params;
}
