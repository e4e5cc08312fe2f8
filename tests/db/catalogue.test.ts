import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { suggestServices } from "#db/queries/catalogue/suggest-services.ts";
import type { Db } from "#db/client.server.ts";
import { defaultServices, defaultSynonyms } from "#domain/catalogue/default-catalogue.ts";
import type { Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenOrganisation } from "../helpers/people.ts";

const database = useDatabase();
const today = "2026-11-20";
let city: Id;

beforeAll(async () => {
  city = await givenOrganisation(database.db);
  await ensureServiceBasics(database.db, city);
});

const countsOf = async (db: Db) => {
  const [row] = await db.execute(sql`
    select (select count(*)::int from service where organisation_id = ${city}) as services,
           (select count(*)::int from service_version where organisation_id = ${city}) as versions,
           (select count(*)::int from service_synonym where organisation_id = ${city}) as synonyms`);
  return row;
};

const firstOf = async (db: Db, text: string, on = today) => {
  const [first] = await suggestServices(db, city, text, { on });
  return first?.itemCode ?? first?.serviceCode ?? null;
};

describe("the catalogue an organisation begins with", () => {
  test("holds every service with its terms and words, and a second time changes nothing", async () => {
    const all = { services: defaultServices.length, versions: defaultServices.length };
    expect(await countsOf(database.db)).toEqual({ ...all, synonyms: defaultSynonyms.length });
    await ensureServiceBasics(database.db, city);
    expect(await countsOf(database.db)).toEqual({ ...all, synonyms: defaultSynonyms.length });
  });

  test("says of each price that it is an example", async () => {
    const sources = await database.db.execute<{ source: string }>(
      sql`select distinct source from service_version where organisation_id = ${city}`,
    );
    expect([...sources]).toEqual([{ source: "Eksempelpris (fiktiv)" }]);
  });

  test("keeps what people have changed, withdrawn or taken away", () =>
    database.rollback(async (db) => {
      await db.execute(sql`update service set name_da = 'Vagter', withdrawn_on = ${today}
        where organisation_id = ${city} and code = '2100.01'`);
      await db.execute(sql`update service_version set valid_to = '2020-01-01'
        where organisation_id = ${city} and service_code = '2100.01'`);
      await db.execute(sql`delete from service_synonym where organisation_id = ${city} and term = 'vægter'`);
      const before = await countsOf(db);
      await ensureServiceBasics(db, city);
      expect(await countsOf(db)).toEqual(before);
      const [row] = await db.execute(
        sql`select name_da as name from service where organisation_id = ${city} and code = '2100.01'`,
      );
      expect(row).toEqual({ name: "Vagter" });
    }));
});

describe("a suggestion", () => {
  test("follows the words of the organisation, and a word taught counts at once", () =>
    database.rollback(async (db) => {
      expect(await firstOf(db, "ruden er knust")).toBe("window");
      expect(await firstOf(db, "bølgegangen er i udu")).not.toBe("lift");
      await db.execute(sql`insert into service_synonym (id, organisation_id, term, locale, item_code)
        values ('019f0000-0000-7000-8000-000000000001', ${city}, 'bølgegang', 'da', 'lift')`);
      expect(await firstOf(db, "bølgegangen er i udu")).toBe("lift");
      const other = await givenOrganisation(db);
      expect(await suggestServices(db, other, "ruden er knust", { on: today })).toEqual([]);
    }));

  test("leaves out what is withdrawn, from its day", () =>
    database.rollback(async (db) => {
      await db.execute(sql`update service set withdrawn_on = '2026-12-01'
        where organisation_id = ${city} and code = '2200.01'`);
      expect(await firstOf(db, "kaffe og kage", "2026-11-30")).toBe("2200.01");
      expect(await firstOf(db, "kaffe og kage", "2026-12-01")).not.toBe("2200.01");
    }));
});
