import { sql } from "drizzle-orm";
import { session } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import { sessionEnd } from "#domain/session.ts";
import type { Db } from "../client.server.ts";
import { hashSecret, newSecret } from "../secrets/secret.ts";
import { recordChange } from "./record-change.ts";

const DEVICE_MOST_CHARACTERS = 200;

export interface SessionOpening {
  accountId: Id;
  organisationId: Id;
  name: string;
  device: string;
  requestId?: string;
}

/** Begins a session and returns its secret, which is kept nowhere else. Clears away what has ended meanwhile. */
export async function openSession(db: Db, opening: SessionOpening, now: Date): Promise<string> {
  const secret = newSecret();
  const at = now.toISOString();
  await db.transaction(async (tx) => {
    await tx.execute(sql`delete from session where expires_at <= ${at}::timestamptz`);
    await tx.execute(
      sql`delete from rate_limit where window_started_at < ${at}::timestamptz - interval '1 day'`,
    );
    await tx.insert(session).values({
      tokenHash: hashSecret(secret),
      organisationId: opening.organisationId,
      accountId: opening.accountId,
      createdAt: now,
      seenAt: now,
      expiresAt: sessionEnd(now, now),
      device: opening.device.slice(0, DEVICE_MOST_CHARACTERS),
    });
    await recordChange(tx, opening, { action: "signIn", entity: "account", entityId: opening.accountId });
  });
  return secret;
}
