import { writesAll } from "../access.ts";
import type { Actor } from "../actor.ts";

/** Whether an actor may make, approve, issue and correct runs of charges: a manager of everything or an administrator. A run
 *  speaks of every lease, so the right must too; that two people share it is decided by the run. @example mayCharge(planner) // false */
export const mayCharge = (actor: Pick<Actor, "grants">): boolean => writesAll(actor, "leases");
