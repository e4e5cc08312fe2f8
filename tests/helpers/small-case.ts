import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { noteEvent } from "#db/commands/case/note-event.ts";
import { caseFollower, serviceCase, serviceOrder } from "#db/schema/index.ts";
import { newId, type Id } from "#domain/id.ts";
import type { SmallPortfolio } from "./small-portfolio.ts";

/** A case with one order, written straight into the tables; whatever is not given is ordinary. */
export interface GivenCase {
  askedBy?: Id | null;
  askerEmail?: string;
  unitId?: Id;
  administrationId?: Id;
  buildingId?: Id;
  order?: Partial<typeof serviceOrder.$inferInsert>;
  createdAt?: Date;
}

/** Whose case it is where nothing else is said: a building, a unit, its administration. */
type OwnPlace = Pick<SmallPortfolio, "organisationId" | "daycare" | "solsikken" | "buf">;

let last = 0;

/** Inserts it under the small portfolio and returns its ids. */
export async function givenCase(db: Db, portfolio: OwnPlace, given: GivenCase = {}) {
  const { organisationId } = portfolio;
  await ensureServiceBasics(db, organisationId);
  const ids = { caseId: newId(), orderId: newId(), number: `2026-9${String(++last).padStart(5, "0")}` };
  const createdAt = given.createdAt ?? new Date("2026-11-20T09:00:00Z");
  const whose = {
    buildingId: given.buildingId ?? portfolio.daycare,
    unitId: given.unitId ?? portfolio.solsikken,
    administrationId: given.administrationId ?? portfolio.buf,
  };
  await db.insert(serviceCase).values({
    ...{ id: ids.caseId, organisationId, number: ids.number, ...whose, text: "Ruden er gået" },
    ...{ origin: "portal", askedBy: given.askedBy ?? null, askerEmail: given.askerEmail ?? null, createdAt },
    ...{ sender: `test:${ids.caseId}`, idempotencyKey: ids.caseId, bodySha256: "", answer: {} },
  });
  await db.insert(serviceOrder).values({
    ...{ id: ids.orderId, organisationId, caseId: ids.caseId, line: 1, ...whose, itemCode: "window" },
    ...{ cause: "wear", location: "envelope", tenure: "own", quantity: 1, executor: "landlord" },
    ...{ payer: "landlord", clauseDa: "Udvendigt er udlejers", clauseEn: "Outside is the landlord's" },
    ...{ state: "received", priority: 3, createdAt },
    ...given.order,
  });
  return ids;
}

/** Someone follows a case from now on. */
export async function givenFollower(
  db: Db,
  organisationId: Id,
  caseId: Id,
  who: { accountId?: Id; email?: string },
) {
  const id = newId();
  await db.insert(caseFollower).values({ id, organisationId, caseId, createdAt: new Date(), ...who });
  return id;
}

/** Something happens to a case, with the telling of it queued. */
export async function givenEvent(
  db: Db,
  of: { organisationId: Id; caseId: Id; orderId?: Id },
  event: string,
  by: { accountId?: Id | null; name?: string; reason?: string; payload?: Record<string, unknown> } = {},
  at = new Date(),
): Promise<Id> {
  const id = newId();
  const { organisationId, caseId } = of;
  await noteEvent(
    db,
    {
      ...{ id, organisationId, caseId, orderId: of.orderId ?? null, event, happenedAt: at },
      ...{ accountId: by.accountId ?? null, actorName: by.name ?? "Nogen (fiktiv)", reason: by.reason ?? "" },
      payload: by.payload ?? {},
    },
    at,
  );
  return id;
}

/** The outbox as it stands: what of a kind, by key. */
export const outboxOf = async (db: Db, kind: string) => [
  ...(await db.execute<{
    id: Id;
    key: string;
    payload: Record<string, unknown>;
    attempts: number;
    dueAt: string;
    doneAt: string | null;
    gaveUpAt: string | null;
    lastError: string;
  }>(sql`
    select id, key, payload, attempts, due_at as "dueAt", done_at as "doneAt", gave_up_at as "gaveUpAt",
           last_error as "lastError" from outbox where kind = ${kind} order by id`)),
];
