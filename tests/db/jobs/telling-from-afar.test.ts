import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { useDatabase } from "../../helpers/database.ts";
import { mailBox } from "../../helpers/mail-box.ts";
import { givenAccount } from "../../helpers/people.ts";
import { givenCase, givenEvent, givenFollower } from "../../helpers/small-case.ts";
import { insertSmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const name = "Vibeke (fiktiv)";
const now = new Date("2026-11-20T09:00:00Z");

/** Another unit's leader in the same building follows a case; what happens is told to her. */
async function givenNeighbour() {
  await database.db.execute(sql`delete from outbox`);
  const portfolio = await insertSmallPortfolio(database.db);
  const { organisationId, solsikken, skolen } = portfolio;
  const [leader, neighbour, manager] = await Promise.all([
    givenAccount(database.db, organisationId, { role: "leader", unitIds: [solsikken] }),
    givenAccount(database.db, organisationId, { role: "leader", unitIds: [skolen] }),
    givenAccount(database.db, organisationId, { role: "manager" }),
  ]);
  const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
  await givenFollower(database.db, organisationId, given.caseId, { accountId: neighbour.accountId });
  const box = mailBox(database.db);
  const happen = (event: string, by: Parameters<typeof givenEvent>[3]) =>
    givenEvent(database.db, { organisationId, ...given }, event, by, now);
  const toHer = async () => (await box.deliver(now)).filter(({ to }) => to === neighbour.email);
  return { portfolio, leader, manager, given, happen, toHer };
}

test("who follows another unit's case hears how far it is, without reasons and names", async () => {
  const { leader, manager, happen, toHer } = await givenNeighbour();
  await happen("decline", {
    accountId: manager.accountId,
    reason: "Fru Hansen vil ikke",
    payload: { nextOwner: "Grete" },
  });
  await happen("reopen", { accountId: leader.accountId, name, reason: "Hemmeligt" });
  const [mail, ...more] = await toHer();
  expect(more).toEqual([]);
  const text = JSON.stringify(mail);
  expect(text).toContain("Vi gør det ikke.");
  expect(text).toContain("Nogen har åbnet det igen.");
  expect(text).not.toMatch(/Hansen|Grete|Hemmeligt/);
  expect(text).not.toContain(name);
});

test("words alone are not told from afar, and of a protected unit nothing is", async () => {
  const { portfolio, leader, manager, happen, toHer } = await givenNeighbour();
  await happen("comment", { accountId: leader.accountId, name, reason: "Privat" });
  expect(await toHer()).toEqual([]);
  await database.db.execute(sql`update unit set is_protected = true where id = ${portfolio.solsikken}`);
  await happen("start", { accountId: manager.accountId });
  expect(await toHer()).toEqual([]);
});
