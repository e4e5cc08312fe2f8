import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { ChangePlan } from "#domain/lease/change-form.ts";
import { turn, turnTerms } from "./turn-terms.ts";

interface Lease {
  id: Id;
  organisationId: Id;
  unitId: Id | null;
  validTo: Day | null;
}

/** What says something of a lease from a day until a day. */
const dated = ["rent_term", "lease_term", "lease_party", "lease_option"] as const;

/** Ends a lease: its terms, parties and premises end with it; services that come again stop; nobody uses its rooms any more. */
export async function endLease(tx: Db, { id, unitId }: Lease, on: Day): Promise<void> {
  for (const table of [...dated, "tenancy"] as const) {
    const name = sql.identifier(table);
    await tx.execute(sql`delete from ${name} where contract_id = ${id} and valid_from >= ${on}::date`);
    await tx.execute(sql`update ${name} set valid_to = ${on}::date
      where contract_id = ${id} and (valid_to is null or valid_to > ${on}::date)`);
  }
  await tx.execute(sql`update contract set valid_to = ${on}::date,
      non_terminable_until = least(non_terminable_until, ${on}::date) where id = ${id}`);
  if (unitId) await leaveRooms(tx, id, unitId, on);
}

/** The unit's use of the lease's rooms ends, and so do the services that come again to it in those buildings. */
export async function leaveRooms(tx: Db, contractId: Id, unitId: Id, on: Day): Promise<void> {
  const rooms = sql`(select space_id from tenancy where contract_id = ${contractId})`;
  await tx.execute(
    sql`delete from occupation where unit_id = ${unitId} and space_id in ${rooms} and valid_from >= ${on}::date`,
  );
  await tx.execute(sql`update occupation set valid_to = ${on}::date where unit_id = ${unitId} and space_id in ${rooms}
    and (valid_to is null or valid_to > ${on}::date)`);
  // Where the unit has another lease in the building, its services go on.
  await tx.execute(sql`
    update recurring_service r set ends_on = greatest(r.starts_on, ${on}::date - 1)
     where r.unit_id = ${unitId} and r.stopped_at is null and (r.ends_on is null or r.ends_on >= ${on}::date)
       and r.building_id in (select building_id from tenancy where contract_id = ${contractId})
       and not exists (select 1 from tenancy t join contract k on k.id = t.contract_id
             where t.building_id = r.building_id and k.unit_id = ${unitId} and k.id <> ${contractId}
               and (t.valid_to is null or t.valid_to > ${on}::date) and (k.valid_to is null or k.valid_to > ${on}::date))`);
}

/**
 * The unit uses the lease's rooms from a day, for as long as the lease has each of them. Rooms that it uses that day already stay
 * as they are. What they are used for is what the unit mostly does elsewhere.
 */
export async function enterRooms(tx: Db, { id, unitId }: Lease, on: Day, source: string): Promise<void> {
  if (!unitId) return;
  const rooms = await tx.execute<{ spaceId: Id }>(sql`
    select distinct t.space_id as "spaceId" from tenancy t
     where t.contract_id = ${id} and (t.valid_to is null or t.valid_to > ${on}::date)
       and not exists (select 1 from occupation o where o.space_id = t.space_id and o.unit_id = ${unitId}
             and o.valid_from <= ${on}::date and (o.valid_to is null or o.valid_to > ${on}::date))`);
  const rows = rooms.map(({ spaceId }) => ({ id: newId(), space_id: spaceId }));
  await tx.execute(sql`
    insert into occupation (id, organisation_id, building_id, space_id, unit_id, purpose, valid_from, valid_to, source, recorded_on)
    select x.id, t.organisation_id, t.building_id, t.space_id, ${unitId}::uuid, coalesce(
             (select o.purpose from occupation o where o.unit_id = ${unitId} group by 1 order by count(*) desc, 1 limit 1), ''),
           greatest(t.valid_from, ${on}::date), least(t.valid_to, n.from_day), ${source}, ${on}::date
      from json_to_recordset(${JSON.stringify(rows)}::json) as x(id uuid, space_id uuid)
      join lateral (select * from tenancy t where t.contract_id = ${id} and t.space_id = x.space_id
             and (t.valid_to is null or t.valid_to > ${on}::date) order by t.valid_from limit 1) t on true
      left join lateral (select min(o.valid_from) as from_day from occupation o
             where o.unit_id = ${unitId} and o.space_id = x.space_id and o.valid_from > ${on}::date) n on true
     where n.from_day is null or n.from_day > greatest(t.valid_from, ${on}::date)`);
}

/** Moves a lease's end: what ended with it ends on the new day, or not at all. */
export async function extendLease(tx: Db, { id, validTo }: Lease, newEnd: Day | null): Promise<void> {
  for (const table of dated) {
    const name = sql.identifier(table);
    await tx.execute(
      sql`update ${name} set valid_to = ${newEnd}::date where contract_id = ${id} and valid_to = ${validTo}::date`,
    );
  }
  await tx.execute(
    sql`update tenancy set valid_to = ${newEnd}::date where contract_id = ${id} and valid_to = ${validTo}::date`,
  );
  await tx.execute(sql`update contract set valid_to = ${newEnd}::date where id = ${id}`);
}

/** New amounts and notice from a day: the old terms end that day, new ones begin; earlier days stay as they were. */
export async function renegotiateLease(
  tx: Db,
  { id }: Lease,
  plan: ChangePlan,
  source: string,
): Promise<void> {
  const on = plan.effectiveOn;
  for (const [key, yearlyOre] of Object.entries(plan.rentOre)) {
    const [kind, part] = key.split(":") as [string, string | undefined];
    await turn(tx, "rent_term", id, on, sql`kind = ${kind} and part is not distinct from ${part ?? null}`, {
      yearly_ore: yearlyOre,
      source,
    });
  }
  const months = {
    landlord_notice_months: plan.landlordNoticeMonths,
    tenant_notice_months: plan.tenantNoticeMonths,
  };
  const changed = Object.fromEntries(Object.entries(months).filter(([, value]) => value !== null));
  if (Object.keys(changed).length === 0) return;
  await turnTerms(tx, id, on, { ...changed, source });
}
