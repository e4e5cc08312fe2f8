import { sql } from "drizzle-orm";
import type { Id } from "#domain/id.ts";
import type { ImportActor } from "#domain/register-import/import-actor.ts";
import type { ImportCounts } from "#domain/register-import/import-report.ts";
import type { Db } from "../../client.server.ts";
import { recordChange } from "../record-change.ts";

/** The file of an import run, as it is remembered. */
export interface ImportedFile {
  name: string;
  sha256: string;
  format: string;
}

/** Begins the record of a run; staged rows point to it, so it stands before they do. */
export async function beginImportRun(
  db: Db,
  actor: ImportActor,
  run: { id: Id; file: ImportedFile; now: Date },
): Promise<void> {
  await db.execute(sql`
    insert into import_run (id, organisation_id, account_id, file_name, file_sha256, format, applied_at, counts)
    values (${run.id}::uuid, ${actor.organisationId}::uuid, ${actor.accountId}::uuid, ${run.file.name},
      ${run.file.sha256}, ${run.file.format}, ${run.now.toISOString()}::timestamptz, '{}')`);
}

/** Ends the record of a run with its counts, and one audit row for the run as a whole. */
export async function endImportRun(
  db: Db,
  actor: ImportActor,
  run: { id: Id; file: ImportedFile },
  counts: ImportCounts,
): Promise<void> {
  await db.execute(sql`
    update import_run set counts = ${JSON.stringify(counts)}::text::jsonb
     where id = ${run.id}::uuid and organisation_id = ${actor.organisationId}::uuid`);
  await recordChange(db, actor, {
    action: "import",
    entity: "importRun",
    entityId: run.id,
    changes: { file: { from: null, to: run.file.name }, counts: { from: null, to: counts } },
  });
}
