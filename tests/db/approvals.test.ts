import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { askApproval } from "#db/commands/approval/ask-approval.ts";
import { decideApproval } from "#db/commands/approval/decide-approval.ts";
import { delegateApprovals, endDelegation } from "#db/commands/approval/delegate-approvals.ts";
import { listApprovals } from "#db/queries/approval/get-approval.ts";
import { listDelegations } from "#db/queries/approval/list-delegations.ts";
import { readMailLink } from "#db/secrets/mail-link.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { mailBox } from "../helpers/mail-box.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { givenCase, outboxOf } from "../helpers/small-case.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-20T09:00:00Z");
const today = "2026-11-20";
let portfolio: SmallPortfolio;
let asker: Actor;
let payer: Actor;

beforeEach(async () => {
  await database.db.execute(sql`delete from outbox`);
  portfolio = await insertSmallPortfolio(database.db);
  const { organisationId, solsikken, buf } = portfolio;
  asker = await givenAccount(database.db, organisationId, { role: "leader", unitIds: [solsikken] });
  payer = await givenAccount(database.db, organisationId, {
    role: "administrationUser",
    administrationIds: [buf],
  });
});

async function givenWaiting(approver: "leader" | "administration" | "landlord" = "administration") {
  const given = await givenCase(database.db, portfolio, {
    ...{
      askedBy: asker.accountId,
      order: { state: "awaitingApproval", payer: "tenant", priceOre: 12_345_67 },
    },
  });
  const { organisationId } = portfolio;
  await askApproval(
    database.db,
    { organisationId, orderId: given.orderId, approver, amountOre: 12_345_67 },
    now,
  );
  const [row] = await database.db.execute<{ id: Id }>(
    sql`select id from order_approval where order_id = ${given.orderId}`,
  );
  return { ...given, approvalId: row!.id };
}

const decide = (actor: Actor, approvalId: Id, decision: "approved" | "rejected", comment = "") =>
  decideApproval(database.db, actor, { approvalId, decision, comment, eventId: newId() }, now);

const stateOf = async (orderId: Id) =>
  (
    await database.db.execute<{ state: string }>(sql`select state from service_order where id = ${orderId}`)
  )[0]!.state;

test("who pays is asked by mail with a link of their own; the asker and other administrations are not", async () => {
  const { organisationId, sof } = portfolio;
  await givenAccount(database.db, organisationId, { role: "administrationUser", administrationIds: [sof] });
  await givenAccount(database.db, organisationId, { role: "administrator" });
  const { approvalId, number } = await givenWaiting();
  const box = mailBox(database.db);
  const mails = (await box.deliver(now)).filter(({ actions }) => actions[0]!.url.includes("/approve/"));
  expect(mails.map(({ to }) => to)).toEqual([payer.email]);
  expect(mails[0]!.subject).toBe(`Kan du godkende 12.345,67\u00a0kr.? Sag ${number}`);
  const token = mails[0]!.actions[0]!.url.split("/").at(-1);
  expect(readMailLink(box.secret, "approval", token)).toMatchObject({
    subjectId: approvalId,
    accountId: payer.accountId,
  });
  expect(readMailLink("another secret altogether, as long", "approval", token)).toBeNull();
  expect(readMailLink(box.secret, "opinion", token)).toBeNull();
});

test("where nobody else can answer, an administrator is asked", async () => {
  const admin = await givenAccount(database.db, portfolio.organisationId, { role: "administrator" });
  await database.db.execute(sql`update account set disabled_at = now() where id = ${payer.accountId}`);
  await givenWaiting();
  const mails = (await mailBox(database.db).deliver(now)).filter(({ actions }) =>
    actions[0]!.url.includes("/approve/"),
  );
  expect(mails.map(({ to }) => to)).toEqual([admin.email]);
});

test("a yes lets the order go on, is written down, and is no longer waited for", async () => {
  const { approvalId, orderId } = await givenWaiting();
  expect((await listApprovals(database.db, payer, today)).waiting.map(({ id }) => id)).toEqual([approvalId]);
  expect(await decide(payer, approvalId, "approved")).toMatchObject({
    ok: true,
    approval: { decision: "approved" },
  });
  expect(await stateOf(orderId)).toBe("assessed");
  const after = await listApprovals(database.db, payer, today);
  expect(after.waiting).toEqual([]);
  expect(after.decided.map(({ id }) => id)).toEqual([approvalId]);
  expect(await recordedOf(database.db, orderId)).toEqual([{ action: "approve", accountId: payer.accountId }]);
});

test("a no needs a reason, which the asker reads", async () => {
  const { approvalId, orderId } = await givenWaiting();
  expect(await decide(payer, approvalId, "rejected", "  ")).toMatchObject({
    ok: false,
    refusal: "reasonMissing",
  });
  expect(await stateOf(orderId)).toBe("awaitingApproval");
  expect(await decide(payer, approvalId, "rejected", "Vent til januar")).toMatchObject({ ok: true });
  expect(await stateOf(orderId)).toBe("declined");
  const mails = await mailBox(database.db).deliver(now);
  expect(mails.find(({ to }) => to === asker.email)!.paragraphs.join("\n")).toContain("Vent til januar");
});

test("whoever comes second is told who decided, also when both press at once", async () => {
  const other = await givenAccount(database.db, portfolio.organisationId, {
    ...{ role: "administrationUser", administrationIds: [portfolio.buf] },
  });
  const { approvalId, orderId } = await givenWaiting();
  const answers = await Promise.all([
    decide(payer, approvalId, "approved"),
    decide(other, approvalId, "rejected", "Nej"),
  ]);
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const second = answers.find(({ ok }) => !ok)!;
  expect(second).toMatchObject({ refusal: "alreadyDecided" });
  expect(["assessed", "declined"]).toContain(await stateOf(orderId));
  expect(second.approval!.decidedByName).not.toBeNull();
});

test("nobody outside answers: another administration's user, the asker, a leader of elsewhere, another organisation", async () => {
  const { organisationId, sof, skolen } = portfolio;
  const { approvalId, orderId } = await givenWaiting();
  const elsewhere = await insertSmallPortfolio(database.db);
  const outsiders = [
    await givenAccount(database.db, organisationId, { role: "administrationUser", administrationIds: [sof] }),
    await givenAccount(database.db, organisationId, { role: "leader", unitIds: [skolen] }),
    await givenAccount(database.db, elsewhere.organisationId, { role: "administrator" }),
    asker,
  ];
  for (const actor of outsiders) {
    const answer = await decide(actor, approvalId, "approved");
    expect(["notAllowed", "notFound"]).toContain(answer.ok ? "" : answer.refusal);
    expect(answer.approval).toBeNull();
    expect((await listApprovals(database.db, actor, today)).waiting).toEqual([]);
  }
  expect(await stateOf(orderId)).toBe("awaitingApproval");
});

test("a colleague answers in one's place on the days given, and not a day longer", async () => {
  const colleague = await givenAccount(database.db, portfolio.organisationId, { role: "planner" });
  const form = { email: colleague.email.toUpperCase(), firstDay: "2026-11-19", lastDay: today };
  expect(await delegateApprovals(database.db, payer, form, today)).toMatchObject({ ok: true });
  const { approvalId } = await givenWaiting();
  const [waiting] = (await listApprovals(database.db, colleague, today)).waiting;
  expect(waiting).toMatchObject({ id: approvalId, forName: payer.name });
  expect((await listApprovals(database.db, colleague, "2026-11-21")).waiting).toEqual([]);
  const answer = await decide(colleague, approvalId, "approved");
  expect(answer).toMatchObject({
    ok: true,
    approval: { decidedByName: colleague.name, decidedForName: payer.name },
  });
});

test("a delegation can be taken back, is refused where it makes no sense, and is nobody else's to end", async () => {
  const colleague = await givenAccount(database.db, portfolio.organisationId, { role: "planner" });
  const days = { firstDay: today, lastDay: "2026-11-30" };
  const refusalOf = async (form: { email: string; firstDay: string; lastDay: string }) => {
    const result = await delegateApprovals(database.db, payer, form, today);
    return result.ok ? null : result.refusal;
  };
  expect(await refusalOf({ ...days, email: "ingen@test.example" })).toBe("unknownPerson");
  expect(await refusalOf({ ...days, email: payer.email })).toBe("oneself");
  expect(await refusalOf({ email: colleague.email, firstDay: "2026-11-01", lastDay: "2026-11-19" })).toBe(
    "isOver",
  );
  expect(await refusalOf({ ...days, email: colleague.email })).toBeNull();
  expect(await refusalOf({ ...days, email: colleague.email })).toBe("alreadyDelegated");
  const [delegation] = await listDelegations(database.db, payer, today);
  expect(delegation).toMatchObject({ name: colleague.name, isMine: true, ...days, isNow: true });
  expect(await endDelegation(database.db, colleague, delegation!.id, today)).toBe(false);
  expect(await endDelegation(database.db, payer, delegation!.id, today)).toBe(true);
  expect(await listDelegations(database.db, payer, today)).toEqual([]);
});

test("an approval is asked for once, however often the order is made to wait", async () => {
  const { orderId } = await givenWaiting();
  const { organisationId } = portfolio;
  await askApproval(database.db, { organisationId, orderId, approver: "administration", amountOre: 1 }, now);
  expect(await outboxOf(database.db, "askApproval")).toHaveLength(1);
});
