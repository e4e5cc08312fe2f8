import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import type { OrderState } from "#domain/order/order-state.ts";
import { givenAccount } from "./people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

/** A small portfolio with its teams, and people who stand to orders in every way. */
export interface OrderWorld extends SmallPortfolio {
  leader: Actor;
  otherLeader: Actor;
  manager: Actor;
  administrationUser: Actor;
  craftsman: Actor;
  otherCraftsman: Actor;
  auditor: Actor;
  teams: Record<string, Id>;
}

export async function givenOrderWorld(db: Db): Promise<OrderWorld> {
  const small = await insertSmallPortfolio(db);
  const { organisationId } = small;
  await ensureServiceBasics(db, organisationId);
  const rows = await db.execute<{ code: string; id: Id }>(sql`
    select code, id from team where organisation_id = ${organisationId}`);
  const teams = Object.fromEntries(rows.map(({ code, id }) => [code, id]));
  const account = (role: Parameters<SmallPortfolio["as"]>[0], reach = {}) =>
    givenAccount(db, organisationId, { role, ...reach });
  const craftsman = await account("craftsman");
  const otherCraftsman = await account("craftsman");
  for (const [person, code] of [
    [craftsman, "KEJD-INST"],
    [otherCraftsman, "KEJD-BYG"],
  ] as const)
    await db.execute(sql`insert into team_member (team_id, account_id, organisation_id, valid_from)
      values (${teams[code]!}, ${person.accountId}, ${organisationId}, '2020-01-01')`);
  return {
    ...{ ...small, teams, craftsman, otherCraftsman },
    leader: await account("leader", { unitIds: [small.solsikken] }),
    otherLeader: await account("leader", { unitIds: [small.skolen] }),
    manager: await account("manager"),
    administrationUser: await account("administrationUser", { administrationIds: [small.buf] }),
    auditor: await account("auditor"),
  };
}

export interface GivenOrder {
  createdAt?: string;
  state?: OrderState;
  team?: string | null;
  priority?: number;
  respondBy?: string | null;
  resolveBy?: string | null;
  caseId?: Id;
  line?: number;
  payer?: string;
  plannedOn?: string | null;
  quantity?: number;
  normMinutes?: number;
  text?: string;
}

let lastNumber = 100_000;

/** A case of Solsikken with one order in it (or one more order of a case), as placing it would have left it. */
export async function givenOrder(db: Db, world: OrderWorld, given: GivenOrder = {}) {
  const { organisationId, daycare, solsikken, buf, leader, teams } = world;
  const createdAt = given.createdAt ?? "2026-11-16T08:00:00Z";
  const [caseId, orderId] = [given.caseId ?? newId(), newId()];
  const number = `2026-${++lastNumber}`;
  if (!given.caseId)
    await db.execute(sql`insert into service_case (id, organisation_id, number, building_id, unit_id, administration_id,
        text, origin, asked_by, asker_name, sender, idempotency_key, body_sha256, answer, created_at)
      values (${caseId}, ${organisationId}, ${number}, ${daycare}, ${solsikken}, ${buf}, ${given.text ?? "Radiatoren er kold"},
        'portal', ${leader.accountId}, ${leader.name}, ${leader.accountId}, ${newId()}, '', '{}', ${createdAt})`);
  const team = given.team === null ? null : teams[given.team ?? "KEJD-INST"]!;
  const respondBy = given.respondBy === undefined ? "2026-11-17T08:00:00Z" : given.respondBy;
  const resolveBy = given.resolveBy === undefined ? "2026-11-30T08:00:00Z" : given.resolveBy;
  await db.execute(sql`insert into service_order (id, organisation_id, case_id, line, building_id, unit_id,
      administration_id, item_code, cause, location, tenure, quantity, executor, payer, clause_da, clause_en, team_id,
      state, priority, respond_by, resolve_by, planned_on, norm_minutes, created_at)
    values (${orderId}, ${organisationId}, ${caseId}, ${given.line ?? 1}, ${daycare}, ${solsikken}, ${buf}, 'heating',
      'wear', 'basicInstallation', 'own', ${given.quantity ?? 1}, 'landlord', ${given.payer ?? "landlord"}, 'Prøve',
      'Test', ${team}, ${given.state ?? "received"}, ${given.priority ?? 3}, ${respondBy}, ${resolveBy},
      ${given.plannedOn ?? null}, ${given.normMinutes ?? 60}, ${createdAt})`);
  return { caseId, orderId, number };
}
