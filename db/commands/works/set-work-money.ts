import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { done, refused, type Result } from "#domain/result.ts";
import type { WorkMoneyForm } from "#domain/works/work-forms.ts";
import { changeWork } from "./change-work.ts";
import { lockWork, type LockRefusal } from "./lock-work.ts";

/**
 * Says what was granted, agreed and paid for a work. Of one that is done the amount paid stands: it was booked as
 * maintenance, and the two must not come apart.
 */
export const setWorkMoney = (
  db: Db,
  actor: Actor,
  id: Id,
  { version, ...money }: WorkMoneyForm,
  today: Day,
): Promise<Result<null, LockRefusal | "actualIsBooked">> =>
  db.transaction(async (tx) => {
    const locked = await lockWork(tx, actor, id, today, version);
    if (!locked.ok) return locked;
    const before = locked.value;
    if (before.state === "dropped") return refused("notOpen");
    if (before.state === "done" && money.actualOre !== before.actualOre) return refused("actualIsBooked");
    await changeWork(tx, actor, before, "setMoney", money);
    return done(null);
  });
