import { beforeAll, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import { givenAccount, PASSWORD } from "../helpers/people.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { givenCase, givenEvent } from "../helpers/small-case.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const site = useServedApp({ demo: false });
let portfolio: SmallPortfolio;
let leader: Actor;
let stranger: Actor;
let given: { caseId: string; orderId: string; number: string };

beforeAll(async () => {
  portfolio = await insertSmallPortfolio(site.db);
  const { organisationId, solsikken, skolen } = portfolio;
  leader = await givenAccount(site.db, organisationId, { role: "leader", unitIds: [solsikken] });
  stranger = await givenAccount(site.db, organisationId, { role: "leader", unitIds: [skolen] });
  given = await givenCase(site.db, portfolio, { askedBy: leader.accountId });
});

async function cookieOf({ email }: Actor): Promise<string> {
  const answer = await site.post("/sign-in", { email, password: PASSWORD });
  return answer.headers.getSetCookie()[0]!.split(";")[0]!;
}

/** Listens as a browser would (packed answers accepted) and keeps what comes. */
async function listen(cookie: string) {
  const stop = new AbortController();
  const answer = await fetch(`${site.origin}/cases/${given.number}/live`, {
    headers: { Cookie: cookie, Accept: "text/event-stream", "Accept-Encoding": "gzip, br" },
    signal: stop.signal,
  });
  let heard = "";
  const ended = (async () => {
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) heard += part.value;
    return "ended";
  })().catch(() => "broken off");
  return { answer, changes: () => heard.split("event: change").length - 1, ended, stop: () => stop.abort() };
}

const happen = (caseId = given.caseId) =>
  givenEvent(site.db, { organisationId: portfolio.organisationId, caseId }, "comment", { reason: "Hej" });

test("a page that listens is told of a change within two seconds, and of nobody else's", async () => {
  const page = await listen(await cookieOf(leader));
  expect(page.answer.headers.get("Content-Type")).toContain("text/event-stream");
  expect(page.answer.headers.get("Content-Encoding")).toBeNull();
  const other = await givenCase(site.db, portfolio, { askedBy: leader.accountId });
  await happen(other.caseId);
  await happen();
  await expect.poll(page.changes, { timeout: 4_000 }).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  expect(page.changes()).toBe(1);
  page.stop();
});

test("someone who does not see the case is told that there is none", async () => {
  expect((await site.get(`/cases/${given.number}/live`, await cookieOf(stranger))).status).toBe(404);
  expect((await site.get(`/cases/${given.number}/live`)).status).toBe(302);
});

test("signing out ends the listening, and so does losing sight of the case", async () => {
  const cookie = await cookieOf(leader);
  const page = await listen(cookie);
  await site.post("/sign-out", {}, cookie);
  expect(await Promise.race([page.ended, after(12_000)])).toBe("ended");

  const again = await listen(await cookieOf(leader));
  await site.db.execute(sql`update service_case set asked_by = null where id = ${given.caseId}`);
  await site.db.execute(
    sql`update account_grant set valid_to = '2020-01-02' where account_id = ${leader.accountId}`,
  );
  await happen();
  expect(await Promise.race([again.ended, after(5_000)])).toBe("ended");
  expect(again.changes()).toBe(0);
  await site.db.execute(sql`update account_grant set valid_to = null where account_id = ${leader.accountId}`);
});

const after = (ms: number) => new Promise<string>((resolve) => setTimeout(resolve, ms, "still open"));

test("one account cannot hold the server's connections: twelve pages, and the next is refused until one closes", async () => {
  const cookie = await cookieOf(leader);
  const pages = await Promise.all(Array.from({ length: 12 }, () => listen(cookie)));
  expect(pages.map(({ answer }) => answer.status)).toEqual(Array(12).fill(200));
  expect((await site.get(`/cases/${given.number}/live`, cookie)).status).toBe(429);
  pages[0]!.stop();
  await expect
    .poll(async () => {
      const page = await listen(cookie);
      page.stop();
      return page.answer.status;
    })
    .toBe(200);
  for (const page of pages) page.stop();
});
