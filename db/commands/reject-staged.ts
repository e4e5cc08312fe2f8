import { sql } from "drizzle-orm";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { StagedSelection } from "#domain/staged/staged-search.ts";
import type { Db } from "../client.server.ts";
import { uuidArray } from "../sql-arrays.ts";
import { recordChange } from "./record-change.ts";
import { chooseStaged, holdStaging, type ChosenStaged } from "./staged/choose-staged.ts";

export type DecideRefusal = "notAllowed" | "listChanged";

/** How many rows changed, how many were so already, and how many had met another end or are no longer there. */
export interface Decided {
  changed: number;
  already: number;
  otherwise: number;
  gone: number;
}

/** Says of rows that they are not ours: the next file does not bring them back. A rejection can be taken back. */
export async function rejectStaged(
  db: Db,
  actor: Actor,
  selection: StagedSelection,
  reason: string,
  now: Date,
): Promise<Result<Decided, DecideRefusal>> {
  if (!writesAll(actor, "register")) return refused("notAllowed");
  return decide(db, actor, selection, async (tx, { ids, gone }) => {
    await tx.execute(sql`
      update staged_building set decision = 'rejected', reason = ${reason},
             decided_at = ${now.toISOString()}::timestamptz, decided_by = ${actor.accountId}::uuid
       where organisation_id = ${actor.organisationId} and id = any (${uuidArray(ids.waiting)})`);
    await recordDecision(tx, actor, "reject", ids.waiting, { reason: { from: null, to: reason } });
    return {
      ...{ changed: ids.waiting.length, already: ids.rejected.length },
      ...{ otherwise: ids.confirmed.length, gone },
    };
  });
}

/** Takes rejections back: the rows wait again, as the last file had them before they were rejected. */
export async function restoreStaged(
  db: Db,
  actor: Actor,
  selection: StagedSelection,
): Promise<Result<Decided, DecideRefusal>> {
  if (!writesAll(actor, "register")) return refused("notAllowed");
  return decide(db, actor, selection, async (tx, { ids, gone }) => {
    await tx.execute(sql`
      update staged_building set decision = null, reason = null, decided_at = null, decided_by = null
       where organisation_id = ${actor.organisationId} and id = any (${uuidArray(ids.rejected)})`);
    await recordDecision(tx, actor, "restore", ids.rejected, {});
    return {
      ...{ changed: ids.rejected.length, already: ids.waiting.length },
      ...{ otherwise: ids.confirmed.length, gone },
    };
  });
}

async function decide(
  db: Db,
  actor: Actor,
  selection: StagedSelection,
  work: (tx: Db, chosen: ChosenStaged) => Promise<Decided>,
): Promise<Result<Decided, DecideRefusal>> {
  return db.transaction(async (tx) => {
    await holdStaging(tx, actor);
    const chosen = await chooseStaged(tx, actor, selection);
    return chosen ? done(await work(tx, chosen)) : refused("listChanged");
  });
}

/** One row for the whole decision; the rows themselves keep who decided and when. Of one row alone it names which. */
async function recordDecision(
  tx: Db,
  actor: Actor,
  action: "reject" | "restore",
  ids: Id[],
  changes: Record<string, { from: unknown; to: unknown }>,
): Promise<void> {
  if (ids.length === 0) return;
  await recordChange(tx, actor, {
    ...{ action, entity: "stagedBuilding", entityId: ids.length === 1 ? ids[0]! : null },
    changes: { rows: { from: null, to: ids.length }, ...changes },
  });
}
