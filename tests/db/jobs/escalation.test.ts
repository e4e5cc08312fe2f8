import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { closeLongDone } from "#app/jobs/periodic/close-long-done.ts";
import { escalateLateOrders } from "#app/jobs/periodic/escalate-late-orders.ts";
import type { Actor } from "#domain/actor.ts";
import { useDatabase } from "../../helpers/database.ts";
import { mailBox } from "../../helpers/mail-box.ts";
import { givenAccount } from "../../helpers/people.ts";
import { givenCase, givenEvent } from "../../helpers/small-case.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const sentAt = new Date("2026-11-20T09:00:00Z");
const after = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
let portfolio: SmallPortfolio;
let leader: Actor;
let box: ReturnType<typeof mailBox>;

beforeEach(async () => {
  await database.db.execute(sql`delete from outbox`);
  portfolio = await insertSmallPortfolio(database.db);
  leader = await givenAccount(database.db, portfolio.organisationId, {
    role: "leader",
    unitIds: [portfolio.solsikken],
  });
  box = mailBox(database.db);
});

/** An order of the installations team, whose mailbox and the service desk's are known. */
async function givenOrder(order: object) {
  const given = await givenCase(database.db, portfolio, {
    askedBy: leader.accountId,
    order,
    createdAt: sentAt,
  });
  await database.db.execute(sql`
    update team set email = lower(code) || '@by.example' where organisation_id = ${portfolio.organisationId}
       and code in ('SD', 'KEJD-INST')`);
  await database.db.execute(sql`
    update service_order o set team_id = t.id from team t
     where o.id = ${given.orderId} and t.organisation_id = o.organisation_id and t.code = 'KEJD-INST'`);
  return given;
}

const escalate = (now: Date) => escalateLateOrders(database.db, portfolio.organisationId, now);

const escalatedFor = async (orderId: string) =>
  (
    await database.db.execute<{ escalation: string; isInternal: boolean }>(sql`
      select payload->>'escalation' as escalation, is_internal as "isInternal" from case_event
       where order_id = ${orderId} and event = 'escalate' order by happened_at, 1`)
  ).map((row) => `${row.escalation}${row.isInternal ? "" : " (open to all)"}`);

test("danger without an answer is told to the team and the service desk, once, and again when the answer is late", async () => {
  const given = await givenOrder({ priority: 1, respondBy: after(60), resolveBy: after(240) });
  await escalate(after(10));
  expect(await escalatedFor(given.orderId)).toEqual([]);
  await escalate(after(16));
  await Promise.all([escalate(after(17)), escalate(after(17))]);
  expect(await escalatedFor(given.orderId)).toEqual(["urgentUnanswered"]);
  const mails = await box.deliver(after(17));
  expect(mails.map(({ to }) => to)).toEqual(["kejd-inst@by.example", "sd@by.example"]);
  expect(mails[0]!.subject).toBe(`Haster, og ingen har svaret: sag ${given.number}-1`);
  await escalate(after(61));
  expect(await escalatedFor(given.orderId)).toEqual(["urgentUnanswered", "answerLate"]);
  expect(await box.deliver(after(62))).toHaveLength(2);
});

test("an order that waits for the customer is left in peace, and so is one that has been answered meanwhile", async () => {
  const waiting = await givenOrder({ state: "awaitingCustomer", waitingSince: sentAt, resolveBy: after(60) });
  await escalate(after(600));
  expect(await escalatedFor(waiting.orderId)).toEqual([]);
  const given = await givenOrder({ priority: 1, respondBy: after(60), resolveBy: null });
  await escalate(after(20));
  await database.db.execute(sql`update service_order set responded_at = now() where id = ${given.orderId}`);
  expect(await box.deliver(after(20))).toEqual([]);
});

test("three messages from the asker without an answer call; an answer between them starts the count again", async () => {
  const given = await givenOrder({});
  const of = { organisationId: portfolio.organisationId, caseId: given.caseId };
  const write = (minute: number, accountId: string | null = leader.accountId) =>
    givenEvent(database.db, of, "comment", { accountId, reason: "Hallo?" }, after(minute));
  await write(1);
  await write(2);
  const manager = await givenAccount(database.db, portfolio.organisationId, { role: "manager" });
  await write(3, manager.accountId);
  await write(4);
  await write(5);
  await escalate(after(6));
  expect(await escalatedFor(given.orderId)).toEqual([]);
  await write(7);
  await escalate(after(8));
  expect(await escalatedFor(given.orderId)).toEqual(["updatesPileUp"]);
});

test("what was done two weeks ago closes by itself, and the asker is asked how it went", async () => {
  const given = await givenOrder({
    state: "done",
    resolvedAt: sentAt,
    outcome: "fixed",
    respondedAt: sentAt,
  });
  await closeLongDone(database.db, portfolio.organisationId, after(13 * 24 * 60));
  const stateOf = async () =>
    (
      await database.db.execute<{ state: string }>(
        sql`select state from service_order where id = ${given.orderId}`,
      )
    )[0]!.state;
  expect(await stateOf()).toBe("done");
  const later = after(15 * 24 * 60);
  await closeLongDone(database.db, portfolio.organisationId, later);
  expect(await stateOf()).toBe("closed");
  await box.deliver(later);
  const [mail] = await box.deliver(new Date(later.getTime() + 61 * 60_000));
  expect(mail).toMatchObject({ to: leader.email, subject: `Hvordan gik det? Sag ${given.number}` });
});

test("what was late before anyone could be told is noted in silence, and what comes after is told", async () => {
  const { orderId } = await givenOrder({ priority: 1, respondBy: after(60), resolveBy: after(600) });
  await escalateLateOrders(database.db, portfolio.organisationId, after(20), { isSilent: true });
  expect(await escalatedFor(orderId)).toHaveLength(1);
  expect(await box.deliver(after(20))).toEqual([]);
  await escalate(after(21));
  expect(await box.deliver(after(21))).toEqual([]);
  await escalate(after(61));
  expect((await box.deliver(after(61))).length).toBeGreaterThan(0);
});
