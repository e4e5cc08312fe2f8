import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { noteCaseSeen } from "#db/commands/case/note-case-seen.ts";
import { isNewTo } from "#db/queries/case/is-new-to.ts";
import type { Actor } from "#domain/actor.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount } from "../helpers/people.ts";
import { givenCase, givenEvent } from "../helpers/small-case.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const sentAt = new Date("2026-11-20T09:00:00Z");
const after = (minutes: number) => new Date(sentAt.getTime() + minutes * 60_000);
let portfolio: SmallPortfolio;
let leader: Actor;
let manager: Actor;

beforeEach(async () => {
  portfolio = await insertSmallPortfolio(database.db);
  const { organisationId, solsikken } = portfolio;
  leader = await givenAccount(database.db, organisationId, { role: "leader", unitIds: [solsikken] });
  manager = await givenAccount(database.db, organisationId, { role: "manager" });
});

const isNew = async (actor: Actor, caseId: string) =>
  (
    await database.db.execute<{ isNew: boolean }>(
      sql`select ${isNewTo(actor, sql`c`)} as "isNew" from service_case c where c.id = ${caseId}`,
    )
  )[0]!.isNew;

test("what others did is new until the case has been opened, and what one did oneself never is", async () => {
  const { caseId } = await givenCase(database.db, portfolio, {
    askedBy: leader.accountId,
    createdAt: sentAt,
  });
  const of = { organisationId: portfolio.organisationId, caseId };
  await givenEvent(database.db, of, "comment", { accountId: leader.accountId }, after(1));
  expect(await isNew(leader, caseId)).toBe(false);
  await givenEvent(database.db, of, "start", { accountId: manager.accountId }, after(2));
  expect(await isNew(leader, caseId)).toBe(true);
  await noteCaseSeen(database.db, leader, caseId, after(3));
  expect(await isNew(leader, caseId)).toBe(false);
  await noteCaseSeen(database.db, leader, caseId, after(1));
  expect(await isNew(leader, caseId)).toBe(false);
  await givenEvent(database.db, of, "finish", { accountId: manager.accountId }, after(4));
  expect(await isNew(leader, caseId)).toBe(true);
});

test("whoever oversees all cases is not told that all of them are new", async () => {
  const { caseId } = await givenCase(database.db, portfolio, {
    askedBy: leader.accountId,
    createdAt: sentAt,
  });
  const of = { organisationId: portfolio.organisationId, caseId };
  await givenEvent(database.db, of, "comment", { accountId: leader.accountId }, after(1));
  expect(await isNew(manager, caseId)).toBe(false);
});
