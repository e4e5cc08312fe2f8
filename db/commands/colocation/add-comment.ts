import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { visibleCases } from "#db/queries/colocation/visible-cases.ts";
import { colocationComment } from "#db/schema/index.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";

/** What may be said of a case at once, characters. */
const mostWords = 4_000;

/** Says something about a case that one may read and has a say in; also when the council has it. */
export const addComment = (
  db: Db,
  actor: Actor,
  caseId: Id,
  said: string,
  now: Date,
): Promise<Result<Id, "notFound" | "comment">> =>
  db.transaction(async (tx) => {
    const words = said.trim();
    const [found] = await tx.execute(
      sql`select 1 from colocation_case c where c.id = ${caseId} and ${visibleCases(actor)}`,
    );
    if (!found || !may(actor, "colocation", "write")) return refused("notFound");
    if (words.length === 0 || words.length > mostWords) return refused("comment");
    const id = newId();
    const { organisationId, accountId } = actor;
    await tx.insert(colocationComment).values({ id, organisationId, caseId, accountId, words, at: now });
    await recordChange(tx, actor, {
      ...{ action: "comment", entity: "colocationCase", entityId: caseId },
      changes: { comment: { from: null, to: words } },
    });
    return done(id);
  });
