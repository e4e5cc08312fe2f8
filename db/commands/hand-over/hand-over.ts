import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getGatherings } from "#db/queries/hand-over/get-gatherings.ts";
import { listEarlier } from "#db/queries/hand-over/list-earlier.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { judgeTogether, type NamedForm } from "#domain/hand-over/judge-together.ts";
import type { HandOverForm, HandOverKind } from "#domain/hand-over/hand-over-facts.ts";
import type { FaultAt } from "#domain/hand-over/judge-facts.ts";
import { newId, type Id } from "#domain/id.ts";
import { mayEnterThirdPartyLease } from "#domain/lease/who-enters-leases.ts";
import { recordChanges } from "../record-change.ts";
import { noteEvent } from "./note-hand-over.ts";

/** More than any administration runs; a longer file is a slip. */
export const mostAtOnce = 500;

export type HandOverAnswer =
  | { ok: true; ids: Id[]; refused: { name: string; faults: FaultAt[] }[] }
  | { ok: false; refusal: "notAllowed" | "tooMany" }
  | { ok: false; refusal: "faults"; refused: { name: string; faults: FaultAt[] }[] };

export interface HandOverSending {
  kind: HandOverKind;
  forms: readonly NamedForm[];
  /** Whether those that are in order go in though others are not; else one fault keeps all of them out. */
  isPartial: boolean;
}

/**
 * Hands over leases or properties, in one transaction: each is judged beside what is there and beside the others. Of an
 * administration whose leases KEjd has all taken over nothing is handed over any more. A manager may do it for an
 * administration (a lease found in a drawer), and then it waits like any other.
 */
export async function handOver(
  db: Db,
  actor: Actor,
  { kind, forms, isPartial }: HandOverSending,
  now: Date,
): Promise<HandOverAnswer> {
  const scope = scopeOf(actor, "leases", "write");
  const mayAll = forms.every(
    ({ form }) => scope.all || scope.administrationIds.includes(form.administrationId),
  );
  if (!mayAll || forms.length === 0) return { ok: false, refusal: "notAllowed" };
  if (forms.length > mostAtOnce) return { ok: false, refusal: "tooMany" };
  const today = dayAt(now);
  const administrationIds = [...new Set(forms.map(({ form }) => form.administrationId))];
  return db.transaction(async (tx): Promise<HandOverAnswer> => {
    // Of two who hand over the same at once the second sees what the first did.
    await tx.execute(sql`select 1 from organisation where id = ${actor.organisationId} for no key update`);
    const gatherings = await getGatherings(tx, actor, today);
    for (const [id, gathering] of gatherings)
      if (mayEnterThirdPartyLease(actor, id, gathering)) gatherings.delete(id);
    const earlier = await listEarlier(tx, actor, kind, administrationIds, today);
    const faults = judgeTogether(forms, { earlier, gatherings });
    const refused = forms.flatMap(({ name }, index) =>
      faults[index]!.length > 0 ? [{ name, faults: faults[index]! }] : [],
    );
    const taken = forms.filter((_, index) => faults[index]!.length === 0);
    if (taken.length === 0 || (refused.length > 0 && !isPartial))
      return { ok: false, refusal: "faults", refused };
    const ids: Id[] = [];
    for (const { form } of taken) ids.push(await insertHandOver(tx, actor, form, now));
    await recordChanges(
      tx,
      actor,
      taken.map(({ form: { facts, ...form } }, index) => ({
        ...{ action: "handOver", entity: "handOver", entityId: ids[index]! },
        changes: {
          place: { from: null, to: `${facts.street} ${facts.houseNumber}, ${facts.postcode} ${facts.town}` },
          areaM2: { from: null, to: facts.areaM2 },
          contractId: { from: null, to: form.contractId },
          administrationId: { from: null, to: form.administrationId },
        },
      })),
    );
    return { ok: true, ids, refused };
  });
}

async function insertHandOver(tx: Db, actor: Actor, form: HandOverForm, now: Date): Promise<Id> {
  const id = newId();
  await tx.execute(sql`
    insert into hand_over (id, organisation_id, kind, administration_id, contract_id, building_id, unit_id, state, facts,
      handed_over_by, handed_over_at)
    values (${id}, ${actor.organisationId}, ${form.kind}, ${form.administrationId}, ${form.contractId}, ${form.buildingId},
      ${form.unitId}, 'handedOver', ${JSON.stringify(form.facts)}::text::jsonb, ${actor.accountId}, ${now.toISOString()}::timestamptz)`);
  await noteEvent(tx, actor, id, {
    event: "handedOver",
    state: "handedOver",
    words: form.facts.note,
    at: now,
  });
  return id;
}
