import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { newId, type Id } from "#domain/id.ts";

interface Given {
  text: string;
  /** The code of the team that does it; the demo's craftsman is in KEJD-INST. */
  team?: string;
  state?: "received" | "planned";
  plannedOn?: string | null;
}

let last = 700_000;

/** One more order in the demo portfolio, by its words easy to find, as placing it would have left it. */
export async function givenDemoOrder(db: Db, { text, team = "KEJD-INST", state, plannedOn }: Given) {
  const [caseId, orderId] = [newId(), newId()];
  const number = `2026-${++last}`;
  const [at] = await db.execute<{ organisation: Id; building: Id }>(sql`
    select organisation_id as organisation, id as building from building order by id limit 1`);
  const { organisation, building } = at!;
  await db.execute(sql`
    insert into service_case (id, organisation_id, number, building_id, text, origin, sender, idempotency_key,
      body_sha256, answer, created_at)
    values (${caseId}, ${organisation}, ${number}, ${building}, ${text}, 'portal', 'test', ${newId()}, '', '{}', now())`);
  await db.execute(sql`
    insert into service_order (id, organisation_id, case_id, line, building_id, item_code, cause, location, tenure,
      quantity, executor, payer, clause_da, clause_en, team_id, state, priority, respond_by, resolve_by, planned_on,
      norm_minutes, created_at)
    select ${orderId}, ${organisation}, ${caseId}, 1, ${building}, 'heating', 'wear', 'inside', 'own', 1, 'landlord',
      'landlord', 'Prøve', 'Test', t.id, ${state ?? "received"}, 2, now() + interval '2 hours', now() + interval '2 days',
      ${plannedOn ?? null}, 60, now() from team t where t.organisation_id = ${organisation} and t.code = ${team}`);
  return { orderId, number: `${number}-1` };
}

/** Where an order stands, and how often each thing has happened to it. */
export async function standingOf(db: Db, orderId: Id) {
  const [order] = await db.execute<{
    state: string;
    version: number;
    planned: string | null;
    team: string;
  }>(sql`
    select o.state, o.version, o.planned_on::text as planned, t.code as team
      from service_order o left join team t on t.id = o.team_id where o.id = ${orderId}`);
  const events = await db.execute<{ event: string }>(sql`
    select event from case_event where order_id = ${orderId} order by recorded_at, id`);
  return { ...order!, events: events.map(({ event }) => event) };
}
