import { parseDay, type Day } from "../day.ts";
import { isId, type Id } from "../id.ts";
import { useGroups, type UseGroup } from "../portfolio-row.ts";

export const leaseKinds = ["internal", "thirdPartyIn", "thirdPartyOut"] as const;
export type LeaseKind = (typeof leaseKinds)[number];

/** Where a lease is on a day: in force, not begun, over; or in force without KEjd having been told. */
export const leaseStatuses = ["inForce", "coming", "ended", "unknown"] as const;
export type LeaseStatus = (typeof leaseStatuses)[number];

export const leaseSorts = ["number", "party", "building", "area", "rent", "from", "to"] as const;
export type LeaseSort = (typeof leaseSorts)[number];

/** Which leases are asked for, as of a day; null asks nothing. `page` counts from 0. */
export interface LeaseSearch {
  on: Day;
  kind: LeaseKind | null;
  administration: string | null;
  unit: string | null;
  /** The year of its last day, or `never`. */
  ends: number | "never" | null;
  /** Exactly this other party, an address, a use of its first building: how figures open to their leases. */
  party: string | null;
  address: Id | null;
  use: UseGroup | null;
  status: LeaseStatus | null;
  q: string;
  sort: LeaseSort;
  order: "asc" | "desc";
  page: number;
}

const one = <Value extends string>(values: readonly Value[], text: string | null): Value | null =>
  values.find((value) => value === text) ?? null;

const endYear = (text: string | null): LeaseSearch["ends"] => {
  if (text === "never") return text;
  return text !== null && /^(19|20|21)\d\d$/.test(text) ? Number(text) : null;
};

const shortText = (text: string | null): string | null => (text ?? "").trim().slice(0, 100) || null;

/**
 * The address of the list of leases, read once; what cannot be read counts as not given, and without a status it is those
 * in force. @example readLeaseSearch(new URLSearchParams("kind=internal"), "2026-11-20").status // "inForce"
 */
export function readLeaseSearch(params: URLSearchParams, today: Day): LeaseSearch {
  const status = params.get("status");
  const page = Number(params.get("page") ?? 0);
  return {
    on: parseDay(params.get("on")) ?? today,
    kind: one(leaseKinds, params.get("kind")),
    administration: shortText(params.get("administration")),
    unit: shortText(params.get("unit")),
    ends: endYear(params.get("ends")),
    party: (params.get("party") ?? "").trim().slice(0, 300) || null,
    address: isId(params.get("address")) ? params.get("address") : null,
    use: one(useGroups, params.get("use")),
    status: status === "all" ? null : (one(leaseStatuses, status) ?? "inForce"),
    q: shortText(params.get("q")) ?? "",
    sort: one(leaseSorts, params.get("sort")) ?? "number",
    order: params.get("order") === "desc" ? "desc" : "asc",
    page: Number.isInteger(page) && page >= 0 && page < 100_000 ? page : 0,
  };
}

/** The same as an address, changed in parts; a change goes back to the first page unless it says which. */
export function leaseQuery(search: LeaseSearch, today: Day, change: Partial<LeaseSearch> = {}): string {
  const wanted = { ...search, page: 0, ...change };
  const params = new URLSearchParams();
  if (wanted.on !== today) params.set("on", wanted.on);
  for (const key of ["kind", "administration", "unit", "ends", "party", "address", "use"] as const) {
    const value = wanted[key];
    if (value !== null) params.set(key, String(value));
  }
  if (wanted.status !== "inForce") params.set("status", wanted.status ?? "all");
  if (wanted.q) params.set("q", wanted.q);
  if (wanted.sort !== "number") params.set("sort", wanted.sort);
  if (wanted.order !== "asc") params.set("order", wanted.order);
  if (wanted.page > 0) params.set("page", String(wanted.page));
  return params.toString();
}
