import { scopeOf } from "#domain/access.ts";
import { newId, type Id } from "#domain/id.ts";
import type { DistrictRecord } from "#domain/register-import/building-record.ts";
import type { FieldChanges } from "#domain/register-import/compare-building.ts";
import type { ImportActor } from "#domain/register-import/import-actor.ts";
import type { ImportChange, ImportReport } from "#domain/register-import/import-report.ts";
import { countRefusal } from "#domain/register-import/import-report.ts";
import { UnreadableFile } from "#domain/register-import/reasons.ts";
import type { Db } from "../client.server.ts";
import { listDistrictPlans, type DistrictPlan } from "../queries/import-districts.ts";
import { beginImportRun, endImportRun, type ImportedFile } from "./import/record-import.ts";
import { assignDistricts, dropApproximateDistricts, writeDistrict } from "./import/write-districts.ts";
import { recordChange } from "./record-change.ts";
import { refreshPortfolio } from "./refresh-portfolio.ts";

export interface DistrictImport {
  file: ImportedFile;
  districts: DistrictRecord[];
  report: ImportReport;
  isApplied: boolean;
  now: Date;
  onChange?(change: ImportChange): void;
}

/** Thrown to take a dry run back; never leaves this file. */
class DryRun extends Error {}

/**
 * Puts a city's districts in place of the approximate ones, and every address into the district it lies in. A district is
 * known by its number or its name and keeps its id and number here. A dry run is the same, taken back.
 */
export async function replaceDistricts(db: Db, actor: ImportActor, given: DistrictImport): Promise<void> {
  if (!scopeOf(actor, "register", "write").all) throw new UnreadableFile("notAllowed");
  try {
    await db.transaction(async (tx) => {
      await replaceIn(tx, actor, given);
      if (!given.isApplied) throw new DryRun();
    });
  } catch (error) {
    if (!(error instanceof DryRun)) throw error;
    given.report.isApplied = false;
  }
}

async function replaceIn(tx: Db, actor: ImportActor, given: DistrictImport): Promise<void> {
  const { report, districts } = given;
  const plans = await listDistrictPlans(tx, actor, districts);
  const run = { id: newId(), file: given.file, now: given.now };
  const written: DistrictPlan[] = [];
  for (const plan of plans) {
    if (plan.kind === "refused") countRefusal(report, plan.refusal);
    else {
      report.counts[plan.kind] += 1;
      if (plan.kind !== "unchanged") written.push(plan);
    }
  }
  const isWhole = plans.every(({ kind }) => kind !== "refused") && report.counts.refused === 0;
  const dropped = isWhole ? await dropApproximateDistricts(tx, actor, plans) : [];
  if (written.length === 0 && dropped.length === 0) return;
  await beginImportRun(tx, actor, run);
  for (const plan of written) await write(tx, actor, plan, given);
  for (const { id, name } of dropped) await recordDistrict(tx, actor, id, { name: { from: name, to: null } });
  const moved = await assignDistricts(tx, actor);
  await endImportRun(tx, actor, run, report.counts);
  if (given.isApplied) await refreshPortfolio(tx, actor.organisationId, moved);
  report.isApplied = true;
}

async function write(
  tx: Db,
  actor: ImportActor,
  plan: DistrictPlan,
  { file, onChange }: DistrictImport,
): Promise<void> {
  if (plan.kind !== "added" && plan.kind !== "changed") return;
  await writeDistrict(tx, actor, plan, file.name);
  const { record, changes } = plan;
  await recordDistrict(tx, actor, plan.id, changes);
  onChange?.({ row: record.row, name: record.name, key: record.code, changes, notes: [] });
}

const recordDistrict = (tx: Db, actor: ImportActor, id: Id, changes: FieldChanges): Promise<void> =>
  recordChange(tx, actor, { action: "import", entity: "district", entityId: id, changes });
