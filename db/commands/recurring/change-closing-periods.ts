import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { recurringWithin } from "#db/queries/recurring/list-recurring.ts";
import { closingPeriod } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { ClosingForm } from "#domain/recurring/closing-form.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Closes a unit from a day to another, both included: recurring services leave those days out. */
export async function closeUnit(
  db: Db,
  actor: Actor,
  { unitId, name, from, to }: ClosingForm,
): Promise<Result<Id, "placeOutsideScope">> {
  return db.transaction(async (tx) => {
    const own = await tx.execute(sql`
      select 1 from unit n where n.id = ${unitId} and n.organisation_id = ${actor.organisationId}
         and ${recurringWithin(actor, "write")}`);
    if (own.length === 0) return refused("placeOutsideScope");
    const id = newId();
    await tx.insert(closingPeriod).values({
      ...{ id, organisationId: actor.organisationId, unitId, name, validFrom: from },
      validTo: addDays(to, 1),
    });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "closingPeriod", entityId: id },
      changes: { name: { from: null, to: name }, from: { from: null, to: from }, to: { from: null, to } },
    });
    return done(id);
  });
}

/** Takes closing days away again. */
export async function openUnit(db: Db, actor: Actor, id: Id): Promise<Result<null, "notFound">> {
  return db.transaction(async (tx) => {
    const [gone] = await tx.execute<{ name: string }>(sql`
      delete from closing_period x using unit n
       where x.id = ${id} and x.organisation_id = ${actor.organisationId} and n.id = x.unit_id
         and ${recurringWithin(actor, "write")} returning x.name`);
    if (!gone) return refused("notFound");
    await recordChange(tx, actor, {
      ...{ action: "remove", entity: "closingPeriod", entityId: id },
      changes: { name: { from: gone.name, to: null } },
    });
    return done(null);
  });
}
