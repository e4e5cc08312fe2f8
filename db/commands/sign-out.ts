import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Db } from "../client.server.ts";
import { hashSecret } from "../secrets/secret.ts";
import { recordChange } from "./record-change.ts";

/** Ends the session of a secret. A secret that opens nothing is no error: whoever asked is signed out. */
export async function signOut(db: Db, secret: string, requestId?: string): Promise<void> {
  await db.transaction(async (tx) => {
    const ended = await tx.execute<{ account_id: string; organisation_id: string; name: string }>(sql`
      delete from session s using account a
       where s.token_hash = ${hashSecret(secret)} and a.id = s.account_id
      returning s.account_id, s.organisation_id, a.name`);
    const row = ended[0];
    if (!row) return;
    await recordChange(
      tx,
      { accountId: row.account_id, organisationId: row.organisation_id, name: row.name, requestId },
      { action: "signOut", entity: "account", entityId: row.account_id },
    );
  });
}

/** Which of one's own sessions to end: one by its hash in hex, or all but the one that asks. */
export type SessionChoice = { hash: string } | { allBut: string | null };

/** Ends own sessions elsewhere and returns how many. Sessions of others are out of reach, whatever the hash. */
export async function endOwnSessions(db: Db, actor: Actor, choice: SessionChoice): Promise<number> {
  const match =
    "hash" in choice
      ? sql`encode(token_hash, 'hex') = ${choice.hash}`
      : sql`encode(token_hash, 'hex') <> ${choice.allBut ?? ""}`;
  return db.transaction(async (tx) => {
    const ended = await tx.execute(sql`
      delete from session where account_id = ${actor.accountId} and organisation_id = ${actor.organisationId}
         and ${match} returning 1`);
    if (ended.length > 0) {
      await recordChange(tx, actor, {
        action: "endSessions",
        entity: "account",
        entityId: actor.accountId,
        changes: { sessions: { from: ended.length, to: 0 } },
      });
    }
    return ended.length;
  });
}
