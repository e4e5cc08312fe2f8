import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getReportPlace } from "#db/queries/use/list-report-places.ts";
import { useCapacity, usePattern } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { useConfidence } from "#domain/use/use-confidence.ts";
import { reportedWeek, type UseReport } from "#domain/use/use-report.ts";
import { usePeriods, type UsePeriod } from "#domain/use/use-week.ts";
import { recordChange } from "../record-change.ts";

/**
 * Takes a unit's own telling of its week: three patterns and its places, from today on; what was told before ends today, and
 * what was told today already gives way. Refuses a unit that is not the actor's, or not in that building.
 */
export const reportUse = (
  db: Db,
  actor: Actor,
  report: UseReport,
  now: Date,
): Promise<Result<null, "notYours">> =>
  db.transaction(async (tx) => {
    const today = dayAt(now);
    const place = await getReportPlace(tx, actor, report, today);
    if (!place) return refused("notYours");
    // Two who tell at once take turns.
    await tx.execute(sql`select 1 from unit where id = ${report.unitId} for no key update`);
    await endFormer(tx, report, today);
    await write(tx, actor, report, today);
    await recordChange(tx, actor, {
      ...{ action: "report", entity: "unitUse", entityId: report.unitId },
      changes: {
        building: { from: null, to: report.buildingId },
        places: { from: place.places, to: report.places },
        week: { from: null, to: report.days },
      },
    });
    return done(null);
  });

async function endFormer(tx: Db, { unitId, buildingId }: UseReport, today: Day): Promise<void> {
  const estimates = sql`unit_id = ${unitId} and building_id = ${buildingId} and space_id is null and source = 'estimate'`;
  const places = sql`unit_id = ${unitId} and building_id = ${buildingId}`;
  await tx.execute(sql`delete from use_pattern where ${estimates} and valid_from >= ${today}::date`);
  await tx.execute(
    sql`update use_pattern set valid_to = ${today} where ${estimates} and (valid_to is null or valid_to > ${today}::date)`,
  );
  await tx.execute(sql`delete from use_capacity where ${places} and valid_from >= ${today}::date`);
  await tx.execute(
    sql`update use_capacity set valid_to = ${today} where ${places} and (valid_to is null or valid_to > ${today}::date)`,
  );
}

async function write(tx: Db, actor: Actor, report: UseReport, today: Day): Promise<void> {
  const { unitId, buildingId, days, places } = report;
  const whose = { organisationId: actor.organisationId, unitId, buildingId, spaceId: null, validFrom: today };
  const shares: Record<UsePeriod, number> = {
    term: 1,
    holiday: report.holidayShare,
    summer: report.summerShare,
  };
  await tx.insert(usePattern).values(
    usePeriods.map((period) => ({
      ...{ ...whose, id: newId(), period, persons: reportedWeek(days, shares[period]) },
      ...{ source: "estimate" as const, weeksObserved: 0, confidence: useConfidence("estimate", 0) },
      ...{ notedBy: actor.accountId, recordedOn: today },
    })),
  );
  await tx
    .insert(useCapacity)
    .values({ ...whose, id: newId(), persons: places, source: "Enhedens eget tal" });
}
