import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import type { Db } from "#db/client.server.ts";
import { followCase } from "#db/commands/case/follow-case.ts";
import { rateCase } from "#db/commands/case/rate-case.ts";
import { findDuplicates } from "#db/queries/case/find-duplicates.ts";
import { getCase } from "#db/queries/case/get-case.ts";
import { getPhoto } from "#db/queries/case/get-photo.ts";
import type { Actor } from "#domain/actor.ts";
import { CaseForm } from "#domain/case/case-form.ts";
import type { Id } from "#domain/id.ts";
import { askedAt, givenCaseCity, numberOf, type CaseCity } from "../helpers/cases.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";

const database = useDatabase();
const today = "2026-11-20";
let there: CaseCity;
/** Leads the school that has a floor of the same building. */
let neighbour: Actor;

beforeAll(async () => {
  there = await givenCaseCity(database.db);
  const { organisationId, skolen } = there.city;
  neighbour = await givenAccount(database.db, organisationId, { role: "leader", unitIds: [skolen] });
});

const caseId = async (db: Db, number: string): Promise<Id> =>
  (await db.execute<{ id: Id }>(sql`select id from service_case where number = ${number}`))[0]!.id;

const likely = (db: Db, actor: Actor, given: object) =>
  findDuplicates(
    db,
    actor,
    CaseForm.parse({
      buildingId: there.city.daycare,
      text: "Ruden er knust",
      items: [{ itemCode: "window" }],
      ...given,
    }),
    today,
  );

describe("what may be the same", () => {
  test("is in like words or the same room, about the same part of the building, within a fortnight", () =>
    database.rollback(async (db) => {
      const number = numberOf(await there.place(db, { text: "Ruden er knust i gruppen" }));
      expect(await likely(db, there.leader, {})).toMatchObject([
        { number, state: "received", isFollowed: true },
      ]);
      expect(await likely(db, there.leader, { items: [{ itemCode: "door" }] })).toHaveLength(1);
      expect(await likely(db, there.leader, { items: [{ itemCode: "heating" }] })).toEqual([]);
      expect(await likely(db, there.leader, { text: "Gardinet mangler helt" })).toEqual([]);
      await db.execute(sql`update service_order set created_at = '2026-11-01T10:00:00Z'`);
      expect(await likely(db, there.leader, {})).toEqual([]);
    }));

  test("is what is planned for a later year, however long ago it was reported", () =>
    database.rollback(async (db) => {
      await there.place(db, { text: "Helt andre ord" });
      await db.execute(
        sql`update service_order set state = 'plannedInBacklog', planned_year = 2027, created_at = '2025-01-01T00:00:00Z'`,
      );
      expect(await likely(db, there.leader, {})).toMatchObject([
        { plannedYear: 2027, state: "plannedInBacklog" },
      ]);
    }));

  test("tells a neighbour how far it is, and neither number nor who asked", () =>
    database.rollback(async (db) => {
      await there.place(db, { text: "Ruden er knust i gruppen" });
      const [found] = await likely(db, neighbour, {});
      expect(found).toMatchObject({ number: null, nameDa: "Vindue", state: "received", isFollowed: false });
      expect(Object.keys(found!)).not.toContain("text");
    }));

  test("never tells of a protected unit", () =>
    database.rollback(async (db) => {
      await there.place(db);
      await db.execute(sql`update unit set is_protected = true where id = ${there.city.solsikken}`);
      expect(await likely(db, neighbour, {})).toEqual([]);
    }));
});

describe("following", () => {
  test("another unit's case shows its state, and no word, photo or name of it", () =>
    database.rollback(async (db) => {
      const photo = await there.insertDraftPhoto(db, `account:${there.leader.accountId}`);
      const items = [{ itemCode: "window", description: "privat" }];
      const number = numberOf(await there.place(db, { text: "Noget privat", items, photoIds: [photo] }));
      const id = await caseId(db, number);
      expect(await getCase(db, neighbour, number, today)).toBeNull();
      expect(await followCase(db, neighbour, id, true, askedAt)).toEqual({ ok: true, value: null });
      const file = await getCase(db, neighbour, number, today);
      expect(file).toMatchObject({
        isWhole: false,
        isOurs: false,
        text: "",
        askerName: "",
        unitName: null,
        photos: [],
      });
      expect(file!.orders).toMatchObject([{ state: "received", description: "" }]);
      expect(JSON.stringify(file)).not.toMatch(/privat|Testperson/);
      expect(await getPhoto(db, neighbour, photo, today)).toBeNull();
      await followCase(db, neighbour, id, false, askedAt);
      expect(await getCase(db, neighbour, number, today)).toBeNull();
    }));

  test("is once however often, and not for someone from elsewhere or of a protected unit's case", () =>
    database.rollback(async (db) => {
      const id = await caseId(db, numberOf(await there.place(db)));
      for (let times = 0; times < 2; times++) await followCase(db, neighbour, id, true, askedAt);
      const followers = await db.execute(
        sql`select 1 from case_follower where case_id = ${id} and account_id = ${neighbour.accountId}`,
      );
      expect(followers).toHaveLength(1);
      const { organisationId, sof } = there.city;
      const stranger = await givenAccount(db, organisationId, {
        role: "administrationUser",
        administrationIds: [sof],
      });
      expect(await followCase(db, stranger, id, true, askedAt)).toEqual({ ok: false, refusal: "notFound" });
      await db.execute(sql`update unit set is_protected = true where id = ${there.city.solsikken}`);
      const other = await givenAccount(db, organisationId, { role: "leader", unitIds: [there.city.skolen] });
      expect(await followCase(db, other, id, true, askedAt)).toEqual({ ok: false, refusal: "notFound" });
    }));
});

describe("how it went", () => {
  test("is said once the case has ended, by whoever asked; the last answer stands", () =>
    database.rollback(async (db) => {
      const number = numberOf(await there.place(db));
      const id = await caseId(db, number);
      expect(await rateCase(db, there.leader, id, 4, askedAt)).toEqual({ ok: false, refusal: "tooEarly" });
      await db.execute(sql`update service_order set state = 'closed' where case_id = ${id}`);
      expect(await rateCase(db, neighbour, id, 1, askedAt)).toEqual({ ok: false, refusal: "notFound" });
      await rateCase(db, there.leader, id, 4, askedAt);
      await rateCase(db, there.leader, id, 5, askedAt);
      expect((await getCase(db, there.leader, number, today))!.rating).toEqual({ score: 5, comment: "" });
    }));
});
