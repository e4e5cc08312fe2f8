import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { setUpOrganisation } from "#db/commands/set-up-organisation.ts";
import { hasAnyAccount } from "#db/queries/account-existence.ts";
import { useDatabase } from "../helpers/database.ts";
import { PASSWORD } from "../helpers/people.ts";

const database = useDatabase();

const form = (name: string) => ({
  ...{ organisationName: "Testkommune (fiktiv)", municipalityCode: "0101", name, password: PASSWORD },
  email: `${name.toLowerCase()}@test.example`,
});

test("of several who set up an empty system at once exactly one becomes its administrator", async () => {
  const { db } = database;
  expect(await hasAnyAccount(db)).toBe(false);
  const names = ["Anna", "Bo", "Carl", "Dorte"];
  const results = await Promise.all(names.map((name) => setUpOrganisation(db, form(name), "2026-11-20")));
  const refusals = results.flatMap((result) => (result.ok ? [] : [result.refusal]));
  expect(refusals).toEqual(["alreadySetUp", "alreadySetUp", "alreadySetUp"]);
  const rows = await db.execute<{ organisations: number; accounts: number; administrators: number }>(sql`
    select (select count(*)::int from organisation) as organisations, (select count(*)::int from account) as accounts,
           (select count(*)::int from account_grant where role = 'administrator') as administrators`);
  expect(rows[0]).toEqual({ organisations: 1, accounts: 1, administrators: 1 });
  expect(await hasAnyAccount(db)).toBe(true);
  expect(await setUpOrganisation(db, form("Eva"), "2026-11-20")).toEqual({
    ok: false,
    refusal: "alreadySetUp",
  });
});
