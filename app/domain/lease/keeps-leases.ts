import { hasRole, type Actor } from "../actor.ts";

/** Whether someone keeps the city's leases: a manager or an administrator, who write what others read and hand over. */
export const keepsLeases = (actor: Actor): boolean =>
  hasRole(actor, "manager") || hasRole(actor, "administrator");
