import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { pathToLog } from "#app/http/keep-unlisted.ts";
import { openRound } from "#db/commands/opinion/open-round.ts";
import { mailLinkToken, type MailLinkPurpose } from "#db/secrets/mail-link.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { givenAccount } from "../helpers/people.ts";
import { signingSecret, useServedApp } from "../helpers/served-app.ts";
import { givenCase, givenFollower } from "../helpers/small-case.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const site = useServedApp({ demo: false });
let portfolio: SmallPortfolio;
let leader: Actor;

beforeAll(async () => {
  portfolio = await insertSmallPortfolio(site.db);
  const { organisationId, solsikken } = portfolio;
  leader = await givenAccount(site.db, organisationId, { role: "leader", unitIds: [solsikken] });
});

const linkTo = (path: string, purpose: MailLinkPurpose, subjectId: Id, accountId: Id | null) =>
  `/${path}/${mailLinkToken(signingSecret, { purpose, subjectId, accountId })}`;

/** As a mail provider posts: no cookie, no origin, nothing of a browser. */
const postBare = (path: string, fields: Record<string, string> = {}) =>
  fetch(site.origin + path, { method: "POST", redirect: "manual", body: new URLSearchParams(fields) });

test("opening the way out of a case stops nothing; pressing it does, also from the mail program itself", async () => {
  const { caseId } = await givenCase(site.db, portfolio);
  const id = await givenFollower(site.db, portfolio.organisationId, caseId, { accountId: leader.accountId });
  const link = linkTo("unfollow", "unfollow", id, leader.accountId);
  const isStopped = async () =>
    (
      await site.db.execute<{ stopped: boolean }>(sql`
      select stopped_at is not null as stopped from case_follower where id = ${id}`)
    )[0]!.stopped;
  expect((await site.get(link)).status).toBe(200);
  expect(await isStopped()).toBe(false);
  expect((await postBare(link, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  expect(await isStopped()).toBe(true);
});

test("a word that was changed, or made for something else, opens nothing", async () => {
  const { caseId } = await givenCase(site.db, portfolio, { askedBy: leader.accountId });
  const good = linkTo("rate", "rating", caseId, leader.accountId);
  expect((await site.get(good)).status).toBe(200);
  const last = good.at(-2) === "A" ? "B" : "A";
  const paths = [
    good.slice(0, -2) + last + good.slice(-1),
    good.slice(0, -10),
    good.replace("/rate/", "/opinion/"),
    good.replace("/rate/", "/approve/"),
    good.replace("/rate/", "/unfollow/"),
  ];
  for (const path of paths) expect([path, (await site.get(path)).status]).toEqual([path, 404]);
});

test("a score in the address is chosen and not kept; sending the form keeps it", async () => {
  const { caseId } = await givenCase(site.db, portfolio, {
    ...{ askedBy: leader.accountId, order: { state: "closed" } },
  });
  const link = linkTo("rate", "rating", caseId, leader.accountId);
  const scores = async () => [
    ...(await site.db.execute(sql`select score from case_rating where case_id = ${caseId}`)),
  ];
  const page = await (await site.get(`${link}?score=4`)).text();
  expect(page).toMatch(/<input[^>]*value="4"[^>]*checked|<input[^>]*checked[^>]*value="4"/);
  expect(await scores()).toEqual([]);
  expect((await postBare(link, { score: "9" })).status).toBe(422);
  expect((await postBare(link, { score: "5", comment: "Flot" })).status).toBe(200);
  expect(await scores()).toEqual([{ score: 5 }]);
});

test("the yearly questions ask for each answer in words, keep what was typed, and take “don't know”", async () => {
  const { organisationId } = portfolio;
  const manager = await givenAccount(site.db, organisationId, { role: "manager" });
  const now = new Date();
  await openRound(site.db, manager, addDays(dayAt(now), 21), { today: dayAt(now), now });
  const [invitation] = await site.db.execute<{ id: Id }>(sql`
    select id from opinion_invitation where account_id = ${leader.accountId}`);
  const link = linkTo("opinion", "opinion", invitation!.id, leader.accountId);
  const missing = await postBare(link, { acuteRepair: "4", rentCollection: "0", comment: "Tag" });
  expect(missing.status).toBe(422);
  expect(await missing.text()).toContain("Tag</textarea>");
  const answer = { acuteRepair: "4", exteriorUpkeep: "1", rentCollection: "0" };
  expect((await postBare(link, answer)).status).toBe(200);
  const rows = await site.db.execute(sql`
    select acute_repair as a, exterior_upkeep as b, rent_collection as c from opinion_invitation where id = ${invitation!.id}`);
  expect([...rows]).toEqual([{ a: 4, b: 1, c: null }]);
});

test("the words of links stay out of the log and of search engines", async () => {
  for (const path of ["approve", "rate", "opinion", "unfollow"]) {
    expect(pathToLog(`/${path}/a-secret-word`)).toBe(`/${path}/…`);
    expect((await site.get(`/${path}/a-secret-word`)).headers.get("X-Robots-Tag")).toContain("noindex");
  }
});
