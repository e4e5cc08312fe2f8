import { sql } from "drizzle-orm";
import { scopeOf } from "#domain/access.ts";
import type { BuildingRecord } from "#domain/register-import/building-record.ts";
import { followArea, type FollowedFloor } from "#domain/register-import/follow-area.ts";
import type { ImportActor } from "#domain/register-import/import-actor.ts";
import type { ImportContext } from "#domain/register-import/import-context.ts";
import { planBuilding, type BuildingPlan } from "#domain/register-import/plan-building.ts";
import type { Db } from "../client.server.ts";
import { rowsParameter } from "./import-columns.ts";
import { listFloorsWithSpaces } from "./import-floors.ts";
import { listBuildingMatches } from "./import-matches.ts";
import { listStagedBuildings } from "./import-staged.ts";

/** A plan, and for a changed gross area of an owned building how its floors follow it; null where they cannot. */
export type PlannedRow = BuildingPlan & { followed?: FollowedFloor[] | null };

/** Holds a batch of rows against the portfolio and the staging: what each of them would do. Reads only. */
export async function planBuildings(
  db: Db,
  actor: ImportActor,
  context: ImportContext,
  records: BuildingRecord[],
): Promise<PlannedRow[]> {
  const bbrIds = records.map(({ bbrId }) => bbrId);
  const matches = await listBuildingMatches(db, actor, bbrIds, context.today);
  const staged = await listStagedBuildings(
    db,
    actor,
    bbrIds.filter((id) => !matches.has(id)),
  );
  const broken = await listBrokenOutlines(db, records);
  const canStage = scopeOf(actor, "register", "write").all;
  const plans = records.map((record): PlannedRow => {
    if (broken.has(record.row))
      return { kind: "refused", refusal: { row: record.row, field: "geometry", reason: "brokenOutline" } };
    const known = { match: matches.get(record.bbrId), staged: staged.get(record.bbrId), canStage };
    return planBuilding(record, known, context);
  });
  return withFollowedAreas(db, actor, context, plans);
}

async function withFollowedAreas(db: Db, actor: ImportActor, { today }: ImportContext, plans: PlannedRow[]) {
  const ids = plans.flatMap((plan) =>
    plan.kind === "changed" && plan.difference.facts.grossAreaM2 ? [plan.match.buildingId] : [],
  );
  if (ids.length === 0) return plans;
  const floors = await listFloorsWithSpaces(db, actor, ids, today);
  return plans.map((plan) => {
    if (plan.kind !== "changed") return plan;
    const { version } = plan.match;
    const gross = plan.difference.facts.grossAreaM2;
    if (!gross || version?.tenure !== "owned" || version.heldAreaM2 === gross.to) return plan;
    const followed = followArea(version, gross, floors.get(plan.match.buildingId) ?? [], today);
    return { ...plan, followed };
  });
}

/** Rows whose outline crosses itself or otherwise bounds no area: PostGIS knows. */
async function listBrokenOutlines(db: Db, records: BuildingRecord[]): Promise<Set<number>> {
  const drawn = records.filter(({ footprint }) => footprint !== null);
  if (drawn.length === 0) return new Set();
  const outlines = drawn.map(({ row, footprint }) => ({
    row,
    outline: { type: "MultiPolygon", coordinates: footprint },
  }));
  const rows = await db.execute<{ row: number }>(sql`
    select x.row from jsonb_to_recordset(${rowsParameter(outlines)}) as x(row int, outline jsonb)
     where not st_isvalid(st_geomfromgeojson(x.outline::text)) order by x.row`);
  return new Set(rows.map(({ row }) => row));
}
