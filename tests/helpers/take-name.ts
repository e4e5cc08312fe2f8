import type { Sql } from "postgres";

/** Gives a finished template its name, unless another process was first. */
export async function takeName(admin: Sql, draft: string, name: string): Promise<void> {
  const [taken] = await admin`select 1 from pg_database where datname = ${name}`;
  await admin.unsafe(taken ? `drop database ${draft}` : `alter database ${draft} rename to ${name}`);
}
