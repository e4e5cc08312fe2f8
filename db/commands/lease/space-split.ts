import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";

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

/**
 * Whether the parts stand as they were split: nothing split again, nobody come or gone, and nobody's end moved but the lease's own and
 * its unit's. Holds the parts until the transaction ends, so that it stays so.
 */
export async function isAsSplit(tx: Db, contractId: Id, { parts, rows }: SpaceSplit): Promise<boolean> {
  await tx.execute(sql`select 1 from space where id = any (${uuidArray(parts)}) order by id for update`);
  const until = (rows.space[0]?.valid_to as string | null) ?? null;
  const unit = sql`(select unit_id from contract where id = ${contractId})`;
  const [row] = await tx.execute<{ isSame: boolean }>(sql`
    select (select count(*) from space s where s.id = any (${uuidArray(parts)}) and s.valid_to is not distinct from ${until}::date) = 2
       and not exists (select 1 from space s where s.replaces_space_id = any (${uuidArray(parts)}))
       and not ${differs("tenancy", { parts, rows }, sql`contract_id`, sql`contract_id <> ${contractId}`)}
       and not ${differs("occupation", { parts, rows }, sql`unit_id`, sql`unit_id is distinct from ${unit}`)} as "isSame"`);
  return row!.isSame;
}

/** Whether others stand on the parts than stood on the space, or until other days. */
function differs(
  table: (typeof tables)[number],
  { parts, rows }: Pick<SpaceSplit, "parts" | "rows">,
  who: SQL,
  isOther: SQL,
): SQL {
  const name = sql.identifier(table);
  const was = sql`select p.id, w.${who}, w.valid_to from space p
    cross join json_populate_recordset(null::${name}, ${JSON.stringify(rows[table])}::json) w
    where p.id = any (${uuidArray(parts)}) and w.${isOther} and (w.valid_to is null or w.valid_to > p.valid_from)`;
  const is = sql`select x.space_id, x.${who}, x.valid_to from ${name} x where x.space_id = any (${uuidArray(parts)}) and x.${isOther}`;
  return sql`exists ((${was} except all ${is}) union all (${is} except all ${was}))`;
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
