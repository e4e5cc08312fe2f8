import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { readMailLink } from "#db/secrets/mail-link.ts";
import type { Actor } from "#domain/actor.ts";
import { useDatabase } from "../../helpers/database.ts";
import { mailBox } from "../../helpers/mail-box.ts";
import { givenAccount } from "../../helpers/people.ts";
import { givenCase, givenEvent, givenFollower, outboxOf } from "../../helpers/small-case.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T09:00:00Z");
const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
let portfolio: SmallPortfolio;
let leader: Actor;
let manager: Actor;
let box: ReturnType<typeof mailBox>;

beforeEach(async () => {
  await database.db.execute(sql`delete from outbox`);
  portfolio = await insertSmallPortfolio(database.db);
  const { organisationId, solsikken } = portfolio;
  leader = await givenAccount(database.db, organisationId, { role: "leader", unitIds: [solsikken] });
  manager = await givenAccount(database.db, organisationId, { role: "manager" });
  box = mailBox(database.db);
});

const happen = (
  of: { caseId: string; orderId: string },
  event: string,
  by: Parameters<typeof givenEvent>[3] = {},
  at = now,
) => givenEvent(database.db, { organisationId: portfolio.organisationId, ...of }, event, by, at);

test("the asker hears one plain sentence of what happened, with the way to her case", async () => {
  const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
  await happen(given, "plan", { accountId: manager.accountId, payload: { plannedOn: "2026-11-24" } });
  const [mail, ...more] = await box.deliver(now);
  expect(more).toEqual([]);
  expect(mail).toMatchObject({
    to: leader.email,
    locale: "da",
    subject: `Sag ${given.number}: Vindue: Det er planlagt til 24.11.2026.`,
    actions: [{ url: `https://portal.example/cases/${given.number}` }],
  });
  expect(mail!.unsubscribeUrl).toBeUndefined();
});

test("an account that reads English gets English", async () => {
  await database.db.execute(sql`update account set locale = 'en' where id = ${leader.accountId}`);
  const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
  await happen(given, "start", { accountId: manager.accountId });
  expect((await box.deliver(now))[0]).toMatchObject({
    locale: "en",
    subject: `Case ${given.number}: Window: We have begun.`,
  });
});

test("whoever did it does not hear of it; the others who follow do, with a way out", async () => {
  const colleague = await givenAccount(database.db, portfolio.organisationId, {
    ...{ role: "administrationUser", administrationIds: [portfolio.buf] },
  });
  const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
  const followerId = await givenFollower(database.db, portfolio.organisationId, given.caseId, {
    accountId: colleague.accountId,
  });
  await happen(given, "comment", { accountId: leader.accountId, name: "Lederen", reason: "Det haster" });
  const mails = await box.deliver(now);
  expect(mails.map(({ to }) => to)).toEqual([colleague.email]);
  expect(mails[0]!.paragraphs.join("\n")).toContain("Lederen skriver: Det haster");
  const token = mails[0]!.unsubscribeUrl!.split("/").at(-1);
  expect(readMailLink(box.secret, "unfollow", token)).toEqual({
    ...{ purpose: "unfollow", subjectId: followerId, accountId: colleague.accountId },
  });
});

test("someone who may see the case no longer, or has stopped following, or whose account is closed, hears nothing", async () => {
  const { organisationId, sof, buf } = portfolio;
  const elsewhere = await givenAccount(database.db, organisationId, {
    role: "administrationUser",
    administrationIds: [sof],
  });
  const stopped = await givenAccount(database.db, organisationId, {
    role: "administrationUser",
    administrationIds: [buf],
  });
  const closed = await givenAccount(database.db, organisationId, {
    role: "administrationUser",
    administrationIds: [buf],
  });
  const given = await givenCase(database.db, portfolio, { askedBy: null });
  for (const { accountId } of [elsewhere, stopped, closed])
    await givenFollower(database.db, organisationId, given.caseId, { accountId });
  await database.db.execute(
    sql`update case_follower set stopped_at = now() where account_id = ${stopped.accountId}`,
  );
  await database.db.execute(sql`update account set disabled_at = now() where id = ${closed.accountId}`);
  await happen(given, "start", { accountId: manager.accountId });
  expect(await box.deliver(now)).toEqual([]);
  expect((await outboxOf(database.db, "mailCaseNews")).every(({ doneAt }) => doneAt !== null)).toBe(true);
});

test("of a protected place the mail says neither where, nor what, nor anyone's words", async () => {
  const { organisationId, shelter, shelterHouse, sof } = portfolio;
  const keeper = await givenAccount(database.db, organisationId, { role: "leader", unitIds: [shelter] });
  const given = await givenCase(database.db, portfolio, {
    ...{ askedBy: keeper.accountId, unitId: shelter, buildingId: shelterHouse, administrationId: sof },
  });
  await happen(given, "decline", { accountId: manager.accountId, reason: "Krisehjemmet har selv en aftale" });
  const [mail] = await box.deliver(now);
  const whole = JSON.stringify(mail);
  expect(mail!.to).toBe(keeper.email);
  expect(whole).toContain(given.number);
  for (const secret of ["Krisehjemmet", "Huset ved Havnen", "Vindue", "aftale"])
    expect(whole).not.toContain(secret);
});

test("what the workers keep to themselves is told to nobody", async () => {
  const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
  await happen(given, "assign", { accountId: manager.accountId });
  await database.db.execute(sql`update case_event set is_internal = true where case_id = ${given.caseId}`);
  await happen(given, "hours", { accountId: manager.accountId });
  expect(await box.deliver(now)).toEqual([]);
});

test("a comment from the asker reaches the team's mailbox too", async () => {
  const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
  await database.db.execute(sql`
    with team as (update team set email = 'byg@by.example'
                   where organisation_id = ${portfolio.organisationId} and code = 'KEJD-BYG' returning id)
    update service_order set team_id = team.id from team where service_order.id = ${given.orderId}`);
  await happen(given, "comment", { accountId: leader.accountId, reason: "Kommer der nogen?" });
  expect((await box.deliver(now)).map(({ to }) => to)).toEqual(["byg@by.example"]);
});

test("an asker without an account gets the private link of her code, and hears that it was received", async () => {
  const given = await givenCase(database.db, portfolio, { askerEmail: "besøg@test.example" });
  await database.db.execute(sql`
    insert into qr_code (id, organisation_id, building_id, label, salt, created_at)
    values (${given.orderId}, ${portfolio.organisationId}, ${portfolio.daycare}, 'Stue', 's', now())`);
  await database.db.execute(
    sql`update service_case set qr_code_id = ${given.orderId}, origin = 'qr' where id = ${given.caseId}`,
  );
  await happen(given, "placed");
  const [mail] = await box.deliver(now);
  expect(mail!.to).toBe("besøg@test.example");
  expect(mail!.actions[0]!.url).toMatch(/^https:\/\/portal\.example\/follow\/[\w-]{43}$/);
});

describe("when much happens at once", () => {
  test("it is told in one mail", async () => {
    const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
    for (const event of ["assess", "plan", "start"])
      await happen(given, event, { accountId: manager.accountId });
    const mails = await box.deliver(now);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toBe(`Sag ${given.number}: 3 nyheder`);
    expect(mails[0]!.paragraphs.join("\n")).toMatch(/set på det.*\n.*planlagt.*\n.*gået i gang/);
  });

  test("what follows within ten minutes waits and is told together; what is urgent brings it forward", async () => {
    const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
    const by = { accountId: manager.accountId };
    await happen(given, "assess", by, now);
    expect(await box.deliver(now)).toHaveLength(1);
    await happen(given, "plan", by, after(2));
    await happen(given, "start", by, after(3));
    expect(await box.deliver(after(4))).toEqual([]);
    const [together, ...none] = await box.deliver(after(10));
    expect(none).toEqual([]);
    expect(together!.subject).toContain("2 nyheder");
    await happen(given, "waitForPart", by, after(11));
    expect(await box.deliver(after(11))).toEqual([]);
    await happen(given, "askCustomer", { ...by, reason: "Hvilken dør?" }, after(12));
    const [urgent] = await box.deliver(after(12));
    expect(urgent!.paragraphs.join("\n")).toMatch(/venter på en del[\s\S]*Hvilken dør\?/);
    expect(await box.deliver(after(60))).toEqual([]);
  });

  test("an event that is told a second time makes no second mail", async () => {
    const given = await givenCase(database.db, portfolio, { askedBy: leader.accountId });
    await happen(given, "start", { accountId: manager.accountId });
    expect(await box.deliver(now)).toHaveLength(1);
    await database.db.execute(
      sql`update outbox set done_at = null, attempts = 0 where kind = 'tellFollowers'`,
    );
    expect(await box.deliver(after(60))).toEqual([]);
  });
});

test("when the last order is over the asker is asked once how it went, unless she has said so already", async () => {
  const given = await givenCase(database.db, portfolio, {
    ...{ askedBy: leader.accountId, order: { state: "closed", resolvedAt: now } },
  });
  await happen(given, "close", { accountId: manager.accountId });
  expect(await box.deliver(now)).toEqual([]);
  const [mail] = await box.deliver(after(61));
  expect(mail!.actions.map(({ url }) => new URL(url).search)).toEqual(
    [1, 2, 3, 4, 5].map((n) => `?score=${n}`),
  );
  await happen(given, "close", { accountId: manager.accountId }, after(70));
  expect(await box.deliver(after(200))).toEqual([]);
});
