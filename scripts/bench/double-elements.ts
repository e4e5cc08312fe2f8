import type postgres from "postgres";
import type { Db } from "#db/client.server.ts";
import { reckonEverything } from "#db/commands/condition/queue-reckoning.ts";
import type { Day } from "#domain/day.ts";

/** What an element brings with it, parents first, and which of its columns name rows that are doubled too. */
const doubled: Record<string, readonly string[]> = {
  element: ["id"],
  element_observation: ["id", "element_id"],
  defect: ["id", "observation_id"],
  remedy: ["id", "observation_id"],
};

/**
 * Gives every element of the demo a twin that was seen as it was, so that a building has some 28 elements, and reckons the
 * backlog of all of them. Only for a database made for measuring.
 */
export async function doubleElements(db: Db, sql: postgres.Sql, on: Day): Promise<void> {
  for (const [table, own] of Object.entries(doubled)) {
    const columns = await sql<{ name: string }[]>`
      select column_name as name from information_schema.columns
       where table_schema = 'public' and table_name = ${table} order by ordinal_position`;
    const names = columns.map(({ name }) => name).join(", ");
    const values = columns.map(({ name }) =>
      own.includes(name) ? `md5(${name}::text || 'twin')::uuid` : name,
    );
    await sql.unsafe(`insert into ${table} (${names}) select ${values.join(", ")} from ${table}`);
  }
  await sql.unsafe("analyze");
  const [organisation] = await sql<{ id: string }[]>`select id from organisation`;
  await reckonEverything(db, organisation!.id, on);
}
