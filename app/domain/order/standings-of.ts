import { may } from "../access.ts";
import type { Actor } from "../actor.ts";
import type { Id } from "../id.ts";
import type { Standing } from "./who-may-step.ts";

/** What of an order decides how someone stands to it. */
export interface OrderPlacement {
  askedBy: Id | null;
  unitId: Id | null;
  administrationId: Id | null;
  assignedTo: Id | null;
  /** Kind and administration of the team that does the work. */
  teamKind: "serviceDesk" | "landlord" | "administration" | "supplier" | null;
  teamAdministrationId: Id | null;
  /** Whether the actor is in that team today, and whether they may decide what waits for approval. */
  isTeamMember: boolean;
  mayApprove: boolean;
}

const includes = (ids: readonly Id[], id: Id | null): boolean => id !== null && ids.includes(id);

const isAsker = (actor: Actor, order: OrderPlacement): boolean =>
  order.askedBy === actor.accountId ||
  actor.grants.some((grant) => grant.role === "leader" && includes(grant.unitIds, order.unitId));

const isDispatcher = (actor: Actor, order: OrderPlacement): boolean =>
  actor.grants.some(({ role, administrationIds }) => {
    if (role === "administrator") return true;
    if (role === "manager")
      return administrationIds.length === 0 || includes(administrationIds, order.administrationId);
    const isOwnTeam =
      order.teamKind === "administration" && includes(administrationIds, order.teamAdministrationId);
    return role === "administrationUser" && isOwnTeam;
  });

/**
 * How someone stands to an order they see; none where they may only look. Who dispatches: administrators, managers
 * within their administrations, and users of an administration where its own team does the work.
 */
export function standingsOf(actor: Actor, order: OrderPlacement): Standing[] {
  if (!may(actor, "cases", "write")) return order.mayApprove ? ["approver"] : [];
  const held: [Standing, boolean][] = [
    ["asker", isAsker(actor, order)],
    ["dispatcher", isDispatcher(actor, order)],
    ["worker", order.isTeamMember || order.assignedTo === actor.accountId],
    ["approver", order.mayApprove],
  ];
  return held.filter(([, isHeld]) => isHeld).map(([standing]) => standing);
}
