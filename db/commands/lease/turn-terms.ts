import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";

/** Gives a lease other terms from a day; where nobody had written any down, they begin as its register line has them. */
export async function turnTerms(
  tx: Db,
  contractId: Id,
  on: Day,
  change: Record<string, unknown>,
): Promise<void> {
  await tx.execute(sql`
    insert into lease_term (id, organisation_id, contract_id, landlord_notice_months, tenant_notice_months,
      landlord_bound_until, tenant_bound_until, source, valid_from, valid_to)
    select ${newId()}::uuid, k.organisation_id, k.id, k.notice_months, k.notice_months,
           k.non_terminable_until, k.non_terminable_until, k.source, k.valid_from, k.valid_to
      from contract k where k.id = ${contractId} and not exists (select 1 from lease_term m where m.contract_id = k.id)`);
  await turn(tx, "lease_term", contractId, on, sql`true`, change);
}

/** Ends the row that holds on a day and begins one like it with what is new; one that begins that day is amended. */
export async function turn(
  tx: Db,
  table: "rent_term" | "lease_term",
  contractId: Id,
  on: Day,
  which: ReturnType<typeof sql>,
  change: Record<string, unknown>,
): Promise<void> {
  const name = sql.identifier(table);
  const [found] = await tx.execute<{ row: Record<string, unknown> }>(sql`
    select to_jsonb(x) as row from ${name} x where contract_id = ${contractId} and ${which}
       and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)`);
  if (!found) return;
  const { row } = found;
  if (row.valid_from === on) await tx.execute(sql`delete from ${name} where id = ${row.id as Id}`);
  else await tx.execute(sql`update ${name} set valid_to = ${on}::date where id = ${row.id as Id}`);
  const next = { ...row, ...change, id: newId(), valid_from: on };
  await tx.execute(
    sql`insert into ${name} select * from json_populate_record(null::${name}, ${JSON.stringify(next)}::json)`,
  );
}
