import type { Actor, Grant, Role } from "./actor.ts";
import type { Id } from "./id.ts";

/**
 * What can be protected. One row of the authorization table each; of its last row ("settings, users, matrix,
 * catalogue"), accounts and the record of changes stand apart, because they are about persons, and so do the
 * responsibility matrix and the catalogue ("services"), because managers keep them. Of "surveys, backlog, plan", plans stand
 * apart, because planners propose them (deciding on them is a finer right: plan-rights.ts).
 */
export const areas = [
  "register",
  "leases",
  "surveys",
  "plans",
  "cases",
  "services",
  "colocation",
  "council",
  "settings",
  "people",
  "audit",
] as const;
export type Area = (typeof areas)[number];
export type Right = "read" | "write";

/** How far a right reaches: everything, or only what the grant names (own administrations or units). */
export type Reach = "all" | "own";

type Row = Partial<Record<Right, Reach>>;

/**
 * Who may do what: one row a role, one column an area. Finer rights (dispatch, approve, submit) are added by the rooms
 * that own them; reading and writing hold for everyone. Source: the authorization table of the project's domain notes.
 * A manager's "all" is narrowed by the administrations of the grant.
 */
export const accessTable: Record<Role, Partial<Record<Area, Row>>> = {
  administrator: Object.fromEntries(areas.map((area) => [area, { read: "all", write: "all" }])),
  manager: {
    register: { read: "all", write: "all" },
    leases: { read: "all", write: "all" },
    surveys: { read: "all", write: "all" },
    plans: { read: "all", write: "all" },
    cases: { read: "all", write: "all" },
    services: { read: "all", write: "all" },
    colocation: { read: "all" },
    council: { read: "all" },
  },
  planner: {
    register: { read: "all" },
    leases: { read: "all" },
    surveys: { read: "all" },
    plans: { read: "all", write: "all" },
    cases: { read: "all" },
    colocation: { read: "all", write: "all" },
    council: { read: "all", write: "all" },
    services: { read: "all" },
    settings: { read: "all" },
  },
  administrationUser: {
    register: { read: "own" },
    leases: { read: "own", write: "own" },
    surveys: { read: "own" },
    plans: { read: "own" },
    cases: { read: "own", write: "own" },
    colocation: { read: "own", write: "own" },
    services: { read: "all" },
    settings: { read: "all" },
  },
  leader: {
    register: { read: "own" },
    leases: { read: "own" },
    surveys: { read: "own" },
    cases: { read: "own", write: "own" },
    colocation: { write: "own" },
    services: { read: "all" },
    settings: { read: "all" },
  },
  craftsman: { surveys: { read: "own" }, cases: { read: "own", write: "own" } },
  auditor: Object.fromEntries(areas.map((area) => [area, { read: "all" }])),
};

/** The reach of one grant in an area, or null where the role has no such right. */
export function reachOf(grant: Grant, area: Area, right: Right): Reach | null {
  const reach = accessTable[grant.role][area]?.[right] ?? null;
  const isNarrowed =
    reach === "all" && area !== "services" && grant.role === "manager" && grant.administrationIds.length > 0;
  return isNarrowed ? "own" : reach;
}

/** Whether an actor has a right at all, somewhere. @example may(auditor, "register", "write") // false */
export const may = (actor: Pick<Actor, "grants">, area: Area, right: Right): boolean =>
  actor.grants.some((grant) => reachOf(grant, area, right) !== null);

/** The part of the portfolio that a right covers: all of it, or these administrations and units (perhaps none). */
export interface Scope {
  all: boolean;
  administrationIds: Id[];
  unitIds: Id[];
  /** Protected units (crisis centres and the like) show only inside this scope: all, or what the grants name. */
  seesProtected: "all" | "own";
}

/** Roles that see protected units wherever they are; a planner's whole-portfolio reach does not include them. */
const rolesThatSeeProtected: Role[] = ["administrator", "manager", "auditor"];

/** The scope of an actor for a right: the union over the grants. @example scopeOf(leader, "register", "read").unitIds */
export function scopeOf(actor: Pick<Actor, "grants">, area: Area, right: Right): Scope {
  const held = actor.grants
    .map((grant) => ({ grant, reach: reachOf(grant, area, right) }))
    .filter((g) => g.reach);
  const whole = held.filter((g) => g.reach === "all");
  const own = held.filter((g) => g.reach === "own").map((g) => g.grant);
  return {
    all: whole.length > 0,
    administrationIds: [...new Set(own.flatMap((grant) => grant.administrationIds))],
    unitIds: [...new Set(own.flatMap((grant) => grant.unitIds))],
    seesProtected: whole.some((g) => rolesThatSeeProtected.includes(g.grant.role)) ? "all" : "own",
  };
}

/** Whether an actor's right to write reaches all of an area, and so also what belongs to nobody yet.
 *  @example writesAll(administrator, "register") // true; a manager of some administrations does not */
export const writesAll = (actor: Pick<Actor, "grants">, area: Area): boolean =>
  scopeOf(actor, area, "write").all;
