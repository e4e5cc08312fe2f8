import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { serviceCase, serviceOrder, team } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { standingsOf } from "#domain/order/standings-of.ts";
import type { Standing } from "#domain/order/who-may-step.ts";
import { getApprovalStanding } from "../approval/deciders.ts";
import { orderVisibleTo, teamsOf } from "./visible-cases.ts";

/** How the actor stands to an order, and in whose place they may approve it; null where they do not see it. */
export interface ActorStanding {
  standings: Standing[];
  decidesFor: Id | null;
}

export async function getStanding(
  db: Db,
  actor: Actor,
  orderId: Id,
  now: Date,
): Promise<ActorStanding | null> {
  const today = dayAt(now);
  const order = sql`service_order`;
  const [row] = await db
    .select({
      state: serviceOrder.state,
      askedBy: serviceCase.askedBy,
      unitId: serviceOrder.unitId,
      administrationId: serviceOrder.administrationId,
      assignedTo: serviceOrder.assignedTo,
      teamKind: team.kind,
      teamAdministrationId: team.administrationId,
      isVisible: sql<boolean>`${orderVisibleTo(actor, order, today)}`,
      isTeamMember: sql<boolean>`coalesce(${serviceOrder.teamId} in ${teamsOf(actor, today)}, false)`,
    })
    .from(serviceOrder)
    .innerJoin(serviceCase, eq(serviceCase.id, serviceOrder.caseId))
    .leftJoin(team, eq(team.id, serviceOrder.teamId))
    .where(and(eq(serviceOrder.id, orderId), eq(serviceOrder.organisationId, actor.organisationId)));
  if (!row) return null;
  // Nothing else waits for a yes, and who may give it is the dearest question of all.
  const isWaiting = row.state === "awaitingApproval";
  const approval = isWaiting ? await getApprovalStanding(db, actor, orderId, today) : null;
  if (!row.isVisible && !approval) return null;
  return {
    standings: standingsOf(actor, { ...row, mayApprove: approval !== null }),
    decidesFor: approval?.forAccountId ?? null,
  };
}
