import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import type { ChangePlan } from "#domain/lease/change-form.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

/** A lease that a test changes, and who does it. */
export interface ChangedLease {
  db: Db;
  small: SmallPortfolio;
  manager: Actor;
  as: (role: Role, reach?: Partial<Grant>) => Promise<Actor>;
  lease: string;
}

/** The daycare's own lease in the small portfolio, with a rent line and terms. */
export async function withChangedLease(db: Db, work: (there: ChangedLease) => Promise<void>): Promise<void> {
  const small = await insertSmallPortfolio(db);
  const as = async (role: Role, reach: Partial<Grant> = {}) => {
    const actor = small.as(role, reach);
    await db.execute(sql`insert into account (id, organisation_id, email, name, password_hash)
        values (${actor.accountId}, ${actor.organisationId}, ${`${actor.accountId}@prøve.example`}, ${role}, '-')`);
    return actor;
  };
  const org = small.organisationId;
  const [found] = await db.execute<{ id: string }>(
    sql`select id from contract where number = 'L-1001' and organisation_id = ${org}`,
  );
  const lease = found!.id;
  await db.execute(sql`insert into rent_term (id, organisation_id, contract_id, kind, basis, yearly_ore, source, valid_from)
      values (${newId()}, ${org}, ${lease}, 'base', 'perM2', 60000, 'p', '2016-01-01')`);
  await db.execute(sql`insert into lease_term (id, organisation_id, contract_id, landlord_notice_months, tenant_notice_months, source, valid_from)
      values (${newId()}, ${org}, ${lease}, 12, 6, 'p', '2016-01-01')`);
  await work({ db, small, as, manager: await as("manager"), lease });
}

/** A termination by the tenant, or what is said otherwise. */
export const changePlan = (change: Partial<ChangePlan> = {}): ChangePlan => ({
  ...{ kind: "terminate", by: "tenant", receivedOn: "2026-11-20", effectiveOn: "2027-06-01", newEnd: null },
  ...{
    isComplex: false,
    reason: "Flytter",
    rentOre: {},
    landlordNoticeMonths: null,
    tenantNoticeMonths: null,
  },
  ...change,
});

/** All that a change may touch of a lease and its building. */
export const stateOf = async (db: Db, lease: string, building: string) => ({
  rows: (
    await db.execute<{ all: unknown }>(sql`
      select json_build_object('contract', (select valid_to from contract where id = ${lease}),
        'tenancy', (select json_agg(json_build_array(space_id, valid_from, valid_to) order by space_id, valid_from) from tenancy where contract_id = ${lease}),
        'rent', (select json_agg(json_build_array(kind, yearly_ore, valid_from, valid_to) order by valid_from) from rent_term where contract_id = ${lease}),
        'terms', (select json_agg(json_build_array(tenant_notice_months, valid_from, valid_to) order by valid_from) from lease_term where contract_id = ${lease}),
        'used', (select json_agg(json_build_array(unit_id, valid_from, valid_to) order by valid_from) from occupation where building_id = ${building}),
        'let', (select json_agg(json_build_array(valid_from, valid_to, let_m2) order by valid_from) from portfolio_row where building_id = ${building}),
        'levels', (select json_agg(json_build_array(valid_from, valid_to, area_m2, yearly_ore) order by valid_from) from lease_level where contract_id = ${lease})) as all`)
  )[0]!.all as Record<string, unknown[]>,
});
