import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addWorkPhoto } from "#db/commands/case/add-work-photo.ts";
import { syncOrders } from "#db/commands/case/sync-orders.ts";
import { setAbsence } from "#db/commands/set-absence.ts";
import type { Db } from "#db/client.server.ts";
import { listBoard, listBoardDays } from "#db/queries/work/list-board.ts";
import { listLoads } from "#db/queries/work/list-loads.ts";
import { listWork } from "#db/queries/work/list-work.ts";
import { summariseBoard } from "#db/queries/work/summarise-board.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { readBoardSearch } from "#domain/work/board-search.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenOrder, givenOrderWorld, type OrderWorld } from "../helpers/small-order.ts";
import { monday } from "../helpers/take-event.ts";

const database = useDatabase();
const search = (query = "") => readBoardSearch(new URLSearchParams(query));

/** Five open orders of two teams, one late, one waiting, one without a deadline, two planned; and three that are none of the board's. */
async function givenBoard(db: Db, world: OrderWorld) {
  const late = await givenOrder(db, world, {
    respondBy: "2026-11-16T08:30:00Z",
    createdAt: "2026-11-13T08:00:00Z",
  });
  const waiting = await givenOrder(db, world, {
    state: "awaitingCustomer",
    respondBy: "2026-11-16T08:30:00Z",
  });
  await db.execute(
    sql`update service_order set waiting_since = '2026-11-16T08:10:00Z' where id = ${waiting.orderId}`,
  );
  const unmeasured = await givenOrder(db, world, { respondBy: null, resolveBy: null, team: "KEJD-BYG" });
  const planned = { state: "planned", plannedOn: "2026-11-17", quantity: 3, normMinutes: 40 } as const;
  const first = await givenOrder(db, world, planned);
  const second = await givenOrder(db, world, { ...planned, quantity: 1, team: "KEJD-BYG" });
  for (const state of ["done", "closed", "declined"] as const)
    await givenOrder(db, world, { state, plannedOn: "2026-11-17" });
  return { late, waiting, unmeasured, first, second };
}

describe("The board", () => {
  test("counts exactly what is open, late, waiting and unmeasured, whole and by team", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      await givenBoard(db, world);
      const { all, teams } = await summariseBoard(db, world.manager, search(), monday);
      expect(all).toEqual({ total: 5, overdue: 1, waiting: 1, unmeasured: 1, unplanned: 3 });
      const byTeam = Object.fromEntries(teams.map(({ teamId, total }) => [teamId, total]));
      expect(byTeam).toEqual({ [world.teams["KEJD-INST"]!]: 3, [world.teams["KEJD-BYG"]!]: 2 });
    }));

  test("pages through everything once, the most urgent first, those without a deadline last", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { late, unmeasured } = await givenBoard(db, world);
      const seen: string[] = [];
      for (let after: string | null = null, pages = 0; pages < 9; pages++) {
        const page = await listBoard(db, world.manager, search(), { limit: 2, after }, monday);
        seen.push(...page.rows.map(({ id }) => id));
        after = page.next;
        if (!after) break;
      }
      expect(new Set(seen).size).toBe(5);
      expect(seen).toHaveLength(5);
      expect(seen.at(-1)).toBe(unmeasured.orderId);
      expect(seen.slice(0, 2)).toContain(late.orderId);
    }));

  test.each([
    ["clock=overdue", 1],
    ["clock=waiting", 1],
    ["clock=unmeasured", 1],
    ["state=planned", 2],
    ["day=2026-11-17", 2],
    ["day=none", 3],
    ["priority=1", 0],
    ["team=none", 0],
    ["q=radiatoren", 5],
    ["q=100%25", 0],
  ])("with %s finds %i, and the list finds as many as the count", (query, found) =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      await givenBoard(db, world);
      const { all } = await summariseBoard(db, world.manager, search(query), monday);
      const page = await listBoard(db, world.manager, search(query), { limit: 50, after: null }, monday);
      expect([all.total, page.rows.length]).toEqual([found, found]);
    }),
  );

  test("shows a leader her own, another leader and another house nothing", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      await givenBoard(db, world);
      const totalOf = async (actor: Actor) => (await summariseBoard(db, actor, search(), monday)).all.total;
      expect(await totalOf(world.leader)).toBe(5);
      expect(await totalOf(world.craftsman)).toBe(3);
      expect(await totalOf(world.otherLeader)).toBe(0);
      expect(await totalOf({ ...world.manager, organisationId: newId() })).toBe(0);
    }));

  test("lays orders on their days, and what has none or whose day is gone in front", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { first, second } = await givenBoard(db, world);
      await givenOrder(db, world, { state: "planned", plannedOn: "2026-11-10" });
      const rows = await listBoardDays(db, world.manager, search(), ["2026-11-17", "2026-11-18"], 2, monday);
      const onDay = rows.filter(({ plannedOn }) => plannedOn === "2026-11-17").map(({ id }) => id);
      expect(onDay.sort()).toEqual([first.orderId, second.orderId].sort());
      expect(rows.filter(({ plannedOn }) => plannedOn !== "2026-11-17")).toHaveLength(2);
    }));
});

describe("A team's day", () => {
  test("carries norm time × quantity of what is planned and open, less who is away", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      await givenBoard(db, world);
      const teamId = world.teams["KEJD-INST"]!;
      const absence = { teamId, day: "2026-11-17", minutes: 450, reason: "Kursus" };
      expect((await setAbsence(db, world.manager, absence)).ok).toBe(true);
      const loads = await listLoads(db, world.manager, [teamId], ["2026-11-17", "2026-11-18"]);
      expect(loads).toMatchObject([
        { day: "2026-11-17", loadMinutes: 120, orders: 1, absenceMinutes: 450, absenceReason: "Kursus" },
        { day: "2026-11-18", loadMinutes: 0, orders: 0, absenceMinutes: 0 },
      ]);
      await setAbsence(db, world.manager, { ...absence, minutes: 0 });
      expect((await listLoads(db, world.manager, [teamId], ["2026-11-17"]))[0]).toMatchObject({
        absenceMinutes: 0,
      });
    }));

  test("is planned by those who dispatch it: an administration for its own team only", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const absent = (actor: Actor, code: string) =>
        setAbsence(db, actor, { teamId: world.teams[code]!, day: "2026-11-17", minutes: 60, reason: "" });
      expect((await absent(world.administrationUser, "ADM-BUF")).ok).toBe(true);
      for (const [actor, code] of [
        [world.administrationUser, "KEJD-INST"],
        [world.craftsman, "KEJD-INST"],
        [world.leader, "ADM-BUF"],
        [{ ...world.manager, organisationId: newId() }, "KEJD-INST"],
      ] as const)
        expect(await absent(actor, code)).toEqual({ ok: false, refusal: "notAllowed" });
    }));
});

describe("The work of a craftsman", () => {
  test("is that of the own teams, the day's first, and no one else's", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { first } = await givenBoard(db, world);
      const { orders } = await listWork(db, world.craftsman, monday);
      expect(orders).toHaveLength(3);
      expect(orders[0]!.id).toBe(first.orderId);
      expect((await listWork(db, world.otherCraftsman, monday)).orders).toHaveLength(2);
      expect((await listWork(db, world.manager, monday)).orders).toEqual([]);
    }));

  test("comes back from the phone in its order; what follows a conflict is held, words and other orders go on", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { first, late } = await givenBoard(db, world);
      const command = (orderId: string, event: "start" | "finish" | "comment", basedOnVersion: number) => ({
        ...{ eventId: newId(), orderId, event, reason: event === "comment" ? "Set" : "", basedOnVersion },
      });
      const commands = [
        ...[command(first.orderId, "start", 7), command(first.orderId, "finish", 1)],
        ...[command(first.orderId, "comment", 1), command(late.orderId, "start", 1)],
      ];
      const once = await syncOrders(db, world.craftsman, commands, monday);
      expect(once.map(({ outcome }) => outcome)).toEqual(["conflict", "held", "applied", "applied"]);
      const again = await syncOrders(db, world.craftsman, commands, monday);
      expect(again.map(({ outcome }) => outcome)).toEqual(["conflict", "held", "duplicate", "duplicate"]);
    }));

  test("has its photos laid once, by those who do it", () =>
    database.rollback(async (db) => {
      const world = await givenOrderWorld(db);
      const { orderId } = await givenOrder(db, world);
      const photo = () => ({
        ...{
          orderId,
          kind: "after" as const,
          originalKey: newId(),
          publicKey: newId(),
          thumbnailKey: newId(),
        },
        ...{ originalType: "jpeg", width: 10, height: 10, bytes: 10, sha256: "a".repeat(64) },
        ...{ takenAt: null, position: [12.55, 55.69] as const },
      });
      const add = (actor: Actor) => addWorkPhoto(db, actor, photo(), monday);
      expect(await add(world.leader)).toMatchObject({ refusal: "notAllowed" });
      expect(await add(world.otherCraftsman)).toMatchObject({ refusal: "notFound" });
      expect((await add(world.craftsman)).ok).toBe(true);
      expect(await add(world.craftsman)).toMatchObject({ refusal: "alreadyThere" });
    }));
});
