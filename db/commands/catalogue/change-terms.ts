import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { serviceVersion } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { TermsForm } from "#domain/catalogue/terms-form.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export type ChangeTermsRefusal = "notAllowed" | "notFound" | "dayPassed" | "withdrawn";

/** The terms that a day falls into: the version to end there, and the day the new one must stop for the next. */
interface Neighbours {
  id: Id | null;
  validFrom: Day | null;
  nextFrom: Day | null;
  before: Record<string, unknown> | null;
}

/**
 * Gives a service new terms from a day, today or later; what was ordered before keeps what it was promised. Terms that
 * begin on the same day are replaced, later ones stay.
 * @example await changeTerms(db, actor, "1300.01", { ...terms, validFrom: "2027-01-01" }, today);
 */
export async function changeTerms(
  db: Db,
  actor: Actor,
  code: string,
  form: TermsForm,
  today: Day,
): Promise<Result<Id, ChangeTermsRefusal>> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  if (form.validFrom < today) return refused("dayPassed");
  return db.transaction(async (tx) => {
    const [found] = await tx.execute<{ withdrawnOn: Day | null }>(sql`
      select withdrawn_on as "withdrawnOn" from service
       where organisation_id = ${actor.organisationId} and code = ${code} for update`);
    if (!found) return refused("notFound");
    if (found.withdrawnOn !== null && found.withdrawnOn <= form.validFrom) return refused("withdrawn");
    const around = await neighboursOf(tx, actor, code, form.validFrom);
    const id = await putTerms(tx, actor, code, form, around);
    const { validFrom, ...terms } = form;
    await recordChange(tx, actor, {
      ...{ action: "changeTerms", entity: "service", entityId: id },
      changes: {
        code: { from: code, to: code },
        validFrom: { from: around.validFrom, to: validFrom },
        ...Object.fromEntries(
          Object.entries(terms)
            .filter(([field, to]) => around.before?.[field] !== to)
            .map(([field, to]) => [field, { from: around.before?.[field] ?? null, to }]),
        ),
      },
    });
    return done(id);
  });
}

async function neighboursOf(tx: Db, actor: Actor, code: string, from: Day): Promise<Neighbours> {
  const [row] = await tx.execute<Neighbours & Record<string, unknown>>(sql`
    select v.id, v.valid_from as "validFrom",
           (select min(n.valid_from) from service_version n where n.organisation_id = ${actor.organisationId}
              and n.service_code = ${code} and n.valid_from > ${from}::date) as "nextFrom",
           case when v.id is not null then json_build_object('unit', v.unit, 'unitPriceOre', v.unit_price_ore,
             'normMinutes', v.norm_minutes, 'quality', v.quality, 'visitsPerYear', v.visits_per_year,
             'priority', v.priority, 'approvalAboveOre', v.approval_above_ore, 'approver', v.approver,
             'source', v.source) end as before
      from (select 1) one left join service_version v on v.organisation_id = ${actor.organisationId}
       and v.service_code = ${code} and v.valid_from <= ${from}::date and (v.valid_to is null or v.valid_to > ${from}::date)`);
  return row!;
}

async function putTerms(tx: Db, actor: Actor, code: string, form: TermsForm, around: Neighbours) {
  if (around.id !== null && around.validFrom === form.validFrom) {
    await tx
      .update(serviceVersion)
      .set(form)
      .where(sql`id = ${around.id}`);
    return around.id;
  }
  if (around.id !== null)
    await tx.execute(
      sql`update service_version set valid_to = ${form.validFrom}::date where id = ${around.id}`,
    );
  const id = newId();
  await tx.insert(serviceVersion).values({
    ...form,
    ...{ id, organisationId: actor.organisationId, serviceCode: code },
    ...{ slaCode: "standard", validTo: around.nextFrom },
  });
  return id;
}
