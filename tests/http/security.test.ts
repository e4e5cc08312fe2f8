import { expect, test } from "vitest";
import { DEMO_PASSWORD } from "#db/demo/demo-account.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();

test("signing in leads to where one wanted to go, and never to another site", async () => {
  const enter = (to: string) =>
    site.post("/sign-in", { email: "planner@demo.example", password: DEMO_PASSWORD, to });
  const answer = await enter("/account?x=1");
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/account?x=1");
  for (const to of [
    "//evil.example",
    "/\\evil.example",
    "https://evil.example",
    "/\t/evil.example",
    "account",
  ])
    expect((await enter(to)).headers.get("Location")).toBe("/");
});

test("the session cookie is out of reach of scripts and of other sites' forms", async () => {
  const answer = await site.post("/sign-in", { email: "planner@demo.example", password: DEMO_PASSWORD });
  expect(answer.headers.getSetCookie()[0]).toMatch(
    /^session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604800$/,
  );
});

test("a page leads nobody to the sign-in and remembers where they wanted to go", async () => {
  const answer = await site.get("/people?q=x");
  expect([answer.status, answer.headers.get("Location")]).toEqual([302, "/sign-in?to=%2Fpeople%3Fq%3Dx"]);
});

test("an unknown email and a wrong password are told in the same words", async () => {
  const say = async (email: string) => {
    const answer = await site.post("/sign-in", { email, password: "wrong" });
    expect(answer.status).toBe(422);
    expect(answer.headers.getSetCookie()).toEqual([]);
    return wordsOf(await answer.text());
  };
  expect(await say("planner@demo.example")).toBe(await say("nobody@demo.example"));
});

/** A page without what differs from one request to the next. */
const wordsOf = (html: string): string =>
  html
    .replace(/\w+@demo\.example/g, "EMAIL")
    .replace(/nonce="[^"]*"/g, "")
    .replace(/"requestId":"[^"]*"/g, "");

test("a form of another site changes nothing, whoever is signed in", async () => {
  const cookie = await site.signIn("admin");
  const headers = { Cookie: cookie, Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
  const answer = await fetch(`${site.origin}/sign-out`, { method: "POST", headers, redirect: "manual" });
  expect(answer.status).toBe(403);
  expect((await site.get("/account", cookie)).status).toBe(200);
  const silent = await fetch(`${site.origin}/sign-out`, { method: "POST", headers: { Cookie: cookie } });
  expect(silent.status).toBe(403);
});

test("signing out ends the session, not only the cookie", async () => {
  const cookie = await site.signIn("auditor");
  expect((await site.get("/audit", cookie)).status).toBe(200);
  const answer = await site.post("/sign-out", {}, cookie);
  expect(answer.headers.getSetCookie()[0]).toMatch(/^session=;.*Max-Age=0$/);
  expect((await site.get("/audit", cookie)).status).toBe(302);
});

test("every script of a page carries the nonce of its policy, and no style stands in an attribute", async () => {
  const cookie = await site.signIn("admin");
  for (const path of ["/sign-in", "/account", "/people", "/people/new", "/audit"]) {
    const answer = await site.get(path, path === "/sign-in" ? "" : cookie);
    const nonce = /'nonce-([^']+)'/.exec(answer.headers.get("Content-Security-Policy")!)![1]!;
    const html = await answer.text();
    const scripts = html.match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    expect(html).not.toMatch(/<[a-z][^>]*\sstyle="/);
    expect(html).not.toMatch(/<[a-z][^>]*\son[a-z]+="/);
  }
});

test("pages about persons are kept by no cache", async () => {
  const cookie = await site.signIn("admin");
  const answer = await site.get("/people", cookie);
  expect(answer.headers.get("Cache-Control")).toContain("no-store");
});
