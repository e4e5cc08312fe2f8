import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getWork } from "#db/queries/works/get-work.ts";
import type { Actor } from "#domain/actor.ts";
import { CaseForm } from "#domain/case/case-form.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Result } from "#domain/result.ts";
import { done, refused } from "#domain/result.ts";
import { itemOfWork } from "#domain/works/item-of-work.ts";
import type { OrderWorkForm } from "#domain/works/work-forms.ts";
import { placeCase } from "../case/place-case.ts";
import { changeWork } from "./change-work.ts";
import { lockOpenWork, type LockRefusal } from "./lock-work.ts";

export type OrderWorkRefusal = LockRefusal | "alreadyOrdered" | "caseRefused";

/** Undoes the transaction and carries the refusal out of it. */
class CaseRefused extends Error {}

/**
 * Orders a work by the order flow: a case of the building with one order about what the work is mostly about, so that who
 * acts, who pays and who is told follow the same rules as any order. What its lines come to today becomes its budget
 * where none was granted.
 */
export async function orderWork(
  db: Db,
  actor: Actor,
  id: Id,
  { version, key, text }: OrderWorkForm,
  now: Date,
): Promise<Result<{ caseNumber: string; orderId: Id }, OrderWorkRefusal>> {
  const today = dayAt(now);
  try {
    return await db.transaction(async (tx) => {
      const locked = await lockOpenWork(tx, actor, id, today, version);
      if (!locked.ok) return locked;
      if (locked.value.state === "ordered") return refused("alreadyOrdered");
      const file = (await getWork(tx, actor, id, today))!;
      const itemCode = await knownItem(tx, actor, itemOfWork(file.lines[0]?.sfb));
      const form = CaseForm.parse({
        ...{ buildingId: file.buildingId, text },
        items: [
          { itemCode, impact: "wish", urgency: "canWait", description: `${file.number} ${file.title}` },
        ],
      });
      const placed = await placeCase(tx, { kind: "account", actor }, form, key, now);
      if (!placed.ok) throw new CaseRefused(placed.refusal);
      const { caseNumber, orders } = placed.value;
      const orderId = orders[0]!.id;
      const budgetOre = locked.value.budgetOre ?? file.costOre;
      await changeWork(tx, actor, locked.value, "order", { state: "ordered", orderId, budgetOre });
      return done({ caseNumber, orderId });
    });
  } catch (error) {
    if (error instanceof CaseRefused) return refused("caseRefused");
    throw error;
  }
}

/** An organisation keeps its own items; one that has none of these orders without, and its service desk reads the words. */
async function knownItem(tx: Db, actor: Actor, code: string): Promise<string | undefined> {
  const [item] = await tx.execute<{ code: string }>(sql`
    select code from facility_item
     where organisation_id = ${actor.organisationId} and code = ${code} and withdrawn_on is null`);
  return item?.code;
}
