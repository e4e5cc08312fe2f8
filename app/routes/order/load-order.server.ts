import type { Db } from "#db/client.server.ts";
import { getStanding } from "#db/queries/case/get-standing.ts";
import { listOrderEvents } from "#db/queries/case/list-order-events.ts";
import { getOrder } from "#db/queries/work/get-order.ts";
import { listCostBearers } from "#db/queries/work/list-cost-bearers.ts";
import { listTeamMembers, listTeams, type TeamRow } from "#db/queries/work/list-teams.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { orderEvents, type OrderEvent } from "#domain/order/order-event.ts";
import { isOpen, stepsFrom, type OrderState } from "#domain/order/order-state.ts";
import { mayStep, type Standing } from "#domain/order/who-may-step.ts";

const always: readonly OrderEvent[] = ["comment", "note", "hours", "material"];
const whileOpen: readonly OrderEvent[] = ["assign", "setPriority", "setDay"];

/** What someone may do to an order as it stands. */
function possibleEvents(state: OrderState, standings: readonly Standing[]): OrderEvent[] {
  const others = isOpen(state) && state !== "done" ? [...whileOpen, ...always] : always;
  const known: OrderEvent[] = [...stepsFrom(state), ...others];
  return orderEvents.filter((event) => known.includes(event) && mayStep(standings, event));
}

/** Everything the page of an order says and offers; null where the actor does not see it. */
export async function loadOrder(db: Db, actor: Actor, orderId: Id, now: Date) {
  const [order, standing, events] = await Promise.all([
    getOrder(db, actor, orderId, now),
    getStanding(db, actor, orderId, now),
    listOrderEvents(db, actor, orderId, now),
  ]);
  if (!order || !standing || !events) return null;
  const can = possibleEvents(order.state, standing.standings);
  const mayAssign = can.includes("assign");
  const isDispatcher = standing.standings.includes("dispatcher");
  const [teams, members] = await Promise.all([
    mayAssign && isDispatcher ? listTeams(db, actor, dayAt(now)) : Promise.resolve<TeamRow[]>([]),
    listTeamMembers(db, actor, mayAssign && isDispatcher ? order.teamId : null, dayAt(now)),
  ]);
  const cost = isDispatcher
    ? await listCostBearers(db, actor.organisationId, order.id, dayAt(now))
    : { bearers: [], recordedHours: 0 };
  // One id an event and page: the same form sent twice is one event.
  const eventIds = Object.fromEntries(can.map((event) => [event, newId()])) as Record<OrderEvent, Id>;
  return { order, events, can, eventIds, isDispatcher, teams, members, cost };
}

export type LoadedOrder = NonNullable<Awaited<ReturnType<typeof loadOrder>>>;
