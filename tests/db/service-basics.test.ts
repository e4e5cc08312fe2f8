import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { ensureAllServiceBasics, ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import { setUpOrganisation } from "#db/commands/set-up-organisation.ts";
import type { Db } from "#db/client.server.ts";
import { administration, organisation } from "#db/schema/index.ts";
import type { Id } from "#domain/id.ts";
import { newId } from "#domain/id.ts";
import { defaultMatrix } from "#domain/responsibility/default-matrix.ts";
import { usualItems } from "#domain/responsibility/facility-item.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenOrganisation, PASSWORD } from "../helpers/people.ts";

const database = useDatabase();

const countsOf = async (db: Db, organisationId: Id) => {
  const [row] = await db.execute<Record<"items" | "teams" | "targets" | "rules", number>>(sql`
    select (select count(*)::int from facility_item where organisation_id = ${organisationId}) as items,
           (select count(*)::int from team where organisation_id = ${organisationId}) as teams,
           (select count(*)::int from sla_target where organisation_id = ${organisationId}) as targets,
           (select count(*)::int from responsibility_rule where organisation_id = ${organisationId}) as rules`);
  return row!;
};

const teamCodes = async (db: Db, organisationId: Id) =>
  (
    await db.execute<{ code: string }>(
      sql`select code from team where organisation_id = ${organisationId} order by code`,
    )
  ).map((row) => row.code);

test("an organisation that is set up has items, teams, deadlines and the matrix from the start", () =>
  database.rollback(async (db) => {
    const made = await setUpOrganisation(
      db,
      {
        ...{ organisationName: "Testkommune (fiktiv)", municipalityCode: "0101", name: "Anna" },
        ...{ email: "anna@test.example", password: PASSWORD },
      },
      "2026-11-20",
    );
    const id = made.ok ? made.value.organisationId : "";
    expect(await countsOf(db, id)).toEqual({
      ...{ items: usualItems.length, teams: 4, targets: 4, rules: defaultMatrix.length },
    });
  }));

test("an upgrade gives what was missing, and what people changed or ended stays theirs", () =>
  database.rollback(async (db) => {
    const id = await givenOrganisation(db);
    await ensureServiceBasics(db, id);
    const before = await countsOf(db, id);
    await db.execute(
      sql`update facility_item set name_da = 'Rude' where organisation_id = ${id} and code = 'window'`,
    );
    await db.execute(sql`update team set name = 'Døgnvagten' where organisation_id = ${id} and code = 'SD'`);
    await db.execute(sql`
      update sla_target set respond_minutes = 30 where organisation_id = ${id} and priority = 1`);
    await db.execute(sql`
      update responsibility_rule set valid_to = '2026-01-01'
       where organisation_id = ${id} and valid_to is null and location = 'paved'`);
    await db.execute(sql`delete from service_synonym where organisation_id = ${id} and item_code = 'other'`);
    await db.execute(sql`delete from facility_item where organisation_id = ${id} and code = 'other'`);
    await ensureAllServiceBasics(db);
    expect(await countsOf(db, id)).toEqual(before);
    const [kept] = await db.execute(sql`
      select (select name_da from facility_item where organisation_id = ${id} and code = 'window') as item,
             (select name from team where organisation_id = ${id} and code = 'SD') as team,
             (select respond_minutes from sla_target where organisation_id = ${id} and priority = 1) as minutes,
             (select count(*)::int from responsibility_rule where organisation_id = ${id}
                 and location = 'paved' and valid_to is null) as open`);
    expect(kept).toEqual({ item: "Rude", team: "Døgnvagten", minutes: 30, open: 0 });
  }));

test("each administration has its own team, also one that comes later; invented suppliers are the demo's alone", () =>
  database.rollback(async (db) => {
    const own = await givenOrganisation(db);
    await ensureServiceBasics(db, own);
    await db
      .insert(administration)
      .values({ id: newId(), organisationId: own, code: "BUF", name: "Børn (fiktiv)" });
    await ensureServiceBasics(db, own);
    expect(await teamCodes(db, own)).toEqual(["ADM-BUF", "KEJD-BYG", "KEJD-INST", "KEJD-UDE", "SD"]);
    const demo = newId();
    await db.insert(organisation).values({
      id: demo,
      name: "Demo (fiktiv)",
      municipalityCode: "0101",
      demoSeed: 1,
      loadDay: "2026-11-20",
    });
    await ensureServiceBasics(db, demo);
    expect(await teamCodes(db, demo)).toEqual([
      ...["KEJD-BYG", "KEJD-INST", "KEJD-UDE", "LEV-FLYT", "LEV-REN", "LEV-VAGT", "SD"],
    ]);
  }));

test("two starts at the same moment make each thing once", async () => {
  const id = await givenOrganisation(database.db);
  await Promise.all([1, 2, 3].map(() => ensureServiceBasics(database.db, id)));
  expect(await countsOf(database.db, id)).toMatchObject({
    items: usualItems.length,
    rules: defaultMatrix.length,
  });
});
