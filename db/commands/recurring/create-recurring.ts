import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getUnitPlace } from "#db/queries/recurring/list-unit-places.ts";
import { recurringService } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { isOrderable } from "#domain/catalogue/service.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { RecurringForm } from "#domain/recurring/recurring-form.ts";
import { isRule } from "#domain/recurring/rule.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export type CreateRecurringRefusal =
  "notAllowed" | "placeOutsideScope" | "withdrawnService" | "notARule" | "dayPassed";

/** Sets up a service that comes again, for a unit of the actor's in a building it has. It ends no later than the lease. */
export async function createRecurring(
  db: Db,
  actor: Actor,
  form: RecurringForm,
  now: Date,
): Promise<Result<Id, CreateRecurringRefusal>> {
  const today = dayAt(now);
  if (!may(actor, "cases", "write")) return refused("notAllowed");
  if (!isRule(form.rrule)) return refused("notARule");
  if (form.startsOn < today) return refused("dayPassed");
  return db.transaction(async (tx) => {
    const place = await getUnitPlace(tx, actor, form, today);
    if (!place) return refused("placeOutsideScope");
    if (!(await canBeOrdered(tx, actor, form.serviceCode, today))) return refused("withdrawnService");
    const id = newId();
    await tx.insert(recurringService).values({
      ...form,
      ...{ id, organisationId: actor.organisationId, contractId: place.contractId },
      ...{ createdBy: actor.accountId, createdAt: now },
    });
    const said = ["serviceCode", "unitId", "buildingId", "quantity", "rrule", "startsOn", "endsOn"] as const;
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "recurringService", entityId: id },
      changes: Object.fromEntries(said.map((field) => [field, { from: null, to: form[field] }])),
    });
    return done(id);
  });
}

async function canBeOrdered(tx: Db, actor: Actor, code: string, on: Day): Promise<boolean> {
  const [row] = await tx.execute<{ withdrawnOn: Day | null; hasTerms: boolean }>(sql`
    select s.withdrawn_on as "withdrawnOn", exists (
             select 1 from service_version v where v.organisation_id = s.organisation_id and v.service_code = s.code
                and v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date)) as "hasTerms"
      from service s where s.organisation_id = ${actor.organisationId} and s.code = ${code}`);
  return row !== undefined && isOrderable(row, on);
}
