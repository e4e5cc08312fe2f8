import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getDraft } from "#db/queries/lease/get-draft.ts";
import { findLeaseHolder } from "#db/queries/lease/get-premise-facts.ts";
import { leaseDraft } from "#db/schema/index.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { keepsLeases } from "#domain/lease/keeps-leases.ts";
import type { LeaseForm } from "#domain/lease/lease-form.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

export type DraftRefusal = "notAllowed" | "notFound" | "changedMeanwhile";

/** Begins a draft; it is in no list of leases and in no total. */
export async function beginDraft(
  db: Db,
  actor: Actor,
  form: LeaseForm,
  now: Date,
): Promise<Result<Id, "notAllowed">> {
  if (!keepsLeases(actor)) return refused("notAllowed");
  const id = newId();
  return db.transaction(async (tx) => {
    await tx.insert(leaseDraft).values({
      ...{
        id,
        organisationId: actor.organisationId,
        kind: form.kind,
        title: titleOf(form),
        form,
        revision: 1,
      },
      ...{ createdBy: actor.accountId, createdAt: now, updatedBy: actor.accountId, updatedAt: now },
    });
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "leaseDraft", entityId: id },
      changes: { kind: { from: null, to: form.kind } },
    });
    return done(id);
  });
}

const titleOf = ({ parties }: LeaseForm): string =>
  [parties.landlord.name, parties.tenant.name]
    .map((name) => name.trim())
    .filter(Boolean)
    .join(" → ")
    .slice(0, 200);

/** Saves a draft as typed, whatever is missing in it. Whoever saves an older state than the one kept is told, and loses nothing. */
export async function saveDraft(
  db: Db,
  actor: Actor,
  id: Id,
  form: LeaseForm,
  revision: number,
  now: Date,
): Promise<Result<number, DraftRefusal>> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from lease_draft where id = ${id} for update`);
    const draft = await getDraft(tx, actor, id);
    if (!draft) return refused("notFound");
    if (!keepsLeases(actor) || draft.contractId !== null) return refused("notAllowed");
    if (draft.revision !== revision) return refused("changedMeanwhile");
    const { unitId, administrationId } = await findLeaseHolder(tx, actor, form);
    await tx.execute(sql`
      update lease_draft set form = ${JSON.stringify(form)}::jsonb, revision = revision + 1, title = ${titleOf(form)},
             unit_id = ${unitId}, administration_id = ${administrationId}, updated_by = ${actor.accountId},
             updated_at = ${now.toISOString()}::timestamptz
       where id = ${id}`);
    return done(revision + 1);
  });
}

/** Puts a draft away, or takes it back. */
export async function putDraftAway(
  db: Db,
  actor: Actor,
  id: Id,
  isAway: boolean,
  now: Date,
): Promise<Result<null, DraftRefusal>> {
  return db.transaction(async (tx) => {
    const draft = await getDraft(tx, actor, id);
    if (!draft) return refused("notFound");
    if (!keepsLeases(actor) || draft.contractId !== null) return refused("notAllowed");
    await tx.execute(
      sql`update lease_draft set removed_at = ${isAway ? now.toISOString() : null}::timestamptz where id = ${id}`,
    );
    await recordChange(tx, actor, {
      action: isAway ? "remove" : "restore",
      entity: "leaseDraft",
      entityId: id,
    });
    return done(null);
  });
}
