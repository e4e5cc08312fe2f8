import type { Db } from "#db/client.server.ts";
import { hasOpenOrder } from "./has-open-order.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { DropWorkForm } from "#domain/works/work-forms.ts";
import { changeWork } from "./change-work.ts";
import { lockOpenWork, type LockRefusal } from "./lock-work.ts";

/**
 * Gives a work up, with the reason. Its elements are as they were: what they need stays in the backlog and becomes a work
 * again when the building is next reckoned. One that has been ordered is ended by its order first.
 */
export const dropWork = (
  db: Db,
  actor: Actor,
  id: Id,
  { version, reason }: DropWorkForm,
  today: Day,
): Promise<Result<null, LockRefusal | "isOrdered">> =>
  db.transaction(async (tx) => {
    const locked = await lockOpenWork(tx, actor, id, today, version);
    if (!locked.ok) return locked;
    if (locked.value.state === "ordered" && (await hasOpenOrder(tx, locked.value.orderId)))
      return refused("isOrdered");
    await changeWork(tx, actor, locked.value, "drop", { state: "dropped", droppedReason: reason });
    return done(null);
  });
