import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { serviceCase, serviceOrder } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";

export type LockedOrder = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

/**
 * An order with its case, both held until the transaction ends: whoever else wants to change the case waits. Null where
 * there is none.
 */
export async function lockOrder(tx: Db, organisationId: Id, orderId: Id) {
  const [row] = await tx
    .select({ order: serviceOrder, case: serviceCase })
    .from(serviceOrder)
    .innerJoin(serviceCase, eq(serviceCase.id, serviceOrder.caseId))
    .where(and(eq(serviceOrder.id, orderId), eq(serviceOrder.organisationId, organisationId)))
    .for("update", { of: [serviceOrder, serviceCase] });
  return row ?? null;
}
