import { applyRegisterImport } from "#db/commands/apply-register-import.ts";
import { replaceDistricts } from "#db/commands/replace-districts.ts";
import type { Db } from "#db/client.server.ts";
import { getImportContext } from "#db/queries/import-context.ts";
import { planBuildings, type PlannedRow } from "#db/queries/import-plan.ts";
import { may } from "#domain/access.ts";
import type { BuildingRecord } from "#domain/register-import/building-record.ts";
import type { ImportActor } from "#domain/register-import/import-actor.ts";
import type { ImportContext } from "#domain/register-import/import-context.ts";
import {
  countRefusal,
  newReport,
  type ImportChange,
  type ImportReport,
} from "#domain/register-import/import-report.ts";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import type { SeenIds } from "#domain/register-import/seen-ids.ts";
import { tallyPlans } from "#domain/register-import/tally-plans.ts";
import { judgeFile } from "./judge-file.ts";
import { measured, type RegisterFile } from "./register-file.ts";
import { Spool } from "./spool.ts";

export interface ImportOptions {
  /** Without it nothing is written: the report says what would be. */
  isApplied: boolean;
  /** Whose rows are taken: a municipality's code, or "any"; by default the organisation's own. */
  municipality?: string;
  now: Date;
  onProgress?(progress: ImportProgress): void;
  onChange?(change: ImportChange): void;
}

export interface ImportProgress {
  phase: "reading" | "comparing";
  rows: number;
  /** How far, from 0 to 1. */
  share: number;
}

const batchSize = 2_000;

/**
 * Takes a register file in, or says what that would do. The file is read and judged to its end before the database is
 * asked for anything that it holds: what cannot be read whole is not taken in part. Throws UnreadableFile; everything else
 * about a file is in the report. Made for the command line and for a page alike.
 */
export async function importRegister(
  db: Db,
  actor: ImportActor,
  file: RegisterFile,
  options: ImportOptions,
): Promise<ImportReport> {
  if (!may(actor, "register", "write")) throw new UnreadableFile("notAllowed");
  const context = await getImportContext(db, actor, options);
  const report = newReport();
  const spool = await Spool.create<BuildingRecord>();
  try {
    const { stream, seen, sha256 } = measured(file.open());
    const judged = await judgeFile(stream, context, report, spool, (rows) =>
      options.onProgress?.({ phase: "reading", rows, share: seen.bytes / file.size }),
    );
    const known = { name: file.name, sha256: sha256(), format: report.format };
    if (judged.districts) {
      const { isApplied, now, onChange } = options;
      const given = { file: known, districts: judged.districts, report, isApplied, now, onChange };
      await replaceDistricts(db, actor, given);
    } else {
      const batches = undisputed(spool, judged.seenIds, report);
      await importBuildings(db, actor, { file: known, context, batches, report }, options);
    }
    report.refusals.sort((a, b) => a.row - b.row);
    return report;
  } finally {
    await spool.remove();
  }
}

type Given = {
  file: { name: string; sha256: string; format: string };
  context: ImportContext;
  batches: AsyncIterable<BuildingRecord[]>;
  report: ImportReport;
};

async function importBuildings(
  db: Db,
  actor: ImportActor,
  given: Given,
  options: ImportOptions,
): Promise<void> {
  const { context, batches, report } = given;
  let rows = 0;
  const onPlans = (plans: PlannedRow[]) => {
    tallyPlans(report, plans, options.onChange);
    rows += plans.length;
    options.onProgress?.({ phase: "comparing", rows, share: rows / Math.max(1, report.rows) });
  };
  if (options.isApplied) return applyRegisterImport(db, actor, { ...given, onPlans });
  for await (const records of batches) onPlans(await planBuildings(db, actor, context, records));
}

/** The rows whose ids stand only once in the file, or always with the same content. */
async function* undisputed(spool: Spool<BuildingRecord>, seenIds: SeenIds, report: ImportReport) {
  for await (const records of spool.batches(batchSize)) {
    yield records.filter((record) => {
      const dispute = seenIds.disputeOf(record);
      if (dispute) countRefusal(report, dispute);
      return !dispute;
    });
  }
}
