import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { newId } from "#domain/id.ts";

/** New amounts a m² from the middle of this year: each such line of the rent is there twice. */
export async function amendRentInJuly(db: Db, number: string): Promise<void> {
  const day = `${new Date().getUTCFullYear()}-07-01`;
  const old = await db.execute<{ row: Record<string, unknown> }>(sql`
    select to_jsonb(r) as row from rent_term r join contract k on k.id = r.contract_id
     where k.number = ${number} and r.basis = 'perM2' and r.valid_from < ${day}::date and (r.valid_to is null or r.valid_to > ${day}::date)`);
  for (const { row } of old) {
    await db.execute(sql`update rent_term set valid_to = ${day}::date where id = ${row.id as string}`);
    const next = { ...row, id: newId(), valid_from: day, yearly_ore: Number(row.yearly_ore) + 1_00 };
    await db.execute(sql`
      insert into rent_term select * from json_populate_record(null::rent_term, ${JSON.stringify(next)}::json)`);
  }
}
