import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { stepOrder } from "#db/commands/case/step-order.ts";
import { attachEvidence } from "#db/commands/works/attach-evidence.ts";
import { dropWork } from "#db/commands/works/drop-work.ts";
import { finishWork } from "#db/commands/works/finish-work.ts";
import { orderWork } from "#db/commands/works/order-work.ts";
import { setWorkMoney } from "#db/commands/works/set-work-money.ts";
import { listCaseWorks } from "#db/queries/works/list-case-works.ts";
import { getWork } from "#db/queries/works/get-work.ts";
import { sumWorkMoney } from "#db/queries/works/sum-work-money.ts";
import { newId } from "#domain/id.ts";
import type { EvidenceForm } from "#domain/works/work-forms.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenOrder } from "../helpers/small-order.ts";
import { at, givenWorkWorld, reckonedOn, type WorkWorld } from "../helpers/small-works.ts";

const database = useDatabase();
const noMoney = { budgetOre: null, contractOre: null, actualOre: null };
const finished = (conditions: Record<string, 1 | 2> = {}) => ({
  ...{ version: 1, doneOn: reckonedOn, actualOre: 12_345_678, note: "", conditions },
});
const stranger = (world: WorkWorld) => world.as("administrationUser", { administrationIds: [world.sof] });
const windowsOf = ({ works }: WorkWorld) => works["windows exterior"]!;

describe("a work on its way", () => {
  test("is ordered as a case of the building, once, with today's lines as its budget", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      const id = windowsOf(world);
      const { costOre, number } = (await getWork(db, world.manager, id, reckonedOn))!;
      const form = { version: 1, key: newId(), text: "Skift vinduerne mod gården" };
      const placed = await orderWork(db, world.manager, id, form, at);
      expect(placed).toMatchObject({ ok: true });
      const file = (await getWork(db, world.manager, id, reckonedOn))!;
      expect(file).toMatchObject({
        state: "ordered",
        budgetOre: costOre,
        version: 2,
        order: { state: "received" },
      });
      const [order] = await db.execute(sql`
        select item_code, priority, description, executor from service_order where id = ${file.order!.id}`);
      expect(order).toMatchObject({ item_code: "window", priority: 4, executor: "landlord" });
      expect((order as { description: string }).description).toContain(number);
      const again = await orderWork(db, world.manager, id, { ...form, version: 2 }, at);
      expect(again).toMatchObject({ refusal: "alreadyOrdered" });
      const drop = { version: 2, reason: "Taget ryger alligevel" };
      expect(await dropWork(db, world.manager, id, drop, reckonedOn)).toMatchObject({ refusal: "isOrdered" });
      await stepOrder(
        db,
        world.manager,
        {
          eventId: newId(),
          orderId: file.order!.id,
          event: "decline",
          reason: "Opgivet",
          payload: { nextOwner: "Ingen" },
        },
        at,
      );
      expect(await dropWork(db, world.manager, id, drop, reckonedOn)).toMatchObject({ ok: true });
      expect(await getWork(db, world.manager, id, reckonedOn)).toMatchObject({
        ...{ state: "dropped", droppedReason: drop.reason },
      });
    }));

  test("keeps what was granted, agreed and paid, and its years add them up", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      const id = windowsOf(world);
      const money = { version: 1, budgetOre: 100, contractOre: 90, actualOre: null };
      expect(await setWorkMoney(db, world.manager, id, money, reckonedOn)).toMatchObject({ ok: true });
      expect(await setWorkMoney(db, world.manager, id, money, reckonedOn)).toMatchObject({
        refusal: "conflict",
      });
      expect(await setWorkMoney(db, world.leader, id, { ...money, version: 2 }, reckonedOn)).toMatchObject({
        refusal: "notAllowed",
      });
      await finishWork(db, world.manager, id, { ...finished(), version: 2, actualOre: 130 }, at);
      const changed = { ...noMoney, version: 3, actualOre: 140 };
      expect(await setWorkMoney(db, world.manager, id, changed, reckonedOn)).toMatchObject({
        refusal: "actualIsBooked",
      });
      await db.execute(sql`update work set planned_year = 2028 where id = ${world.works["roof exterior"]!}`);
      expect(await sumWorkMoney(db, world.manager, reckonedOn)).toMatchObject([
        {
          year: 2026,
          works: 1,
          done: 1,
          plannedOre: 100,
          contractOre: 90,
          contracts: 1,
          actualOre: 130,
          overrunOre: 30,
        },
        { year: 2028, works: 1, done: 0, contracts: 0, paid: 0, actualOre: 0 },
      ]);
      expect(await sumWorkMoney(db, stranger(world), reckonedOn)).toEqual([]);
    }));

  test("takes a case of its own building as evidence, once, and what it says can only be raised, with a reason", () =>
    database.rollback(async (db) => {
      const world = await givenWorkWorld(db);
      const id = windowsOf(world);
      const { number, caseId } = await givenOrder(db, world, { text: "En rude faldt ud" });
      const form: EvidenceForm = { caseNumber: number, note: "", raisedConsequence: null, raisedReason: "" };
      const attach = (given: Partial<EvidenceForm>, actor = world.manager) =>
        attachEvidence(db, actor, id, { ...form, ...given }, at);
      expect(await attach({ raisedConsequence: 1, raisedReason: "Nej" })).toMatchObject({
        refusal: "notHigher",
      });
      expect(await attach({ caseNumber: "2026-999999" })).toMatchObject({ refusal: "unknownCase" });
      expect(await attach({}, world.leader)).toMatchObject({ refusal: "notAllowed" });
      const raise = { raisedConsequence: 5, raisedReason: "Glas over legepladsen" };
      expect(await attach(raise)).toMatchObject({ ok: true });
      expect(await attach({})).toMatchObject({ refusal: "attachedAlready" });
      expect(await getWork(db, world.manager, id, reckonedOn)).toMatchObject({
        ...{ raisedConsequence: 5, raisedReason: raise.raisedReason },
        evidence: [{ caseNumber: number, text: "En rude faldt ud" }],
      });
      const works = await listCaseWorks(db, world.manager, { caseId, buildingId: world.daycare }, reckonedOn);
      expect(works.filter(({ isEvidenced }) => isEvidenced).map((work) => work.id)).toEqual([id]);
      await db.execute(sql`update service_case set building_id = ${world.store} where id = ${caseId}`);
      expect(await attachEvidence(db, world.manager, world.works["roof exterior"]!, form, at)).toMatchObject({
        refusal: "otherBuilding",
      });
    }));
});
