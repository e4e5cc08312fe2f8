import { describe, expect, test } from "vitest";
import { removeView } from "#db/commands/remove-view.ts";
import { saveView } from "#db/commands/save-view.ts";
import { listSavedViews } from "#db/queries/list-saved-views.ts";
import type { Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, givenOrganisation, recordedOf } from "../helpers/people.ts";

const database = useDatabase();
const schools = { name: "Skoler", query: "use=school&layer=condition" };

const saved = async (...args: Parameters<typeof saveView>): Promise<Id> => {
  const result = await saveView(...args);
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
};

describe("a saved view", () => {
  test("is its owner's alone: found by her, by name, and by nobody else of the house", () =>
    database.rollback(async (db) => {
      const organisationId = await givenOrganisation(db);
      const manager = await givenAccount(db, organisationId, { role: "manager" });
      const colleague = await givenAccount(db, organisationId, { role: "manager" });
      const id = await saved(db, manager, schools);
      const first = await saved(db, manager, { name: "Boliger", query: "use=housingCommercial" });
      expect(await listSavedViews(db, manager)).toEqual([
        { id: first, name: "Boliger", query: "use=housingCommercial" },
        { id, ...schools },
      ]);
      expect(await listSavedViews(db, colleague)).toEqual([]);
    }));

  test("has a name that its owner uses once, and others may use too", () =>
    database.rollback(async (db) => {
      const organisationId = await givenOrganisation(db);
      const manager = await givenAccount(db, organisationId, { role: "manager" });
      const colleague = await givenAccount(db, organisationId, { role: "manager" });
      await saved(db, manager, schools);
      expect(await saveView(db, manager, { ...schools, query: "q=a" })).toEqual({
        ok: false,
        refusal: "taken",
      });
      expect((await saveView(db, colleague, schools)).ok).toBe(true);
      expect((await listSavedViews(db, manager)).map(({ query }) => query)).toEqual([schools.query]);
    }));

  test("cannot be removed by a colleague or from another organisation", () =>
    database.rollback(async (db) => {
      const organisationId = await givenOrganisation(db);
      const manager = await givenAccount(db, organisationId, { role: "manager" });
      const colleague = await givenAccount(db, organisationId, { role: "administrator" });
      const stranger = { ...manager, organisationId: await givenOrganisation(db) };
      const id = await saved(db, manager, schools);
      for (const other of [colleague, stranger]) expect(await removeView(db, other, id)).toBeNull();
      expect(await listSavedViews(db, manager)).toHaveLength(1);
    }));

  test("is removed once, told back whole so that it can be saved again, and both are on record", () =>
    database.rollback(async (db) => {
      const manager = await givenAccount(db, await givenOrganisation(db), { role: "manager" });
      const id = await saved(db, manager, schools);
      expect(await removeView(db, manager, id)).toEqual(schools);
      expect(await removeView(db, manager, id)).toBeNull();
      expect(await listSavedViews(db, manager)).toEqual([]);
      expect((await recordedOf(db, id)).map(({ action }) => action)).toEqual(["create", "remove"]);
    }));

  test("is the last of a hundred: one more is refused until one is removed", () =>
    database.rollback(async (db) => {
      const manager = await givenAccount(db, await givenOrganisation(db), { role: "manager" });
      const ids: Id[] = [];
      for (let count = 1; count <= 100; count++)
        ids.push(await saved(db, manager, { name: `${count}`, query: "" }));
      expect(await saveView(db, manager, schools)).toEqual({ ok: false, refusal: "full" });
      await removeView(db, manager, ids[0]!);
      expect((await saveView(db, manager, schools)).ok).toBe(true);
    }));
});
