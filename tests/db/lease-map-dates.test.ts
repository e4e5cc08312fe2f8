import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { noteDate } from "#db/commands/lease-date/note-date.ts";
import { listMapDates } from "#db/queries/lease-date/list-map-dates.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const today = "2026-11-20";
const now = new Date("2026-11-20T09:00:00Z");

test("the map has each house's next date that nobody has handled, and none of what one may not read", async () => {
  const city = await insertSmallPortfolio(database.db);
  await database.db.execute(
    sql`update organisation set created_at = '2026-11-01' where id = ${city.organisationId}`,
  );
  const manager = await givenAccount(database.db, city.organisationId, { role: "manager" });
  await database.db.execute(sql`
    update contract set non_terminable_until = case number when 'L-1001' then date '2028-01-01' else '2027-03-01' end, notice_months = 6
     where organisation_id = ${city.organisationId} and number in ('L-1001', 'L-2001')`);
  const { search } = readPortfolioSearch(new URLSearchParams(), today);
  const seen = async (actor: Actor) => {
    const { id, leaseDateOn } = await listMapDates(database.db, actor, search, today);
    return Object.fromEntries(id.map((one, index) => [one, leaseDateOn[index]]));
  };
  // The shelter's notice was due on 31 August: before the register was watched, so only what lies ahead counts.
  expect(await seen(manager)).toMatchObject({ [city.daycare]: "2027-06-30" });
  expect(Object.keys(await seen(city.as("planner")))).not.toContain(city.shelterHouse);
  await database.db.execute(sql`
    update contract set non_terminable_until = '2027-12-01' where organisation_id = ${city.organisationId} and number = 'L-2001'`);
  expect(await seen(manager)).toMatchObject({ [city.shelterHouse]: "2027-05-31" });
  expect(Object.keys(await seen(city.as("planner")))).not.toContain(city.shelterHouse);
  expect(await seen(city.as("leader", { unitIds: [city.solsikken] }))).toEqual({
    [city.daycare]: "2027-06-30",
  });

  const [lease] = await database.db.execute<{ id: Id }>(sql`
    select id from contract where organisation_id = ${city.organisationId} and number = 'L-1001'`);
  const key = { contractId: lease!.id, kind: "noticeDeadline", party: "both", on: "2027-06-30" } as const;
  const handled = await noteDate(database.db, manager, key, { intent: "handle", note: "Bliver" }, now);
  expect(handled.ok).toBe(true);
  expect((await seen(manager))[city.daycare]).not.toBe("2027-06-30");
});
