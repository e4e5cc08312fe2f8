import { createHash } from "node:crypto";
import { SendingKey } from "#domain/case/case-form.ts";

/**
 * What makes two sendings one: the key that came with the form, and what was sent. A form that was changed before it was sent again
 * is another sending. Null where no usable key came: then every sending is its own.
 */
export function sendingKeyOf(given: unknown, sent: unknown): string | null {
  const key = SendingKey.safeParse(given);
  if (!key.success) return null;
  return createHash("sha256")
    .update(JSON.stringify([key.data, sent]))
    .digest("hex");
}
