import { apiToken } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import type { Db } from "../client.server.ts";
import { hashSecret, newSecret } from "../secrets/secret.ts";
import { recordChange } from "./record-change.ts";

const LIFE_MS = 365 * 24 * 60 * 60 * 1000;

/** Makes a token of an account, valid for a year, and returns it: the only time it is seen. */
export async function createApiToken(
  db: Db,
  holder: { accountId: Id; organisationId: Id; name: string },
  tokenName: string,
  now: Date,
): Promise<string> {
  const secret = newSecret();
  const id = newId();
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  await db.transaction(async (tx) => {
    await tx.insert(apiToken).values({
      ...{ id, organisationId: holder.organisationId, accountId: holder.accountId },
      ...{ tokenHash: hashSecret(secret), name: tokenName, createdAt: now, expiresAt },
    });
    await recordChange(tx, holder, {
      action: "create",
      entity: "apiToken",
      entityId: id,
      changes: {
        account: { from: null, to: holder.name },
        expiresAt: { from: null, to: expiresAt.toISOString() },
      },
    });
  });
  return secret;
}
