import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { listDueRecurring } from "#db/queries/recurring/list-recurring.ts";
import type { RecurringRow } from "#db/queries/recurring/recurring-row.ts";
import { CaseForm } from "#domain/case/case-form.ts";
import { addDays, dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { occurrencesOf } from "#domain/recurring/occurrences.ts";
import { placeCase, type PlaceCaseRefusal } from "../case/place-case.ts";

/** So many days ahead a recurring service is ordered: what the team plans by. */
export const daysAhead = 14;

export interface MadeOrders {
  made: number;
  /** What could not be ordered, and why; the next run tries again. */
  refused: { recurringServiceId: Id; day: Day; refusal: PlaceCaseRefusal }[];
}

/**
 * Orders what comes again in the next fourteen days: one case a service and day, however often it is run, for the day is
 * the key. A service that could not be ordered is tried again at the next run and keeps none of the others waiting.
 * @example await makeRecurringOrders(db, organisationId, new Date()) // { made: 12, refused: [] }
 */
export async function makeRecurringOrders(db: Db, organisationId: Id, now: Date): Promise<MadeOrders> {
  const today = dayAt(now);
  const until = addDays(today, daysAhead);
  const answer: MadeOrders = { made: 0, refused: [] };
  for (const row of await listDueRecurring(db, organisationId, today, until)) {
    const from = row.madeUntil !== null && row.madeUntil >= today ? addDays(row.madeUntil, 1) : today;
    let isWhole = true;
    for (const { day, at } of occurrencesOf(row, from, until, row)) {
      if (at < now) continue;
      const outcome = await orderOne(db, organisationId, row, day, now);
      if (outcome === "made") answer.made += 1;
      else if (outcome !== "there") {
        isWhole = false;
        answer.refused.push({ recurringServiceId: row.id, day, refusal: outcome });
      }
    }
    if (isWhole)
      await db.execute(sql`update recurring_service set made_until = greatest(made_until, ${until}::date)
        where id = ${row.id} and stopped_at is null`);
  }
  return answer;
}

/** Places the order of one day and plans it for that day, or says that it is there already or why it cannot be. */
async function orderOne(
  db: Db,
  organisationId: Id,
  row: RecurringRow,
  day: Day,
  now: Date,
): Promise<"made" | "there" | PlaceCaseRefusal> {
  return db.transaction(async (tx) => {
    const [running] = await tx.execute<{ isStopped: boolean }>(sql`
      select stopped_at is not null as "isStopped" from recurring_service where id = ${row.id} for share`);
    if (!running || running.isStopped) return "there";
    const sender = {
      ...{ kind: "job" as const, organisationId, recurringServiceId: row.id, buildingId: row.buildingId },
      ...{ unitId: row.unitId, accountId: row.createdBy, name: "Fast bestilling" },
    };
    const form = CaseForm.parse({
      ...{ buildingId: row.buildingId, spaceId: row.spaceId },
      text: [`${row.nameDa} ${written(day, row.startsAt)}`, row.description].filter(Boolean).join("\n"),
      items: [{ serviceCode: row.serviceCode, quantity: row.quantity, description: row.description }],
    });
    const placed = await placeCase(tx, sender, form, `recurring:${row.id}:${day}`, now);
    // The same day ordered in other words: someone has changed the quantity or the text since.
    if (!placed.ok) return placed.refusal === "keyUsedForAnother" ? "there" : placed.refusal;
    if (placed.isRepeated) return "there";
    const ids = placed.value.orders.map(({ id }) => id);
    await tx.execute(sql`update service_order set planned_on = ${day}::date
        where id = any (${`{${ids.join(",")}}`}::uuid[]) and planned_on is null`);
    return "made";
  });
}

/** A day and a time of day as people write them. @example written("2026-12-04", "15:00") // "04.12.2026 kl. 15.00" */
const written = (day: Day, time: string): string =>
  `${day.split("-").reverse().join(".")} kl. ${time.slice(0, 5).replace(":", ".")}`;
