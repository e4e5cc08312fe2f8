import { addMonths, parseDay, type Day } from "../day-count.ts";
import { isId, type Id } from "../id.ts";
import { leaseKinds, type LeaseKind } from "../lease/lease-search.ts";
import { dateKinds } from "./date-key.ts";
import { asksForAction, levelOf, type DateKind, type DateLevel } from "./date-level.ts";
import type { LeaseParty } from "./lease-terms.ts";

export const dateStates = ["open", "handled", "all"] as const;
export type DateState = (typeof dateStates)[number];

/** Which dates are asked for; null asks nothing. `kind` null is every kind that asks for action. `month` shows a calendar. */
export interface DatesSearch {
  administration: string | null;
  lease: LeaseKind | null;
  kind: DateKind | "every" | null;
  party: "tenant" | "landlord" | null;
  /** Whose: one's own, nobody's in particular, or a person's. */
  owner: "me" | "none" | Id | null;
  level: DateLevel | null;
  state: DateState;
  from: Day | null;
  to: Day | null;
  q: string;
  /** The month that the calendar shows, `YYYY-MM`; null for the list. */
  month: string | null;
  page: number;
}

const one = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null;

function readLevel(text: string | null): DateLevel | null {
  if (text === "past" || text === "later") return text;
  return text !== null && /^\d{1,2}$/.test(text) ? Number(text) : null;
}

/** The address of the page of dates, parsed once; what cannot be read counts as not given.
 *  @example readDatesSearch(new URLSearchParams("level=6&owner=me")).level // 6 */
export function readDatesSearch(params: URLSearchParams): DatesSearch {
  const owner = params.get("owner");
  const administration = (params.get("administration") ?? "").trim();
  const month = params.get("month");
  const page = Number(params.get("page") ?? 0);
  return {
    administration: /^[\wÆØÅæøå-]{1,40}$/.test(administration) ? administration : null,
    lease: one(leaseKinds, params.get("lease")),
    kind: one([...dateKinds, "every"] as const, params.get("kind")),
    party: one(["tenant", "landlord"] as const, params.get("party")),
    owner: one(["me", "none"] as const, owner) ?? (isId(owner) ? owner : null),
    level: readLevel(params.get("level")),
    state: one(dateStates, params.get("state")) ?? "open",
    from: parseDay(params.get("from")),
    to: parseDay(params.get("to")),
    q: (params.get("q") ?? "").trim().slice(0, 100),
    month: month !== null && parseDay(`${month}-01`) ? month : null,
    page: Number.isInteger(page) && page > 0 && page < 100_000 ? page : 0,
  };
}

/** The same as an address, changed in parts; a change goes back to the first page unless it says which. */
export function datesQuery(search: DatesSearch, change: Partial<DatesSearch> = {}): string {
  const wanted = { ...search, page: 0, ...change };
  const params = new URLSearchParams();
  for (const key of [
    "administration",
    "lease",
    "kind",
    "party",
    "owner",
    "level",
    "from",
    "to",
    "month",
  ] as const)
    if (wanted[key] !== null) params.set(key, String(wanted[key]));
  if (wanted.state !== "open") params.set("state", wanted.state);
  if (wanted.q) params.set("q", wanted.q);
  if (wanted.page > 0) params.set("page", String(wanted.page));
  return params.toString();
}

/** What the filters look at in a date. */
export interface FoundDate {
  on: Day;
  kind: DateKind;
  party: LeaseParty;
  ownerId: Id | null;
  /** Who is told of it while nobody has taken it. */
  keeperIds: readonly Id[];
  /** Nobody has the lease's administration in particular: those told look after everything. */
  isKeptByAll: boolean;
  isHandled: boolean;
}

/** Who asks, on which day, with which warnings. */
export interface Asking {
  accountId: Id;
  today: Day;
  warnings: readonly number[];
}

/** Whether a date is somebody's own: they have taken it, or nobody has and its administration is theirs in particular. */
export const isFor = (accountId: Id, { ownerId, keeperIds, isKeptByAll }: FoundDate): boolean =>
  ownerId === null ? !isKeptByAll && keeperIds.includes(accountId) : ownerId === accountId;

/** Whether a date is among those that a search asks for. */
export function matchesSearch(date: FoundDate, search: DatesSearch, asking: Asking): boolean {
  const { kind, party, owner, level, state, from, to, month } = search;
  if (kind === null ? !asksForAction(date.kind) : kind !== "every" && date.kind !== kind) return false;
  if (party !== null && date.party !== party && date.party !== "both") return false;
  if (owner === "me" && !isFor(asking.accountId, date)) return false;
  if (owner === "none" && date.ownerId !== null) return false;
  if (owner !== null && owner !== "me" && owner !== "none" && date.ownerId !== owner) return false;
  if (state !== "all" && date.isHandled !== (state === "handled")) return false;
  if (level !== null && levelOf(date.on, asking.today, asking.warnings) !== level) return false;
  if (month !== null) return date.on.startsWith(month);
  return (from === null || date.on >= from) && (to === null || date.on <= to);
}

/** The months around one, as the calendar turns. @example monthBy("2026-12", 1) // "2027-01" */
export const monthBy = (month: string, months: number): string =>
  addMonths(`${month}-01`, months).slice(0, 7);
