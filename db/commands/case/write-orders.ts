import type { Db } from "#db/client.server.ts";
import { caseFollower, costShare, serviceOrder } from "#db/schema/index.ts";
import type { PlannedOrder } from "#domain/case/plan-orders.ts";
import { newId, type Id } from "#domain/id.ts";
import type { ResponsibilityTenure } from "#domain/responsibility/terms.ts";
import { noteGap } from "../responsibility/note-gap.ts";
import { askApproval } from "../approval/ask-approval.ts";
import type { SenderParts } from "./case-sender.ts";
import { noteEvent } from "./note-event.ts";

interface Placed {
  caseId: Id;
  number: string;
  parts: SenderParts;
  place: { buildingId: Id; unitId: Id | null; administrationId: Id | null };
  tenure: ResponsibilityTenure;
  now: Date;
}

type Order = PlannedOrder & { id: Id };

/** Writes the orders of a case: who bears them, what waits for a yes, what the matrix lacked, and who follows. */
export async function writeOrders(tx: Db, placed: Placed, orders: readonly Order[]): Promise<void> {
  const { caseId, parts, now } = placed;
  const { organisationId } = parts;
  const gaps = await noteGaps(tx, placed, orders);
  await tx.insert(serviceOrder).values(orders.map((order, index) => rowOf(placed, order, index, gaps)));
  const costs = orders.flatMap((order) =>
    order.costs.map(({ payer, unitId, administrationId, basis, value, amountOre }, line) => ({
      ...{ orderId: order.id, line: line + 1, organisationId, payer, unitId, administrationId },
      ...{ basis, basisValue: value, amountOre },
    })),
  );
  if (costs.length > 0) await tx.insert(costShare).values(costs);
  for (const order of orders) if (order.approver) await waitForYes(tx, placed, order, order.approver);
  if (parts.accountId || parts.email)
    await tx.insert(caseFollower).values({
      ...{ id: newId(), organisationId, caseId, accountId: parts.accountId, createdAt: now },
      email: parts.accountId ? null : parts.email,
    });
}

const rowOf = (
  { caseId, parts, place, tenure, now }: Placed,
  { item, costs: _, nameDa: __, nameEn: ___, isGap: ____, approver, ...order }: Order,
  index: number,
  gaps: ReadonlyMap<Id, Id>,
): typeof serviceOrder.$inferInsert => ({
  ...order,
  ...{ organisationId: parts.organisationId, caseId, line: index + 1, tenure, createdAt: now },
  ...{ buildingId: place.buildingId, unitId: place.unitId, administrationId: place.administrationId },
  ...{ itemCode: item.itemCode ?? null, serviceCode: item.serviceCode ?? null, cause: item.cause },
  ...{ quantity: item.quantity, description: item.description, gapId: gaps.get(order.id) ?? null },
  state: approver ? "awaitingApproval" : "received",
});

/** Adds what no rule answered to the list of gaps, or counts it there; by order. */
async function noteGaps(tx: Db, { parts, place, tenure, now }: Placed, orders: readonly Order[]) {
  const gaps = new Map<Id, Id>();
  for (const { id, location, item } of orders.filter(({ isGap }) => isGap)) {
    const met = {
      itemCode: item.itemCode!,
      location,
      cause: item.cause,
      tenure,
      buildingId: place.buildingId,
    };
    gaps.set(id, (await noteGap(tx, parts.organisationId, met, now)).id);
  }
  return gaps;
}

/** The order waits; whoever says yes to such amounts is asked by what follows. */
async function waitForYes(tx: Db, placed: Placed, order: Order, approver: NonNullable<Order["approver"]>) {
  const { caseId, now, parts } = placed;
  const { organisationId } = parts;
  const amountOre = order.priceOre ?? 0;
  await askApproval(tx, { organisationId, orderId: order.id, approver, amountOre }, now);
  await noteEvent(
    tx,
    {
      ...{ id: newId(), organisationId, caseId, orderId: order.id, event: "askApproval" },
      ...{ fromState: "received", toState: "awaitingApproval", accountId: parts.accountId },
      ...{ actorName: parts.name, happenedAt: now, payload: { approver, amountOre: order.priceOre } },
    },
    now,
  );
}
