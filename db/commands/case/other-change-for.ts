import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { danishToday } from "#db/danish-today.ts";
import { getSlaTarget } from "#db/queries/case/get-sla-target.ts";
import { listStateChanges } from "#db/queries/case/list-state-changes.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { readPayload, type OrderEventForm, type PayloadOf } from "#domain/order/order-event.ts";
import { isOpen } from "#domain/order/order-state.ts";
import { deadlinesWithWaits, waitsOf } from "#domain/order/waiting.ts";
import { done, refused } from "#domain/result.ts";
import type { LockedOrder } from "./lock-order.ts";
import type { ChangeAnswer, StepAuthor } from "./order-change.ts";

/** What an event without a step makes of an order: words alone change nothing of it, the rest only while it is open. */
export async function otherChangeFor(
  tx: Db,
  author: StepAuthor,
  locked: LockedOrder,
  form: OrderEventForm,
  at: Date,
): Promise<ChangeAnswer> {
  const { order } = locked;
  const { event } = form;
  const payload = readPayload(event, form.payload);
  if (!payload) return refused("payloadWrong");
  const same = { patch: {}, toState: order.state, payload: { ...payload } };
  if (event === "comment" || event === "note")
    return form.reason?.trim() ? done(same) : refused("reasonMissing");
  if (event === "hours" || event === "material") return done(same);
  if (!isOpen(order.state) || order.state === "done") return refused("stepNotPossible");
  if (event === "setDay") return done({ ...same, patch: payload as PayloadOf<"setDay"> });
  if (event === "setPriority")
    return priorityChange(tx, locked, (payload as PayloadOf<"setPriority">).priority);
  return assignment(tx, author, locked, payload as PayloadOf<"assign">, at);
}

/** Another priority is another promise, from the same beginning; the time waited for the customer is still given back. */
async function priorityChange(
  tx: Db,
  { order }: LockedOrder,
  priority: 1 | 2 | 3 | 4,
): Promise<ChangeAnswer> {
  const changes = await listStateChanges(tx, order.id);
  const reopenedAt = changes.filter(({ event }) => event === "reopen").at(-1)?.happenedAt;
  const from = reopenedAt ?? order.createdAt;
  const target = await getSlaTarget(tx, { ...order, priority }, from);
  // Danger never waits for a yes.
  const isFreed = priority === 1 && order.state === "awaitingApproval";
  const state = isFreed ? ("assessed" as const) : order.state;
  return done({
    patch: { priority, state, ...deadlinesWithWaits(from, target, waitsOf(changes)) },
    toState: state,
    payload: { from: order.priority, priority },
  });
}

/** To a team, to someone in it, or to nobody yet. Who only does the work takes it or gives it back, and no more. */
async function assignment(
  tx: Db,
  author: StepAuthor,
  { order }: LockedOrder,
  { teamId, assignedTo }: PayloadOf<"assign">,
  at: Date,
): Promise<ChangeAnswer> {
  const isOther = teamId !== undefined && teamId !== order.teamId;
  const isOwn =
    assignedTo === author.accountId || (assignedTo === null && order.assignedTo === author.accountId);
  if (!author.standings.includes("dispatcher") && (isOther || !isOwn)) return refused("unknownPerson");
  const team = await findTeam(tx, order.organisationId, teamId ?? order.teamId);
  if (teamId !== undefined && !team) return refused("unknownTeam");
  const person = assignedTo ? await findMember(tx, team?.id ?? null, assignedTo, dayAt(at)) : null;
  if (assignedTo && !person) return refused("unknownPerson");
  const kept = assignedTo === undefined && !isOther ? order.assignedTo : (person?.id ?? null);
  return done({
    patch: { teamId: team?.id ?? null, assignedTo: kept },
    toState: order.state,
    payload: { teamId: team?.id ?? null, teamName: team?.name ?? "", personName: person?.name ?? "" },
  });
}

async function findTeam(tx: Db, organisationId: Id, teamId: Id | null) {
  if (!teamId) return null;
  const rows = await tx.execute<{ id: Id; name: string }>(sql`
    select id, name from team where id = ${teamId} and organisation_id = ${organisationId}
       and (closed_on is null or closed_on > ${danishToday})`);
  return rows[0] ?? null;
}

async function findMember(tx: Db, teamId: Id | null, accountId: Id, today: string) {
  const rows = await tx.execute<{ id: Id; name: string }>(sql`
    select a.id, a.name from team_member m join account a on a.id = m.account_id
     where m.team_id = ${teamId} and m.account_id = ${accountId} and m.valid_from <= ${today}::date
       and (m.valid_to is null or m.valid_to > ${today}::date) limit 1`);
  return rows[0] ?? null;
}
