import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { recordedOf } from "../helpers/people.ts";
import { givenOrder, givenOrderWorld } from "../helpers/small-order.ts";
import { closedAt, monday, orderOf, take } from "../helpers/take-event.ts";

const database = useDatabase();
const hoursLater = (hours: number) => new Date(monday.getTime() + hours * 3_600_000);

describe("a step on an order", () => {
  test("is taken by the craftsman of its team, from start to done, and every step is an event, a message and a row of record", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId, caseId } = await givenOrder(db, world);
      const steps = ["start", "pause", "start", "finish"] as const;
      for (const [index, event] of steps.entries())
        expect(await take(db, world.craftsman, orderId, event, {}, hoursLater(index))).toMatchObject({
          ok: true,
          value: { applied: "applied", version: index + 2 },
        });
      expect(await orderOf(db, orderId)).toMatchObject({
        ...{ state: "done", outcome: "fixed", version: 5 },
        ...{ responded_at: "2026-11-16T09:00:00Z", resolved_at: "2026-11-16T12:00:00Z" },
      });
      const [counts] = await db.execute<Record<string, number>>(sql`
        select (select count(*) from case_event where order_id = ${orderId}) as events,
               (select count(*) from outbox where kind = 'tellFollowers' and payload ->> 'caseId' = ${caseId}) as told,
               (select sum(minutes) from work_entry where order_id = ${orderId}) as minutes`);
      expect(counts).toEqual({ events: 4, told: 4, minutes: 120 });
      expect((await recordedOf(db, orderId)).map(({ action }) => action)).toEqual([...steps]);
    }));

  test("is answered as a duplicate when the same event comes again, and changes nothing", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      const eventId = newId();
      await take(db, world.craftsman, orderId, "start", { eventId, basedOnVersion: 1 });
      const again = await take(db, world.craftsman, orderId, "start", { eventId, basedOnVersion: 1 });
      expect(again).toEqual({ ok: true, value: { applied: "duplicate", state: "inProgress", version: 2 } });
      const used = await take(db, world.manager, orderId, "comment", { eventId, reason: "Et andet" });
      expect(used).toMatchObject({ ok: false, refusal: "eventIdUsed" });
      expect(await recordedOf(db, orderId)).toHaveLength(1);
    }));

  test("that rests on an older version is a conflict and tells where the order stands; words never are", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      await take(db, world.manager, orderId, "plan", { payload: { plannedOn: "2026-11-18" } });
      const stale = await take(db, world.craftsman, orderId, "start", { basedOnVersion: 1 });
      expect(stale).toEqual({ ok: false, refusal: "conflict", current: { state: "planned", version: 2 } });
      const words = { basedOnVersion: 1, reason: "Jeg er på vej" };
      expect((await take(db, world.craftsman, orderId, "comment", words)).ok).toBe(true);
      expect(await orderOf(db, orderId)).toMatchObject({
        state: "planned",
        version: 2,
        planned_on: "2026-11-18",
      });
    }));

  test("stops the clock only while the customer is waited for, and gives the working time back", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      await take(db, world.craftsman, orderId, "askCustomer", { reason: "Hvornår må jeg komme?" });
      expect(await orderOf(db, orderId)).toMatchObject({ waiting_since: "2026-11-16T09:00:00Z" });
      // From Monday 10:00 to Tuesday 12:00 Danish time: ten working hours.
      await take(db, world.leader, orderId, "customerAnswered", {}, new Date("2026-11-17T11:00:00Z"));
      expect(await orderOf(db, orderId)).toMatchObject({
        ...{ state: "assessed", waiting_since: null, respond_by: "2026-11-17T08:00:00Z" },
        resolve_by: "2026-12-01T10:00:00Z",
      });
      await take(db, world.craftsman, orderId, "waitForPart", { reason: "Pumpen er bestilt" });
      expect(await orderOf(db, orderId)).toMatchObject({ waiting_since: null });
    }));
});

describe("who may step", () => {
  test("the asker confirms and reopens, and neither declines nor starts", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId, caseId } = await givenOrder(db, world);
      expect(await take(db, world.leader, orderId, "start")).toMatchObject({ refusal: "notAllowed" });
      expect(await take(db, world.leader, orderId, "decline", { reason: "Nej" })).toMatchObject({
        refusal: "notAllowed",
      });
      await take(db, world.craftsman, orderId, "finish");
      expect((await take(db, world.leader, orderId, "confirm")).ok).toBe(true);
      expect(await closedAt(db, caseId)).not.toBeNull();
      expect(await take(db, world.leader, orderId, "reopen")).toMatchObject({ refusal: "reasonMissing" });
      const later = hoursLater(24);
      expect((await take(db, world.leader, orderId, "reopen", { reason: "Kold igen" }, later)).ok).toBe(true);
      expect(await closedAt(db, caseId)).toBeNull();
      expect(await orderOf(db, orderId)).toMatchObject({
        ...{ state: "received", reopened: 1, responded_at: null, resolved_at: null, outcome: null },
        respond_by: "2026-11-18T09:00:00Z",
      });
    }));

  test("is hidden from other leaders and other teams: they are told there is no such order", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      const stranger = { ...world.manager, organisationId: newId() };
      for (const actor of [world.otherLeader, world.otherCraftsman, stranger])
        expect(await take(db, actor, orderId, "start")).toEqual({ ok: false, refusal: "notFound" });
      expect(await take(db, world.auditor, orderId, "start")).toMatchObject({ refusal: "notAllowed" });
    }));

  test("a user of an administration dispatches its own team's orders and no others", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const own = await givenOrder(db, world, { team: "ADM-BUF" });
      const landlords = await givenOrder(db, world);
      expect((await take(db, world.administrationUser, own.orderId, "assess")).ok).toBe(true);
      expect(await take(db, world.administrationUser, landlords.orderId, "assess")).toMatchObject({
        refusal: "notAllowed",
      });
    }));

  test("whoever is asked for a yes approves, for an administration; the wait is withdrawn where danger comes up", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world, { payer: "tenant" });
      const asked = { payload: { amountOre: 12_000_00 } };
      expect((await take(db, world.manager, orderId, "askApproval", asked)).ok).toBe(true);
      expect(await take(db, world.manager, orderId, "approve")).toMatchObject({ refusal: "notAllowed" });
      expect((await take(db, world.administrationUser, orderId, "approve")).ok).toBe(true);
      const [approval] = await db.execute(
        sql`select decision, decided_by as by, amount_ore as ore from order_approval`,
      );
      expect(approval).toEqual({
        decision: "approved",
        by: world.administrationUser.accountId,
        ore: 1_200_000,
      });
      await take(db, world.manager, orderId, "askApproval", asked);
      await take(db, world.manager, orderId, "setPriority", { payload: { priority: 1 } });
      expect(await orderOf(db, orderId)).toMatchObject({ state: "assessed", priority: 1 });
      expect(await take(db, world.manager, orderId, "askApproval")).toMatchObject({
        refusal: "stepNotPossible",
      });
    }));
});
