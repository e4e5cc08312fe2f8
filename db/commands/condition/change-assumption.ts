import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { assumption } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { queueReckoning } from "./queue-reckoning.ts";

export interface AssumptionForm {
  key: string;
  value: number;
  from: Day;
  source: string;
  owner: string;
}

export type AssumptionRefusal = "notAllowed" | "notFound" | "fromInPast" | "beforeItsStart" | "unchanged";

/** What estimates themselves are made with; the rest is laid on when figures are shown. */
const reckonedWith = new Set(["overheadRate", "needHorizon"]);

/**
 * Lets a value be another from a day, today at the earliest: what was before keeps its days. Backlog that is reckoned
 * with it is reckoned anew when the day comes. Administrators only.
 */
export async function changeAssumption(
  db: Db,
  actor: Actor,
  form: AssumptionForm,
  now: Date,
): Promise<Result<null, AssumptionRefusal>> {
  if (!may(actor, "settings", "write")) return refused("notAllowed");
  if (form.from < dayAt(now)) return refused("fromInPast");
  return db.transaction(async (tx) => {
    const [latest] = await tx.execute<{ id: Id; value: number; unit: string; validFrom: Day }>(sql`
      select id, value::float8 as value, unit, valid_from::text as "validFrom" from assumption
       where organisation_id = ${actor.organisationId} and key = ${form.key} and valid_to is null for update`);
    if (!latest) return refused("notFound");
    if (form.from < latest.validFrom) return refused("beforeItsStart");
    if (latest.value === form.value) return refused("unchanged");
    if (latest.validFrom === form.from) await tx.execute(sql`delete from assumption where id = ${latest.id}`);
    else await tx.execute(sql`update assumption set valid_to = ${form.from}::date where id = ${latest.id}`);
    const { key, value, source, owner, from: validFrom } = form;
    const id = newId();
    await tx.insert(assumption).values({
      ...{
        id,
        organisationId: actor.organisationId,
        key,
        value,
        unit: latest.unit,
        source,
        owner,
        validFrom,
      },
    });
    if (reckonedWith.has(key)) await queueReckoning(tx, actor.organisationId, validFrom, now);
    await recordChange(tx, actor, {
      ...{ action: "change", entity: "assumption", entityId: id },
      changes: { [key]: { from: latest.value, to: value }, from: { from: latest.validFrom, to: validFrom } },
    });
    return done(null);
  });
}
