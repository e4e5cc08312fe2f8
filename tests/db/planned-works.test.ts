import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { orderWork } from "#db/commands/works/order-work.ts";
import { previewCase } from "#db/queries/case/preview-case.ts";
import { listPlannedWorks } from "#db/queries/works/list-planned-works.ts";
import { CaseForm } from "#domain/case/case-form.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenPublishedPlan } from "../helpers/published-plan.ts";
import { at, givenWorkWorld, reckonedOn, type WorkWorld } from "../helpers/small-works.ts";

const database = useDatabase();
const windowsOf = ({ works }: WorkWorld) => works["windows exterior"]!;

const published = async (db: Parameters<typeof givenWorkWorld>[0], year = 2028) => {
  const world = await givenWorkWorld(db);
  const { organisationId, daycare } = world;
  const work = { workId: windowsOf(world), buildingId: daycare, year };
  const planId = await givenPublishedPlan(db, {
    organisationId,
    accountId: world.manager.accountId,
    ...work,
  });
  const planned = (actor = world.leader, itemCodes?: string[]) =>
    listPlannedWorks(db, actor, { buildingIds: [daycare], itemCodes }, reckonedOn);
  return { world, planId, planned };
};

describe("what is planned for a building", () => {
  test("is what the plan in force says, for whoever uses the building; a draft says nothing", () =>
    database.rollback(async (db) => {
      const { world, planId, planned } = await published(db);
      expect(await planned()).toMatchObject([
        { id: windowsOf(world), title: "Vinduer og yderdøre", year: 2028, state: "proposed", caseId: null },
      ]);
      expect(await planned(world.as("administrationUser", { administrationIds: [world.sof] }))).toEqual([]);
      await db.execute(sql`update plan set state = 'draft' where id = ${planId}`);
      expect(await planned()).toEqual([]);
    }));

  test("is left out once its year has gone or the work is done, and said by the year it was given besides", () =>
    database.rollback(async (db) => {
      const { world, planned } = await published(db, 2025);
      expect(await planned()).toEqual([]);
      await db.execute(
        sql`update work set planned_year = 2029, state = 'planned' where id = ${world.works["roof exterior"]!}`,
      );
      expect((await planned()).map(({ year }) => year)).toEqual([2029]);
      await db.execute(
        sql`update work set state = 'done', done_on = ${reckonedOn} where id = ${world.works["roof exterior"]!}`,
      );
      expect(await planned()).toEqual([]);
    }));

  test("is told to whoever asks about the same part of the building, and about no other", () =>
    database.rollback(async (db) => {
      const { world, planned } = await published(db);
      expect(await planned(world.leader, ["window"])).toHaveLength(1);
      expect(await planned(world.leader, ["heating"])).toEqual([]);
      expect(await planned(world.leader, [])).toEqual([]);
      const form = CaseForm.parse({
        buildingId: world.daycare,
        text: "Det trækker",
        items: [{ itemCode: "window" }],
      });
      expect(await previewCase(db, world.leader, form, at)).toMatchObject({
        ok: true,
        known: [{ year: 2028 }],
      });
      const order = { version: 1, key: newId(), text: "Skift vinduerne" };
      await orderWork(db, world.manager, windowsOf(world), order, at);
      expect(await planned(world.leader, ["window"])).toMatchObject([
        { state: "ordered", caseId: expect.any(String) as string, isFollowed: false },
      ]);
    }));
});
