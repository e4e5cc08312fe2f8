import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { getActorBySession } from "#db/queries/actor.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import { newId } from "#domain/id.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { bbrRow, takeIn } from "../helpers/staged-register.ts";

const site = useServedApp();

/** Rows that wait in the demo, and the cookie of who may decide about them. */
async function givenWaiting(...numbers: number[]) {
  const cookie = await site.signIn("manager");
  const { actor } = (await getActorBySession(site.db, hashSecret(cookie.split("=")[1]!), new Date()))!;
  await takeIn(
    site.db,
    actor,
    numbers.map((number) => bbrRow(number)),
    new Date(),
  );
  const rows = await site.db.execute<{ id: string }>(sql`
    select id from staged_building where decision is null order by id`);
  return { cookie, ids: rows.map(({ id }) => id) };
}

test("managers and administrators decide; others do not see the page, nor what waits on it", async () => {
  const { ids } = await givenWaiting(1);
  for (const [name, status] of [
    ...[["manager", 200] as const, ["admin", 200] as const, ["planner", 403] as const],
    ...[["administration", 403] as const, ["leader", 403] as const, ["craftsman", 403] as const],
    ["auditor", 403] as const,
  ]) {
    const cookie = await site.signIn(name);
    const paths = ["/register/staged", `/register/staged/${ids[0]}`];
    const answers = await Promise.all(paths.map((path) => site.get(path, cookie)));
    expect([name, ...answers.map((answer) => answer.status)]).toEqual([name, status, status]);
    const home = await (await site.get("/account", cookie)).text();
    expect([name, home.includes('href="/register/staged"')]).toEqual([name, status === 200]);
    if (status === 200) continue;
    const said = await site.post(
      "/register/staged",
      { intent: "confirm", id: ids[0]!, tenure: "owned" },
      cookie,
    );
    expect([name, said.status]).toEqual([name, 403]);
  }
  expect((await site.get("/register/staged")).headers.get("Location")).toMatch(/^\/sign-in/);
  const [made] = await site.db.execute<{ n: number }>(
    sql`select count(*)::int as n from staged_building where decision is not null`,
  );
  expect(made!.n).toBe(0);
});

test("what is wrong is said with 422, nothing is written, and a row that is gone is told of", async () => {
  const { cookie, ids } = await givenWaiting(2);
  const said = async (fields: Record<string, string>, path = "/register/staged") => {
    const answer = await site.post(path, fields, cookie);
    return [answer.status, await answer.text()] as const;
  };
  const [nothingStatus, nothing] = await said({ intent: "confirm", tenure: "owned" });
  expect([nothingStatus, nothing.includes("Vælg mindst én række")]).toEqual([422, true]);
  const [bfeStatus, bfe] = await said({ intent: "confirm", id: ids[0]!, tenure: "owned", bfe: "abc" });
  expect([bfeStatus, bfe.includes('id="bfe-error"'), bfe.includes('value="abc"')]).toEqual([422, true, true]);
  const [changedStatus, changed] = await said({
    intent: "confirm",
    all: "yes",
    expected: "999",
    tenure: "owned",
  });
  expect([changedStatus, changed.includes("Listen er ændret")]).toEqual([422, true]);
  const [whyStatus] = await said({ intent: "reject", id: ids[0]! });
  expect(whyStatus).toBe(422);
  const [goneStatus, gone] = await said({ intent: "confirm", id: newId(), tenure: "owned" });
  expect([goneStatus, gone.includes("1 findes ikke længere.")]).toEqual([200, true]);
  expect((await site.get(`/register/staged/${newId()}`, cookie)).status).toBe(404);
  const [state] = await site.db.execute<{ n: number }>(
    sql`select count(*)::int as n from staged_building where decision is not null`,
  );
  expect(state!.n).toBe(0);
});

test("a single row is corrected and confirmed, and leads to its building; a second time says so", async () => {
  const { cookie, ids } = await givenWaiting(3);
  const path = `/register/staged/${ids.at(-1)}`;
  const form = { intent: "confirm", tenure: "leasedIn", heldArea: "120,5", name: "Lejet (fiktiv)" };
  const answer = await site.post(path, form, cookie);
  expect(answer.status).toBe(303);
  const page = await (await site.get(answer.headers.get("Location")!, cookie)).text();
  expect(page).toContain("Lejet (fiktiv)");
  const again = await site.post(path, form, cookie);
  expect([again.status, (await again.text()).includes("allerede en bygning")]).toEqual([200, true]);
});

test("the language that a person chooses is theirs on the next device", async () => {
  const cookie = await site.signIn("planner");
  await site.post("/locale", { locale: "en", to: "/portfolio" }, cookie);
  const email = "planner@demo.example";
  const answer = await site.post("/sign-in", { email, password: "demo-2013-portefolje" });
  expect(answer.headers.getSetCookie().some((text) => text.startsWith("locale=en;"))).toBe(true);
  await site.post("/locale", { locale: "da", to: "/portfolio" }, await site.signIn("planner"));
  const nobody = await site.post("/locale", { locale: "en", to: "/sign-in" });
  expect(nobody.status).toBe(302);
});
