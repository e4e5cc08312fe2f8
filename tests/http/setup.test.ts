import { expect, test } from "vitest";
import { useServedApp } from "../helpers/served-app.ts";

/* One story, told in order: an empty system, strangers at its door, its first administrator, and the door shut. */

const site = useServedApp({ demo: false });

const form = (name: string) => ({
  ...{
    setupToken: site.setupToken,
    organisationName: "Testkommune (fiktiv)",
    municipalityCode: "0101",
    name,
  },
  ...{ email: `${name.toLowerCase()}@test.example`, password: "a sentence nobody guesses" },
});

test("while nobody has an account every page leads to the setup, and the API asks who is there", async () => {
  for (const path of ["/", "/sign-in", "/account", "/people", "/audit"]) {
    const answer = await site.get(path);
    expect([path, answer.status, answer.headers.get("Location")]).toEqual([path, 302, "/setup"]);
  }
  expect((await site.get("/setup")).status).toBe(200);
  expect((await site.get("/api/v1/summary")).status).toBe(401);
});

test("a stranger without the word on the console claims nothing", async () => {
  for (const setupToken of ["", "guessed", `${site.setupToken} and more`]) {
    const answer = await site.post("/setup", { ...form("Stranger"), setupToken });
    expect(answer.status).toBe(422);
    expect(answer.headers.getSetCookie()).toEqual([]);
  }
  expect((await site.get("/")).headers.get("Location")).toBe("/setup");
});

test("what is missing is said at its field, and what was typed stays, but for the secrets", async () => {
  const answer = await site.post("/setup", {
    ...form("Anna"),
    email: "not an email",
    password: "sommer-2026",
  });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="not an email"');
  expect(html).toContain('value="Testkommune (fiktiv)"');
  expect(html).toMatch(/id="email-error"/);
  expect(html).toMatch(/id="password-error"/);
  expect(html).not.toContain("sommer-2026");
});

test("of two at once one becomes the administrator and is signed in; then the door is shut", async () => {
  const answers = await Promise.all(["Anna", "Bo"].map((name) => site.post("/setup", form(name))));
  const statuses = answers.map((answer) => answer.status).sort();
  expect(statuses[0]).toBe(302);
  const won = answers.filter((answer) => answer.headers.getSetCookie().length > 0);
  expect(won).toHaveLength(1);
  const cookie = won[0]!.headers.getSetCookie()[0]!.split(";")[0]!;
  expect((await site.get("/people", cookie)).status).toBe(200);
  expect((await site.get("/setup")).headers.get("Location")).toBe("/sign-in");
  const late = await site.post("/setup", form("Carl"));
  expect([late.status, late.headers.getSetCookie()]).toEqual([302, []]);
});
