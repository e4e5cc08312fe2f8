import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Id } from "#domain/id.ts";
import { healSplit, isAsSplit, type SpaceSplit } from "./space-split.ts";
import { uuidArray } from "../../sql-arrays.ts";

type Rows = Record<string, unknown>[];

/** How everything that a change may touch stood before it: rows by table, as the database writes them. */
export interface LeaseSnapshot {
  contractId: Id;
  spaceIds: Id[];
  buildingIds: Id[];
  rows: Record<string, Rows>;
  /** The spaces that the change split. */
  splits?: SpaceSplit[];
}

/** What belongs to a lease alone, and is put back whole. */
const own = ["tenancy", "rent_term", "lease_term", "lease_option", "lease_party"] as const;

/** The rows of a table outside the lease's own that a change may touch. */
const further = ({
  contractId,
  spaceIds,
  buildingIds,
}: Omit<LeaseSnapshot, "rows" | "splits">): [string, SQL][] => [
  ["occupation", sql`x.space_id = any (${uuidArray(spaceIds)})`],
  ["building_version", sql`x.building_id = any (${uuidArray(buildingIds)})`],
  [
    "recurring_service",
    sql`x.building_id = any (${uuidArray(buildingIds)}) and x.unit_id = (select unit_id from contract where id = ${contractId})`,
  ],
];

const rowsOf = async (tx: Db, table: string, where: SQL): Promise<Rows> => {
  const [row] = await tx.execute<{ rows: Rows }>(
    sql`select coalesce(json_agg(to_jsonb(x)), '[]') as rows from ${sql.identifier(table)} x where ${where}`,
  );
  return row!.rows;
};

/** Takes down how a lease stands, before it is changed. Inside the change's transaction. */
export async function takeSnapshot(tx: Db, contractId: Id): Promise<LeaseSnapshot> {
  const places = await tx.execute<{ spaceId: Id; buildingId: Id }>(
    sql`select space_id as "spaceId", building_id as "buildingId" from tenancy where contract_id = ${contractId}`,
  );
  const of = {
    contractId,
    spaceIds: [...new Set(places.map(({ spaceId }) => spaceId))],
    buildingIds: [...new Set(places.map(({ buildingId }) => buildingId))],
  };
  const rows: Record<string, Rows> = { contract: await rowsOf(tx, "contract", sql`x.id = ${contractId}`) };
  for (const table of own) rows[table] = await rowsOf(tx, table, sql`x.contract_id = ${contractId}`);
  for (const [table, where] of further(of)) rows[table] = await rowsOf(tx, table, where);
  return { ...of, rows };
}

/** Whether all can be put back: where the change split spaces, everybody else stands there as then. */
export async function mayRestore(tx: Db, { contractId, splits = [] }: LeaseSnapshot): Promise<boolean> {
  for (const split of splits) if (!(await isAsSplit(tx, contractId, split))) return false;
  return true;
}

/** Puts everything back as it was taken down. What meanwhile belongs to somebody else makes the database refuse it. */
export async function restoreSnapshot(tx: Db, snapshot: LeaseSnapshot): Promise<void> {
  const { contractId, rows, splits = [] } = snapshot;
  for (const split of splits) await healSplit(tx, split);
  const insert = (table: string) => sql`insert into ${sql.identifier(table)}
    select * from json_populate_recordset(null::${sql.identifier(table)}, ${JSON.stringify(rows[table])}::json)`;
  for (const table of own) {
    await tx.execute(sql`delete from ${sql.identifier(table)} where contract_id = ${contractId}`);
    await tx.execute(insert(table));
  }
  for (const [table, where] of further(snapshot)) {
    if (table === "recurring_service") continue;
    await tx.execute(sql`delete from ${sql.identifier(table)} x where ${where}`);
    await tx.execute(insert(table));
  }
  for (const row of rows.recurring_service ?? [])
    await tx.execute(
      sql`update recurring_service set ends_on = ${(row.ends_on as string | null) ?? null}::date where id = ${row.id as Id}`,
    );
  const [contract] = rows.contract!;
  await tx.execute(sql`
    update contract set valid_to = ${(contract!.valid_to as string | null) ?? null}::date,
           notice_months = ${(contract!.notice_months as number | null) ?? null},
           non_terminable_until = ${(contract!.non_terminable_until as string | null) ?? null}::date
     where id = ${contractId}`);
}
