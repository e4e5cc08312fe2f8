import type { Id } from "./id.ts";

/** The roles of the system; what each may do is `access.ts`. */
export const roles = [
  "administrator",
  "manager",
  "planner",
  "administrationUser",
  "leader",
  "craftsman",
  "auditor",
] as const;
export type Role = (typeof roles)[number];

/**
 * A role as granted to a person, with its reach. A manager without administrations reaches the whole portfolio; an
 * administration user reaches exactly the administrations named, a leader exactly the units named.
 */
export interface Grant {
  role: Role;
  administrationIds: Id[];
  unitIds: Id[];
}

/** Who is asking: handed to every query and command, so that no statement can forget it. */
export interface Actor {
  accountId: Id;
  organisationId: Id;
  email: string;
  name: string;
  locale: "da" | "en" | null;
  grants: Grant[];
  /** The request in which they ask, for the audit; a script has none. */
  requestId?: string;
}

export const hasRole = (actor: Actor, role: Role): boolean =>
  actor.grants.some((grant) => grant.role === role);
