import { hasRole, type Actor } from "../actor.ts";

/** Whether someone keeps the city's leases: a manager or an administrator, who write what others read and hand over. */
export const keepsLeases = (actor: Actor): boolean =>
  hasRole(actor, "manager") || hasRole(actor, "administrator");

/**
 * Who may enter a lease with somebody outside the city. While some are still run without KEjd knowing, administrations enter
 * theirs by handing them over; from the day all are known, only whoever keeps leases does. Source: the first development step
 * of the report (third-party leases entered by KEjd alone). @example mayEnterThirdParty(administrationUser, 0) // false
 */
export const mayEnterThirdParty = (actor: Actor, unknownLeases: number): boolean =>
  keepsLeases(actor) || unknownLeases > 0;
