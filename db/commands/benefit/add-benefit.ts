import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { benefit } from "#db/schema/index.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { BenefitForm } from "#domain/council/benefit-form.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** Writes a line of what a case promises. Whoever plans cases does; the line stands from then on, and its years tell. */
export async function addBenefit(
  db: Db,
  actor: Actor,
  caseId: Id,
  form: BenefitForm & { source?: string },
  now: Date,
): Promise<Result<Id, "notAllowed" | "noAdministration">> {
  if (!writesAll(actor, "colocation")) return refused("notAllowed");
  return db.transaction(async (tx) => {
    const [found] = await tx.execute<{ administration: boolean }>(sql`
      select ${form.administrationId}::uuid is null or exists (select 1 from administration n
               where n.id = ${form.administrationId}::uuid and n.organisation_id = c.organisation_id) as administration
        from colocation_case c where c.id = ${caseId}::uuid and c.organisation_id = ${actor.organisationId} for update`);
    if (!found) return refused("notAllowed");
    if (!found.administration) return refused("noAdministration");
    const id = newId();
    await tx.insert(benefit).values({
      ...{ ...form, source: form.source ?? "", id, organisationId: actor.organisationId, caseId },
      ...{ createdBy: actor.accountId, createdAt: now },
    });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "benefit", entityId: id },
      changes: { label: { from: null, to: form.label }, requiredOre: { from: null, to: form.requiredOre } },
    });
    return done(id);
  });
}
