import { sql } from "drizzle-orm";
import { importRegister, type ImportOptions } from "#app/jobs/register-import/import-register.ts";
import type { RegisterFile } from "#app/jobs/register-import/register-file.ts";
import type { Db } from "#db/client.server.ts";
import { commandLineActor, type ImportActor } from "#domain/register-import/import-actor.ts";
import type { TestDatabase } from "../helpers/database.ts";
import { jsonFile, row, type Row } from "./rows.ts";
import { bbr, writeSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

const now = new Date("2026-11-20T12:00:00Z");
/** A BBR id that no building of the small portfolio has. */
export const stranger = "10000000-0000-4000-8000-000000000001";

type Run = (
  rows: Row[] | RegisterFile,
  options?: Partial<ImportOptions>,
  actor?: ImportActor,
) => ReturnType<typeof importRegister>;

/** A small portfolio to import into; all of it is rolled back. */
export const inPortfolio = (
  database: TestDatabase,
  work: (db: Db, run: Run, portfolio: SmallPortfolio) => Promise<void>,
) =>
  database.rollback(async (db) => {
    const portfolio = await writeSmallPortfolio(db);
    const owner = commandLineActor(portfolio.organisationId);
    await work(
      db,
      (rows, options, actor = owner) =>
        importRegister(db, actor, Array.isArray(rows) ? jsonFile(rows) : rows, {
          isApplied: true,
          now,
          ...options,
        }),
      portfolio,
    );
  });

/** Everything that an import could write, as text. */
export async function dump(db: Db): Promise<string> {
  const tables = [
    "building",
    "building_version",
    "floor",
    "space",
    "tenancy",
    "occupation",
    "staged_building",
    "import_run",
    "audit_entry",
    "district",
    "address",
  ];
  const parts = [];
  for (const table of tables)
    parts.push(
      await db.execute(
        sql`select ${table} as "table", t::text from ${sql.identifier(table)} t order by t::text`,
      ),
    );
  return JSON.stringify(parts);
}

/** Four rows: one that all follows, one whose rooms are known, one leased, one that is nobody's. */
export const changes: Row[] = [
  row({ byg021BygningensAnvendelse: "321", byg026Opførelsesår: 1951, byg038SamletBygningsareal: 330 }),
  row({ id_lokalId: bbr.rooms, byg038SamletBygningsareal: 450 }),
  row({ id_lokalId: bbr.leased, byg038SamletBygningsareal: 950, byg404Koordinat: "POINT(12.5512 55.6963)" }),
  row({ id_lokalId: stranger, byg026Opførelsesår: 1900, byg404Koordinat: "POINT(12.5512 55.6963)" }),
];
