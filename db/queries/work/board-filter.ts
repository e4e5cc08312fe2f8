import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { BoardSearch } from "#domain/work/board-search.ts";
import { orderVisibleTo } from "../case/visible-cases.ts";

/** As the index of open orders says it, word for word. */
export const isOpenOrder = sql`o.state not in ('confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog')`;

/** Open orders a dispatcher has something to do with: `done` waits for its asker alone. */
export const isOnBoard = sql`(${isOpenOrder} and o.state <> 'done')`;

/** The promise an order is held to now: its answer until it is given, then its end. */
export const deadline = sql`case when o.responded_at is null and o.respond_by is not null then o.respond_by else o.resolve_by end`;

/** Past its promise, not counting what the customer keeps waiting. */
export const isOverdue = (now: Date): SQL =>
  sql`(coalesce(o.waiting_since, ${now.toISOString()}::timestamptz) > ${deadline})`;

/** Orders without a promise: none of their deadlines is known. */
export const isUnmeasured = sql`(${deadline} is null)`;

const inWords = (q: string): SQL => {
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`exists (select 1 from service_case qc join building qb on qb.id = qc.building_id
    where qc.id = o.case_id and (qc.number like ${like} or fold_danish(qc.text) like fold_danish(${like})
       or fold_danish(qb.name) like fold_danish(${like})))`;
};

const clocks = {
  overdue: isOverdue,
  waiting: () => sql`o.waiting_since is not null`,
  unmeasured: () => isUnmeasured,
};

/** What of the board an actor sees and asks for; `o` is the alias of service_order. */
export function boardFilter(actor: Actor, search: BoardSearch, now: Date): SQL {
  const { team, state, priority, building, q, clock, day } = search;
  const parts = [
    sql`o.organisation_id = ${actor.organisationId}`,
    isOnBoard,
    orderVisibleTo(actor, sql`o`, dayAt(now)),
    team === "none" ? sql`o.team_id is null` : team && sql`o.team_id = ${team}`,
    state.length > 0 && sql`o.state = any (${`{${state.join(",")}}`}::text[])`,
    priority.length > 0 && sql`o.priority = any (${`{${priority.join(",")}}`}::smallint[])`,
    building && sql`o.building_id = ${building}`,
    q && inWords(q),
    clock && clocks[clock](now),
    day === "none" ? sql`o.planned_on is null` : day && sql`o.planned_on = ${day}::date`,
  ];
  return sql.join(
    parts.filter((part): part is SQL => Boolean(part)),
    sql` and `,
  );
}
