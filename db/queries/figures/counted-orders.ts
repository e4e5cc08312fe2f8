import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import { addDays, dayAt, type Day } from "#domain/day.ts";
import type { FigureGroup, FiguresSearch, OrderPromise } from "#domain/figures/figures-search.ts";
import { orderVisibleTo } from "../case/visible-cases.ts";

const instant = (at: Date): SQL => sql`${at.toISOString()}::timestamptz`;

/** The first moment of a day in Denmark. */
const beginOf = (day: Day): SQL => sql`(${day}::date::timestamp at time zone 'Europe/Copenhagen')`;

const ends: Record<OrderPromise, { deadline: SQL; doneAt: SQL }> = {
  respond: { deadline: sql`o.respond_by`, doneAt: sql`o.responded_at` },
  resolve: { deadline: sql`o.resolve_by`, doneAt: sql`o.resolved_at` },
};

/**
 * How an order stands to a promise, for counting: the rule of `punctuality` in app/domain/order/sla.ts, in SQL; a test
 * holds the two together. Without a deadline it is unmeasured, never in time.
 */
export function standingOf(promise: OrderPromise, now: Date): SQL {
  const { deadline, doneAt } = ends[promise];
  return sql`(case when ${deadline} is null then 'unmeasured'
    when ${doneAt} is not null then case when ${doneAt} <= ${deadline} then 'met' else 'missed' end
    when o.waiting_since is not null then case when o.waiting_since <= ${deadline} then 'waiting' else 'missed' end
    when ${instant(now)} <= ${deadline} then 'running' else 'missed' end)`;
}

/** What an order is set out under, as text; null where it has none. */
export const groupOf = (by: FigureGroup): SQL =>
  ({
    team: sql`o.team_id::text`,
    administration: sql`o.administration_id::text`,
    building: sql`o.building_id::text`,
    item: sql`coalesce(o.item_code, o.service_code)`,
  })[by];

/**
 * The orders that figures are made of: those that the actor sees, sent in the period. One that is the same as another is
 * counted where it is done, not twice. Alias `o`.
 */
export function countedOrders(actor: Actor, search: Pick<FiguresSearch, "from" | "to">, now: Date): SQL {
  return sql`o.organisation_id = ${actor.organisationId} and o.state <> 'duplicate'
    and o.created_at >= ${beginOf(search.from)} and o.created_at < ${beginOf(addDays(search.to, 1))}
    and ${orderVisibleTo(actor, sql`o`, dayAt(now))}`;
}

/** The orders of one figure: those counted, of one group, standing as asked. */
export function chosenOrders(actor: Actor, search: FiguresSearch, now: Date): SQL {
  const { by, group, promise, standing, part } = search;
  const parts: SQL[] = [countedOrders(actor, search, now)];
  if (group === "none") parts.push(sql`${groupOf(by)} is null`);
  else if (group !== null) parts.push(sql`${groupOf(by)} = ${group}`);
  if (standing !== null) parts.push(sql`${standingOf(promise, now)} = ${standing}`);
  if (part === "reopened") parts.push(sql`o.reopened > 0`);
  if (part === "priced") parts.push(sql`o.price_ore is not null`);
  if (part === "gap") parts.push(sql`o.gap_id is not null`);
  return sql.join(parts, sql` and `);
}
