import { newId, type Id } from "#domain/id.ts";
import type { BuildingRecord } from "#domain/register-import/building-record.ts";
import type { ImportActor } from "#domain/register-import/import-actor.ts";
import type { ImportContext } from "#domain/register-import/import-context.ts";
import type { ImportReport } from "#domain/register-import/import-report.ts";
import { changesOf } from "#domain/register-import/tally-plans.ts";
import type { Db } from "../client.server.ts";
import { planBuildings, type PlannedRow } from "../queries/import-plan.ts";
import type { ChangedBuilding } from "./import/changed-building.ts";
import { beginImportRun, endImportRun, type ImportedFile } from "./import/record-import.ts";
import { stageBuildings } from "./import/stage-buildings.ts";
import { writeFollowedAreas } from "./import/write-followed-areas.ts";
import { writePlaces } from "./import/write-places.ts";
import { writeVersions } from "./import/write-versions.ts";
import { refreshLeaseLevels } from "./lease/refresh-lease-levels.ts";
import { recordChange } from "./record-change.ts";
import { refreshPortfolio } from "./refresh-portfolio.ts";

/** What an import brings: whose file, against what it is judged, and its rows in batches. */
export interface BuildingImport {
  file: ImportedFile;
  context: ImportContext;
  batches: AsyncIterable<BuildingRecord[]>;
  /** Told of each batch before it is written; `report` is complete when the last one is. */
  report: ImportReport;
  onPlans(plans: PlannedRow[]): void;
}

/**
 * Takes a register of buildings in: enriches the buildings it names and stages the rest, in one transaction or not at
 * all. Rows are planned inside the transaction, so that what is written was compared with what is there. A file that
 * changes nothing leaves no trace. The caller has checked that the actor may write the register; each building's own
 * scope is checked here, row by row.
 */
export async function applyRegisterImport(db: Db, actor: ImportActor, given: BuildingImport): Promise<void> {
  const { file, context, batches, report, onPlans } = given;
  const run = { id: newId(), file, now: new Date(context.now) };
  await db.transaction(async (tx) => {
    const touched: Id[] = [];
    let isBegun = false;
    for await (const records of batches) {
      const plans = await planBuildings(tx, actor, context, records);
      onPlans(plans);
      if (!plans.some(({ kind }) => kind === "changed" || kind === "staged")) continue;
      if (!isBegun) await beginImportRun(tx, actor, run);
      isBegun = true;
      touched.push(...(await writePlans(tx, actor, plans, context, run)));
    }
    if (!isBegun) return;
    await endImportRun(tx, actor, run, report.counts);
    if (touched.length > 0) {
      await refreshPortfolio(tx, actor.organisationId, touched);
      await refreshLeaseLevels(tx, actor.organisationId, { inBuildings: touched });
    }
    report.isApplied = true;
  });
}

/** Writes one batch and returns the buildings it changed. */
async function writePlans(
  tx: Db,
  actor: ImportActor,
  plans: PlannedRow[],
  { today }: ImportContext,
  run: { id: Id; now: Date },
): Promise<Id[]> {
  const changed: ChangedBuilding[] = plans.filter((plan) => plan.kind === "changed");
  const staged = plans.filter((plan) => plan.kind === "staged");
  await writeVersions(tx, changed, today);
  await writeFollowedAreas(tx, changed, today);
  await writePlaces(tx, changed, today);
  await stageBuildings(tx, actor.organisationId, run.id, staged, run.now);
  for (const plan of changed) {
    const change = { entity: "building", entityId: plan.match.buildingId, changes: changesOf(plan) };
    await recordChange(tx, actor, { action: "import", ...change });
  }
  return changed.map(({ match }) => match.buildingId);
}
