import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { serviceSynonym } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { WordForm } from "#domain/catalogue/word-form.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** A word that someone teaches is meant: it counts a little more than those the catalogue began with. */
const taughtWeight = 1.4;

export type TeachWordRefusal = "notAllowed" | "unknownTarget" | "alreadyKnown";

/** Teaches the catalogue what a word means; suggestions know it at once. */
export async function teachWord(
  db: Db,
  actor: Actor,
  { term, locale, target }: WordForm,
): Promise<Result<Id, TeachWordRefusal>> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  const [kind, code] = target.split(":") as ["item" | "service", string];
  return db.transaction(async (tx) => {
    const table = sql.identifier(kind === "item" ? "facility_item" : "service");
    const found = await tx.execute(sql`
      select 1 from ${table} where organisation_id = ${actor.organisationId} and code = ${code} and withdrawn_on is null`);
    if (found.length === 0) return refused("unknownTarget");
    const rows = await tx
      .insert(serviceSynonym)
      .values({
        ...{ id: newId(), organisationId: actor.organisationId, term, locale, weight: taughtWeight },
        ...{ itemCode: kind === "item" ? code : null, serviceCode: kind === "service" ? code : null },
      })
      .onConflictDoNothing()
      .returning({ id: serviceSynonym.id });
    const id = rows[0]?.id;
    if (!id) return refused("alreadyKnown");
    await recordChange(tx, actor, {
      ...{ action: "create", entity: "word", entityId: id },
      changes: { term: { from: null, to: term }, target: { from: null, to: target } },
    });
    return done(id);
  });
}

/** Makes the catalogue forget a word. */
export async function forgetWord(
  db: Db,
  actor: Actor,
  id: Id,
): Promise<Result<null, "notAllowed" | "notFound">> {
  if (!may(actor, "services", "write")) return refused("notAllowed");
  return db.transaction(async (tx) => {
    const [gone] = await tx.execute<{ term: string; target: string }>(sql`
      delete from service_synonym where id = ${id} and organisation_id = ${actor.organisationId}
      returning term, coalesce('item:' || item_code, 'service:' || service_code) as target`);
    if (!gone) return refused("notFound");
    await recordChange(tx, actor, {
      ...{ action: "remove", entity: "word", entityId: id },
      changes: { term: { from: gone.term, to: null }, target: { from: gone.target, to: null } },
    });
    return done(null);
  });
}
