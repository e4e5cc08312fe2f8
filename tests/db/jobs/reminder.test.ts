import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { stepOrder } from "#db/commands/case/step-order.ts";
import { newId } from "#domain/id.ts";
import type { OrderEvent } from "#domain/order/order-event.ts";
import { useDatabase } from "../../helpers/database.ts";
import { mailBox } from "../../helpers/mail-box.ts";
import { givenOrder, givenOrderWorld, type OrderWorld } from "../../helpers/small-order.ts";

const database = useDatabase();
const askedAt = new Date("2026-11-16T09:00:00Z");
const daysLater = (days: number) => new Date(askedAt.getTime() + days * 24 * 3_600_000);
let world: OrderWorld;
let orderId: string;
let box: ReturnType<typeof mailBox>;

beforeEach(async () => {
  await database.db.execute(sql`delete from outbox`);
  world = await givenOrderWorld(database.db);
  ({ orderId } = await givenOrder(database.db, world));
  box = mailBox(database.db);
});

const step = (event: OrderEvent, actor = world.manager, now = askedAt) =>
  stepOrder(database.db, actor, { eventId: newId(), orderId, event, reason: "Hvilket rum?" }, now);

const reminders = async (now: Date) =>
  (await box.deliver(now)).filter(({ subject }) => subject.includes("vi venter på dit svar"));

test("a question without an answer is asked again after three days, once, in the asker's own mail", async () => {
  await step("askCustomer");
  expect(await reminders(daysLater(2))).toEqual([]);
  expect(await reminders(daysLater(3))).toMatchObject([{ to: world.leader.email }]);
  expect(await reminders(daysLater(9))).toEqual([]);
});

test("an answered question is not asked again; of two only the later one is", async () => {
  await step("askCustomer");
  await step("customerAnswered", world.leader, daysLater(1));
  expect(await reminders(daysLater(3))).toEqual([]);
  await step("askCustomer", world.manager, daysLater(3));
  expect(await reminders(daysLater(4))).toEqual([]);
  expect(await reminders(daysLater(6))).toHaveLength(1);
});
