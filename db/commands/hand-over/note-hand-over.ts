import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { handOverEvent, type handOver } from "#db/schema/index.ts";
import { withinAdministrations } from "#db/queries/hand-over/hand-over-scope.ts";
import type { Actor } from "#domain/actor.ts";
import type { HandOverEvent, HandOverSide, HandOverState } from "#domain/hand-over/hand-over-state.ts";
import { newId, type Id } from "#domain/id.ts";
import { actsForKejd } from "#domain/lease/who-enters-leases.ts";

/** One hand-over at the version that somebody saw. */
export interface SeenHandOver {
  id: Id;
  version: number;
}

export type Held = Pick<
  typeof handOver.$inferSelect,
  | "id"
  | "number"
  | "kind"
  | "administrationId"
  | "contractId"
  | "buildingId"
  | "unitId"
  | "state"
  | "facts"
  | "version"
> & { side: HandOverSide };

/** A hand-over held for a change, with the side on which the actor stands; null where the actor may not change it. */
export async function holdHandOver(tx: Db, actor: Actor, id: Id): Promise<Held | null> {
  const [row] = await tx.execute<Omit<Held, "side"> & Record<string, unknown>>(sql`
    select h.id, h.number, h.kind, h.administration_id as "administrationId", h.contract_id as "contractId",
           h.building_id as "buildingId", h.unit_id as "unitId", h.state, h.facts, h.version
      from hand_over h where h.id = ${id}::uuid and h.organisation_id = ${actor.organisationId}
       and ${withinAdministrations(actor, "write", sql`h.administration_id`, sql`h.unit_id`)} for update of h`);
  return row ? { ...row, side: actsForKejd(actor, row.administrationId) ? "kejd" : "administration" } : null;
}

/** Writes the state after an event, one version on, and the event itself. */
export async function moveHandOver(
  tx: Db,
  actor: Actor,
  held: Pick<Held, "id">,
  { event, state, words = "", at }: { event: HandOverEvent; state: HandOverState; words?: string; at: Date },
): Promise<void> {
  await tx.execute(sql`
    update hand_over set state = ${state}, version = version + 1
     where id = ${held.id}::uuid and organisation_id = ${actor.organisationId}`);
  await noteEvent(tx, actor, held.id, { event, state, words, at });
}

export async function noteEvent(
  tx: Db,
  actor: Actor,
  handOverId: Id,
  { event, state, words, at }: { event: HandOverEvent; state: HandOverState; words: string; at: Date },
): Promise<void> {
  await tx.insert(handOverEvent).values({
    ...{ id: newId(), organisationId: actor.organisationId, handOverId, at, event, state, words },
    ...{ accountId: actor.accountId, actorName: actor.name },
  });
}
