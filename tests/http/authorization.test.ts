import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import type { ServerBuild } from "@remix-run/node";
import { createApiToken } from "#db/commands/create-api-token.ts";
import { getCredential } from "#db/queries/account-credential.ts";
import { getActorBySession } from "#db/queries/actor.ts";
import { demoAccounts } from "#db/demo/demo-account.ts";
import { hashSecret } from "#db/secrets/secret.ts";
import type { Actor } from "#domain/actor.ts";
import { newId } from "#domain/id.ts";
import { judge } from "#domain/needs.ts";
import type { Needs, RouteHandle, Verdict } from "#domain/needs.ts";
import { ensureBuild, siteBuild } from "#scripts/build.ts";
import { useServedApp } from "../helpers/served-app.ts";

/* Every route as every role: what a route declares it needs, the table of rights judges, and the site must answer so. */

const site = useServedApp();

interface WalkedRoute {
  path: string;
  file: string;
  isApi: boolean;
  handle: RouteHandle | undefined;
  hasLoader: boolean;
  hasAction: boolean;
}

const walked = await walkRoutes();

/** The routes of the built site that answer at an address; the one for everything else aside. */
async function walkRoutes(): Promise<WalkedRoute[]> {
  await ensureBuild(() => undefined);
  const { routes } = (await import(/* @vite-ignore */ siteBuild.server)) as ServerBuild;
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id];
    return route ? [pathOf(route.parentId), route.path].filter(Boolean).join("/") : "";
  };
  return Object.values(routes).flatMap((route) => {
    if (!route || route.path === "*" || (!route.path && !route.index)) return [];
    const { handle, loader, action, default: page } = route.module;
    const path = `/${pathOf(route.id)}`;
    return {
      ...{ path, file: route.id, isApi: path.startsWith("/api/"), handle: handle as RouteHandle | undefined },
      ...{ hasLoader: Boolean(loader ?? page), hasAction: Boolean(action) },
    };
  });
}

/** What a page says besides its menu and its looks, which grow with the site: words, and the data sent along. */
const withoutFrame = (html: string): string =>
  html.replace(/<nav[\s\S]*?<\/nav>|<svg[\s\S]*?<\/svg>|<link[^>]*>/g, "");

/** A path one can ask for: parameters name nothing that exists, so a granted request finds nothing, or a page. */
const concrete = (path: string): string => path.replace(/:[A-Za-z]+/g, newId());

type Caller = { name: string; actor: Actor | null; cookie: string; token: string };
const callers: Caller[] = [{ name: "nobody", actor: null, cookie: "", token: "" }];

beforeAll(async () => {
  const now = new Date();
  for (const { key, email } of demoAccounts) {
    const cookie = await site.signIn(key);
    const asking = await getActorBySession(site.db, hashSecret(cookie.split("=")[1]!), now);
    const holder = (await getCredential(site.db, { email }))!;
    const token = await createApiToken(site.db, holder, "authorization test", now);
    callers.push({ name: key, actor: asking!.actor, cookie, token });
  }
});

test("every route declares what it needs", () => {
  expect(walked.length).toBeGreaterThan(8);
  expect(walked.filter(({ handle }) => !handle?.needs).map(({ file }) => file)).toEqual([]);
});

/** What an answer says about access: pages lead nobody to the sign-in, the API says 401; 403 is no to both. */
function verdictOf(answer: Response, isApi: boolean): Verdict {
  const to = answer.headers.get("Location") ?? "";
  if (isApi ? answer.status === 401 : answer.status === 302 && to.startsWith("/sign-in"))
    return "signInFirst";
  if (answer.status === 403) return "forbidden";
  if (answer.status >= 500) throw new Error(`answered ${answer.status}`);
  return "granted";
}

test.each(walked.filter((route) => route.hasLoader))("$path is read as the table says", async (route) => {
  const { needs } = route.handle!;
  const said: Record<string, Verdict> = {};
  const due: Record<string, Verdict> = {};
  for (const { name, actor, cookie } of callers) {
    const answer = await site.get(concrete(route.path), cookie);
    due[name] = judge(actor, needs);
    said[name] = isFrontDoor(route) ? "granted" : verdictOf(answer, route.isApi);
    if (due[name] !== "granted") expect(withoutFrame(await answer.text()).length).toBeLessThan(12_000);
  }
  expect(said).toEqual(due);
});

/** Where to sign in and out is open to all and sends on whoever needs it no more. */
const isFrontDoor = ({ handle }: WalkedRoute): boolean => handle!.needs === "public";

test.each(walked.filter((route) => route.hasAction && !isFrontDoor(route)))(
  "$path is changed by as the table says",
  async (route) => {
    const needs: Needs = route.handle!.needsToChange ?? route.handle!.needs;
    const due = Object.fromEntries(callers.map(({ name, actor }) => [name, judge(actor, needs)]));
    const said: Record<string, Verdict> = {};
    for (const { name, cookie } of callers) {
      const answer = await site.post(concrete(route.path), { intent: "nothing that exists" }, cookie);
      said[name] = verdictOf(answer, route.isApi);
    }
    expect(said).toEqual(due);
  },
);

test.each(walked.filter((route) => route.isApi))(
  "$path answers a token as it answers a session",
  async (route) => {
    for (const { name, actor, token } of callers) {
      const headers = token ? { Authorization: `Bearer ${token}` } : undefined;
      const answer = await fetch(site.origin + concrete(route.path), { headers, redirect: "manual" });
      expect([name, verdictOf(answer, true)]).toEqual([name, judge(actor, route.handle!.needs)]);
      if (answer.status >= 400) {
        expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
        expect(await answer.json()).toMatchObject({ status: answer.status });
      }
    }
  },
);

test("what is refused tells nothing: no name, no address, no number of the portfolio", async () => {
  const [row] = await site.db.execute<{ name: string }>(sql`
    select name from portfolio_row where valid_to = 'infinity' order by building_id limit 1`);
  const craftsman = callers.find(({ name }) => name === "craftsman")!;
  for (const { path, handle } of walked) {
    for (const { actor, cookie } of [callers[0]!, craftsman]) {
      // What the craftsman's own team works on, he may know.
      if (handle!.needs !== "public" && judge(actor, handle!.needs) === "granted") continue;
      expect(await (await site.get(concrete(path), cookie)).text()).not.toContain(row!.name);
    }
  }
});
