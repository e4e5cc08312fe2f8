import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { withinScope } from "#db/queries/portfolio-filter.ts";
import { targetQuality } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import type { TargetQuality } from "#domain/condition/target-quality.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { reckonBacklog } from "./reckon-backlog.ts";

export interface TargetForm {
  buildingId: Id;
  quality: TargetQuality;
  /** From when it is to be kept so: today at the latest, because the backlog of today is reckoned by it at once. */
  from: Day;
  /** Who decided it, or on what grounds. */
  source: string;
}

export type TargetRefusal = "notFound" | "fromInFuture" | "beforeItsStart" | "unchanged";

/**
 * Lets a building be kept to another class from a day, and reckons its backlog of today anew. What was before keeps its
 * days. Whoever may write surveys there may do it; a building elsewhere is not found.
 */
export async function setTargetQuality(
  db: Db,
  actor: Actor,
  form: TargetForm,
  now: Date,
): Promise<Result<null, TargetRefusal>> {
  const today = dayAt(now);
  if (form.from > today) return refused("fromInFuture");
  return db.transaction(async (tx) => {
    if (!(await holdBuilding(tx, actor, form.buildingId, today))) return refused("notFound");
    const [latest] = await tx.execute<{ id: Id; quality: TargetQuality; validFrom: Day }>(sql`
      select id, quality, valid_from::text as "validFrom" from target_quality
       where building_id = ${form.buildingId} and valid_to is null`);
    if (latest && latest.quality === form.quality) return refused("unchanged");
    if (latest && form.from < latest.validFrom) return refused("beforeItsStart");
    if (latest?.validFrom === form.from)
      await tx.execute(sql`delete from target_quality where id = ${latest.id}`);
    else if (latest)
      await tx.execute(sql`update target_quality set valid_to = ${form.from}::date where id = ${latest.id}`);
    const { buildingId, quality, source, from: validFrom } = form;
    await tx
      .insert(targetQuality)
      .values({ id: newId(), organisationId: actor.organisationId, buildingId, quality, source, validFrom });
    await reckonBacklog(tx, actor.organisationId, [buildingId], today);
    await recordChange(tx, actor, {
      ...{ action: "setTargetQuality", entity: "building", entityId: buildingId },
      changes: {
        targetQuality: { from: latest?.quality ?? null, to: quality },
        from: { from: latest?.validFrom ?? null, to: validFrom },
        source: { from: null, to: source },
      },
    });
    return done(null);
  });
}

/** Holds a building that the actor may write surveys of today; two changes of one building take turns. */
async function holdBuilding(tx: Db, actor: Actor, buildingId: Id, today: Day): Promise<boolean> {
  const rows = await tx.execute(sql`
    select b.id from building b join portfolio_row r on r.building_id = b.id
     where b.id = ${buildingId} and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
       and ${withinScope(actor, "surveys", sql`r`, "write")} for no key update of b`);
  return rows.length > 0;
}
