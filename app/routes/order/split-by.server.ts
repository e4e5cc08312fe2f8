import type { Db } from "#db/client.server.ts";
import { splitOrderCost } from "#db/commands/case/split-order-cost.ts";
import type { Actor } from "#domain/actor.ts";
import { SplitForm } from "#domain/case/split-form.ts";
import type { Id } from "#domain/id.ts";

const prefix = "value:";

/** Takes the form that shares an order's price; null where it was done, else why not. */
export async function splitBy(
  db: Db,
  actor: Actor,
  orderId: Id,
  typed: Record<string, string>,
  now: Date,
): Promise<string | null> {
  const values = Object.fromEntries(
    Object.entries(typed)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value]),
  );
  const form = SplitForm.safeParse({ ...typed, values });
  if (!form.success) return "form";
  const result = await splitOrderCost(db, actor, orderId, form.data, now);
  return result.ok ? null : result.refusal;
}
