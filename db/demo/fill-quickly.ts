import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";

/**
 * Fills tables as PostgreSQL's manual advises for a first load: references and plain indexes are taken away, and made
 * again from all rows at once, which checks the same in a fraction of the time. All of it in the caller's transaction:
 * where a row refers to nothing, none of it has happened.
 * @example await fillQuickly(tx, ["case_event"], () => insertTables(tx, { caseEvent }));
 */
export async function fillQuickly(tx: Db, tables: string[], fill: () => Promise<void>): Promise<void> {
  const named = sql`(select to_regclass(t) from unnest(${`{${tables.join(",")}}`}::text[]) t)`;
  const parts = [...(await referencesOf(tx, named)), ...(await indexesOf(tx, named))];
  for (const { drop } of parts) await tx.execute(sql.raw(drop));
  await fill();
  // What is checked only at the end of a transaction is checked now: a table with checks to come cannot be altered.
  await tx.execute(sql`set constraints all immediate`);
  for (const { make } of parts.reverse()) await tx.execute(sql.raw(make));
}

/** What is taken away, in words the database understands, and how it is made again. */
interface Part extends Record<string, unknown> {
  drop: string;
  make: string;
}

const referencesOf = (tx: Db, tables: SQL): Promise<Part[]> =>
  tx.execute<Part>(sql`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as make
      from pg_constraint where contype = 'f' and conparentid = 0 and conrelid in ${tables} order by conrelid, conname`);

/** Unique indexes stay, they keep what must be true; and those of a table whose own triggers may look rows up by them. */
const indexesOf = (tx: Db, tables: SQL): Promise<Part[]> =>
  tx.execute<Part>(sql`
    select format('drop index %s', indexrelid::regclass) as drop,
           replace(pg_get_indexdef(indexrelid), ' ON ONLY ', ' ON ') as make
      from pg_index i where indrelid in ${tables} and not indisunique and not indisexclusion
       and not exists (select from pg_trigger where tgrelid = indrelid and not tgisinternal)
       and not exists (select from pg_inherits where inhrelid = indexrelid) order by indexrelid`);
