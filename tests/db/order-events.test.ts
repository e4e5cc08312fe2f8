import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenOrder, givenOrderWorld } from "../helpers/small-order.ts";
import { closedAt, monday, orderOf, take } from "../helpers/take-event.ts";

const database = useDatabase();

describe("ends told as they are", () => {
  test("a declined order names its next owner; without one it goes back to whoever asked", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const [one, other] = [await givenOrder(db, world), await givenOrder(db, world)];
      const reason = "Lejers eget inventar";
      await take(db, world.manager, one.orderId, "decline", {
        reason,
        payload: { nextOwner: "Forvaltningen" },
      });
      await take(db, world.manager, other.orderId, "decline", { reason });
      expect(await orderOf(db, one.orderId)).toMatchObject({
        ...{ state: "declined", outcome: "otherParty", next_owner: "Forvaltningen", state_reason: reason },
      });
      expect(await orderOf(db, other.orderId)).toMatchObject({ next_owner: world.leader.name });
    }));

  test("a duplicate points at another order by its number, never at itself or at nothing", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const [one, other] = [await givenOrder(db, world), await givenOrder(db, world)];
      const mark = (duplicateOf: string) =>
        take(db, world.manager, one.orderId, "markDuplicate", { payload: { duplicateOf } });
      for (const wrong of [`${one.number}-1`, "2026-999999-1", "'; drop table team"])
        expect(await mark(wrong)).toMatchObject({ refusal: "unknownOrder" });
      expect((await mark(`${other.number}-1`)).ok).toBe(true);
      expect(await orderOf(db, one.orderId)).toMatchObject({ duplicate_of_id: other.orderId, outcome: null });
    }));

  test("a case is closed when the last of its orders has ended, and the year of the plan is kept", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const first = await givenOrder(db, world);
      const second = await givenOrder(db, world, { caseId: first.caseId, line: 2 });
      const reason = "Skiftes med taget";
      expect(await take(db, world.manager, first.orderId, "planInBacklog", { reason })).toMatchObject({
        refusal: "payloadWrong",
      });
      await take(db, world.manager, first.orderId, "planInBacklog", { reason, payload: { year: 2028 } });
      expect(await orderOf(db, first.orderId)).toMatchObject({ planned_year: 2028, outcome: "planned" });
      expect(await closedAt(db, first.caseId)).toBeNull();
      await take(db, world.craftsman, second.orderId, "finish", { payload: { outcome: "madeSafe" } });
      await take(db, world.leader, second.orderId, "confirm", {}, new Date(monday.getTime() + 5 * 3_600_000));
      expect(await closedAt(db, first.caseId)).toBe("2026-11-16T14:00:00Z");
    }));
});

describe("what is no step", () => {
  test("another priority is another promise from the same beginning, less what was waited", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      await take(db, world.manager, orderId, "setPriority", { payload: { priority: 2 } });
      // Monday 9:00 Danish time and two working days.
      expect(await orderOf(db, orderId)).toMatchObject({ priority: 2, resolve_by: "2026-11-18T08:00:00Z" });
      await take(db, world.manager, orderId, "setPriority", { payload: { priority: 4 } });
      expect(await orderOf(db, orderId)).toMatchObject({ priority: 4, resolve_by: null });
    }));

  test("a dispatcher hands an order to a team and to someone in it; a craftsman takes it or leaves it", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      const teamId = world.teams["KEJD-BYG"]!;
      const assign = (actor: Actor, payload: Record<string, unknown>) =>
        take(db, actor, orderId, "assign", { payload });
      expect((await assign(world.craftsman, { assignedTo: world.craftsman.accountId })).ok).toBe(true);
      expect((await assign(world.craftsman, { assignedTo: null })).ok).toBe(true);
      expect((await assign(world.craftsman, { teamId })).ok).toBe(false);
      expect(await assign(world.manager, { teamId, assignedTo: world.craftsman.accountId })).toMatchObject({
        refusal: "unknownPerson",
      });
      expect((await assign(world.manager, { teamId, assignedTo: world.otherCraftsman.accountId })).ok).toBe(
        true,
      );
      expect(await take(db, world.craftsman, orderId, "start")).toMatchObject({ refusal: "notFound" });
      expect((await take(db, world.otherCraftsman, orderId, "start")).ok).toBe(true);
    }));

  test("notes stay among those who do the work, and hours and materials are kept once", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      const eventId = newId();
      const material = { eventId, payload: { name: "Ventil", quantity: 2, unit: "stk.", priceOre: 12_500 } };
      await take(db, world.craftsman, orderId, "material", material);
      await take(db, world.craftsman, orderId, "material", material);
      await take(db, world.craftsman, orderId, "hours", { payload: { minutes: 45 } });
      await take(db, world.craftsman, orderId, "note", { reason: "Nøglen hænger i skabet" });
      expect(await take(db, world.leader, orderId, "note", { reason: "Hej" })).toMatchObject({
        refusal: "notAllowed",
      });
      const [kept] = await db.execute(sql`
        select (select sum(quantity) from material_entry where order_id = ${orderId}) as pieces,
               (select sum(minutes) from work_entry where order_id = ${orderId}) as minutes,
               (select count(*) from outbox where payload ->> 'eventId' in
                 (select id::text from case_event where order_id = ${orderId} and is_internal)) as told`);
      expect(kept).toEqual({ pieces: 2, minutes: 45, told: 0 });
    }));

  test("a phone says when it happened; a clock that cannot be right is not believed, and both are kept", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      await take(db, world.craftsman, orderId, "start", { happenedAt: "2026-11-16T08:10:00Z" });
      await take(db, world.craftsman, orderId, "pause", { happenedAt: "2031-01-01T00:00:00Z" });
      const events =
        await db.execute(sql`select happened_at as at, payload ->> 'saidAt' as said from case_event
        where order_id = ${orderId} order by recorded_at, happened_at`);
      expect(events).toEqual([
        { at: "2026-11-16T08:10:00Z", said: null },
        { at: "2026-11-16T09:00:00Z", said: "2031-01-01T00:00:00Z" },
      ]);
    }));
});
