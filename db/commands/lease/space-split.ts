import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../uuid-array.ts";

type Rows = Record<string, unknown>[];

/** A space that a change split, with all that stood on it before, and the two that began in its place. */
export interface SpaceSplit {
  spaceId: Id;
  parts: [Id, Id];
  rows: { space: Rows; tenancy: Rows; occupation: Rows };
}

const tables = ["tenancy", "occupation"] as const;

/** Takes down how a space stands before it is split. */
export async function takeSplit(tx: Db, spaceId: Id): Promise<Omit<SpaceSplit, "parts">> {
  const [row] = await tx.execute<{ rows: SpaceSplit["rows"] }>(sql`
    select json_build_object(
      'space', (select json_agg(to_jsonb(s)) from space s where s.id = ${spaceId}),
      'tenancy', (select coalesce(json_agg(to_jsonb(t)), '[]') from tenancy t where t.space_id = ${spaceId}),
      'occupation', (select coalesce(json_agg(to_jsonb(o)), '[]') from occupation o where o.space_id = ${spaceId})) as rows`);
  return { spaceId, rows: row!.rows };
}

/** Whether nobody has come, and nothing been split, on the parts since: only who stood on the space, or the lease itself, is there. */
export async function isAsSplit(tx: Db, contractId: Id, { parts, rows }: SpaceSplit): Promise<boolean> {
  const idsOf = (list: Rows, field: string) => [...new Set(list.map((row) => String(row[field])))];
  const [row] = await tx.execute<{ isSame: boolean }>(sql`
    select (select count(*) from space s where s.id = any (${uuidArray(parts)})
              and s.valid_to is not distinct from ${(rows.space[0]?.valid_to as string | null) ?? null}::date) = 2
       and not exists (select 1 from space s where s.replaces_space_id = any (${uuidArray(parts)}))
       and not exists (select 1 from tenancy t where t.space_id = any (${uuidArray(parts)}) and t.contract_id <> ${contractId}
             and t.contract_id <> all (${uuidArray(idsOf(rows.tenancy, "contract_id"))}))
       and not exists (select 1 from occupation o where o.space_id = any (${uuidArray(parts)})
             and o.unit_id <> all (${uuidArray(idsOf(rows.occupation, "unit_id"))})) as "isSame"`);
  return row!.isSame;
}

/** Makes one space of two again, with everyone who stood on it. The caller has made sure that nothing has come of the parts. */
export async function healSplit(tx: Db, { spaceId, parts, rows }: SpaceSplit): Promise<void> {
  for (const table of tables) {
    const name = sql.identifier(table);
    await tx.execute(sql`delete from ${name} where space_id = any (${uuidArray([spaceId, ...parts])})`);
  }
  await tx.execute(sql`delete from space where id = any (${uuidArray(parts)})`);
  await tx.execute(sql`
    update space s set valid_to = x.valid_to, area_m2 = x.area_m2
      from json_populate_recordset(null::space, ${JSON.stringify(rows.space)}::json) x where s.id = x.id`);
  for (const table of tables) {
    const name = sql.identifier(table);
    await tx.execute(sql`insert into ${name}
      select * from json_populate_recordset(null::${name}, ${JSON.stringify(rows[table])}::json)`);
  }
}
