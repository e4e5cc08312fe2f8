import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { rateByMail } from "#db/commands/case/rate-by-mail.ts";
import { answerOpinion } from "#db/commands/opinion/answer-opinion.ts";
import { openRound } from "#db/commands/opinion/open-round.ts";
import { retryWork } from "#db/commands/outbox/retry-work.ts";
import { listRounds } from "#db/queries/opinion/list-rounds.ts";
import { listWork } from "#db/queries/list-work.ts";
import { readMailLink } from "#db/secrets/mail-link.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { mailBox } from "../helpers/mail-box.ts";
import { givenAccount } from "../helpers/people.ts";
import { givenCase } from "../helpers/small-case.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T09:00:00Z");
const clock = { today: "2026-11-20", now };
let portfolio: SmallPortfolio;
let manager: Actor;
let leaders: Actor[];

beforeEach(async () => {
  await database.db.execute(sql`delete from outbox`);
  portfolio = await insertSmallPortfolio(database.db);
  const { organisationId, solsikken, shelter } = portfolio;
  manager = await givenAccount(database.db, organisationId, { role: "manager" });
  leaders = [
    await givenAccount(database.db, organisationId, { role: "leader", unitIds: [solsikken] }),
    await givenAccount(database.db, organisationId, { role: "leader", unitIds: [shelter] }),
  ];
});

test("a round asks every leader once, by a link of their own, and opens once a year", async () => {
  expect(await openRound(database.db, leaders[0]!, "2026-12-11", clock)).toEqual({
    ok: false,
    refusal: "notAllowed",
  });
  expect(await openRound(database.db, manager, "2026-11-21", clock)).toEqual({
    ok: false,
    refusal: "tooShort",
  });
  expect(await openRound(database.db, manager, "2026-12-11", clock)).toEqual({ ok: true, value: 2 });
  expect(await openRound(database.db, manager, "2026-12-11", clock)).toEqual({
    ok: false,
    refusal: "openedThisYear",
  });
  const box = mailBox(database.db);
  const mails = await box.deliver(now);
  expect(mails.map(({ to }) => to).sort()).toEqual(leaders.map(({ email }) => email).sort());
  const link = readMailLink(box.secret, "opinion", mails[0]!.actions[0]!.url.split("/").at(-1));
  const form = { acuteRepair: 4, exteriorUpkeep: 1, rentCollection: null, comment: "Tag over hovedet" };
  expect(await answerOpinion(database.db, link!.subjectId, form, clock)).toEqual({ ok: true, value: null });
  expect(await answerOpinion(database.db, link!.subjectId, { ...form, acuteRepair: 5 }, clock)).toMatchObject(
    { ok: true },
  );
  const late = { today: "2026-12-12", now };
  expect(await answerOpinion(database.db, link!.subjectId, form, late)).toEqual({
    ok: false,
    refusal: "closed",
  });
  const [round] = await listRounds(database.db, manager);
  expect(round!.groups.map(({ invited }) => invited)).toEqual([1, 1]);
  expect(round!.groups.reduce((sum, { answered }) => sum + answered, 0)).toBe(1);
  const answered = round!.groups.find(({ answered }) => answered === 1)!;
  expect(answered.counts).toEqual({
    ...{ acuteRepair: [0, 0, 0, 0, 1], exteriorUpkeep: [1, 0, 0, 0, 0], rentCollection: [0, 0, 0, 0, 0] },
  });
  expect(await listRounds(database.db, portfolio.as("craftsman"))).toEqual([]);
});

test("the asker says by mail how it went when the case is over, and nobody else does", async () => {
  const given = await givenCase(database.db, portfolio, { askedBy: leaders[0]!.accountId });
  const rating = { caseId: given.caseId, accountId: leaders[0]!.accountId, score: 4, comment: "Fint" };
  expect(await rateByMail(database.db, rating, now)).toEqual({ ok: false, refusal: "tooEarly" });
  await database.db.execute(sql`update service_order set state = 'closed' where id = ${given.orderId}`);
  expect(await rateByMail(database.db, { ...rating, accountId: null }, now)).toEqual({
    ok: false,
    refusal: "notFound",
  });
  expect(await rateByMail(database.db, { ...rating, accountId: manager.accountId }, now)).toEqual({
    ...{ ok: false, refusal: "notFound" },
  });
  expect(await rateByMail(database.db, rating, now)).toEqual({ ok: true, value: { number: given.number } });
  expect(await rateByMail(database.db, { ...rating, score: 2 }, now)).toMatchObject({ ok: true });
  const rows = await database.db.execute(
    sql`select score, comment from case_rating where case_id = ${given.caseId}`,
  );
  expect([...rows]).toEqual([{ score: 2, comment: "Fint" }]);
});

test("administrators see what failed and let it be tried again; others see nothing and change nothing", async () => {
  const { organisationId } = portfolio;
  const admin = await givenAccount(database.db, organisationId, { role: "administrator" });
  const id = newId();
  await database.db.execute(sql`
    insert into outbox (id, organisation_id, kind, key, payload, created_at, due_at, attempts, gave_up_at, last_error)
    values (${id}, ${organisationId}, 'mailCaseNews', 'k', '{}', now(), now(), 8, now(), 'no answer')`);
  expect(await listWork(database.db, manager, now)).toMatchObject({ rows: [], periodic: [] });
  expect(await retryWork(database.db, manager, id, now)).toBe(false);
  const seen = await listWork(database.db, admin, now);
  expect(seen.summary).toMatchObject({ givenUp: 1, waiting: 0, failing: 0 });
  expect(seen.rows).toMatchObject([{ id, kind: "mailCaseNews", lastError: "no answer" }]);
  expect(JSON.stringify(seen)).not.toContain("payload");
  expect(await retryWork(database.db, admin, id, now)).toBe(true);
  expect((await listWork(database.db, admin, now)).summary).toMatchObject({ givenUp: 0, failing: 1 });
  const elsewhere = await insertSmallPortfolio(database.db);
  const stranger = await givenAccount(database.db, elsewhere.organisationId, { role: "administrator" });
  expect(await retryWork(database.db, stranger, id, now)).toBe(false);
  expect((await listWork(database.db, stranger, now)).rows).toEqual([]);
});
