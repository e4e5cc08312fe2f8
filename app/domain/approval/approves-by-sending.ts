import type { Actor } from "../actor.ts";
import type { Id } from "../id.ts";
import type { Approver } from "./approval-needed.ts";

/**
 * Whose yes a sender could give for a unit or administration: the leader of the unit (or her deputy) for the unit, whoever
 * speaks for the administration for it, a manager for the landlord. An administrator could step in anywhere, but orders
 * for others and so says yes to nothing by sending.
 * @example approvesBySending(leader, { unitId: hers, administrationId: null }) // ["leader"]
 */
export function approvesBySending(
  { grants }: Pick<Actor, "grants">,
  of: { unitId: Id | null; administrationId: Id | null },
): Approver[] {
  const found: Approver[] = [];
  const { unitId, administrationId } = of;
  const holds = (role: string, ids: "unitIds" | "administrationIds", id: Id | null) =>
    id !== null && grants.some((grant) => grant.role === role && grant[ids].includes(id));
  if (holds("leader", "unitIds", unitId)) found.push("leader");
  if (holds("administrationUser", "administrationIds", administrationId)) found.push("administration");
  const isWholeManager = grants.some(
    ({ role, administrationIds }) => role === "manager" && administrationIds.length === 0,
  );
  if (isWholeManager || holds("manager", "administrationIds", administrationId)) found.push("landlord");
  return found;
}
