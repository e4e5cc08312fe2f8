import { readFileSync } from "node:fs";
import path from "node:path";
import axe from "axe-core";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { ServedApp } from "./served-app.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Without these a browser run by root does not start, and on a closed network it keeps asking for its maker. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export interface Visit {
  locale?: "da" | "en";
  viewport?: { width: number; height: number };
  javaScriptEnabled?: boolean;
}

export interface TestBrowser {
  /** A new person's window: no cookies, Danish and a desktop unless told otherwise. */
  open: (visit?: Visit) => Promise<Page>;
  /** The same, signed in as a demo account, where that begins. */
  openAs: (account: string, visit?: Visit) => Promise<Page>;
}

/** What a browser needs of a site: where it is, and a way in. */
type Reached = Pick<ServedApp, "origin" | "signIn">;

/**
 * The browser that the set-up found, shared by one test file; what a page reports as an error fails the test. Windows are
 * closed after the test that opened them, or, `keptOpen`, after all.
 */
export function useBrowser(site: Reached, { keptOpen = false } = {}): TestBrowser {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    const found = JSON.parse(readFileSync(path.join(root, ".cache/browser.json"), "utf8")) as {
      executablePath: string;
    };
    browser = await chromium.launch({ executablePath: found.executablePath, args: flags });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await tellWhere(contexts);
    if (!keptOpen) await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => browser.close());
  const open = async ({ locale = "da", viewport = desktop, javaScriptEnabled = true }: Visit = {}) => {
    const context = await browser.newContext({
      ...{ viewport, javaScriptEnabled, baseURL: site.origin },
      locale: locale === "da" ? "da-DK" : "en-GB",
    });
    contexts.push(context);
    const page = await context.newPage();
    if (javaScriptEnabled) waitAfterGoing(page);
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on("console", (message) => {
      const isRefusal = /Content Security Policy|hydrat/i.test(message.text());
      if (message.type() === "error" && isRefusal) complaints.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  };
  const openAs = async (account: string, visit?: Visit) => {
    const page = await open(visit);
    await page.context().addCookies([{ ...(await sessionOf(site, account)), url: site.origin }]);
    await page.goto("/");
    return page;
  };
  return { open, openAs };
}

/** A new session of a demo account. */
async function sessionOf(site: Reached, account: string): Promise<{ name: string; value: string }> {
  const [name, value] = (await site.signIn(account)).split(/=(.*)/s);
  return { name: name!, value: value! };
}

/** What each window of a failed test stood at and said: a machine that is looked at afterwards keeps nothing else. */
async function tellWhere(contexts: readonly BrowserContext[]) {
  for (const page of contexts.flatMap((context) => context.pages())) {
    const said = await page.locator("body").innerText({ timeout: 5_000 }).catch(String);
    console.error(`${page.url()} said:\n${said.slice(0, 3_000)}\n`);
  }
}

/** A machine with much to do wakes a page long after it is drawn; what is pressed in between is for pages without script. */
function waitAfterGoing(page: Page) {
  const [goto, reload] = [page.goto.bind(page), page.reload.bind(page)];
  page.goto = async (...to) => {
    const response = await goto(...to);
    await isAwake(page);
    return response;
  };
  page.reload = async (...options) => {
    const response = await reload(...options);
    await isAwake(page);
    return response;
  };
}

/** Waits until React has taken over the page and its effects have run; a page that is none of the app's is awake at once. */
const isAwake = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const isOurs = "__remixContext" in window;
          if (isOurs && !Object.keys(document.body).some((key) => key.startsWith("__reactFiber$")))
            return false;
          await new Promise((done) => setTimeout(done, 30));
          return true;
        }),
      { timeout: 30_000, message: "the page's scripts never took over" },
    )
    .toBe(true);

/** Waits until a signed-in person's page answers keys and presses, not only links and forms: it tells of its shortcut then. */
export const isLive = (page: Page): Promise<void> =>
  page.locator("[aria-keyshortcuts]").waitFor({ state: "attached" });

const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/**
 * What axe finds against WCAG 2.2 A and AA on a page as it stands, or in a part of it that covers the rest, in words;
 * nothing is the only good answer. Axe is run in the page itself and only its finds leave it: its own way of joining
 * what it saw in frames, which no page here has, takes three times as long.
 */
export async function accessibilityFaults(page: Page, part = "html"): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(
    async ({ part, standards }) => {
      const inPage = window as unknown as { axe: typeof axe };
      const { violations } = await inPage.axe.run(part, {
        resultTypes: ["violations"],
        runOnly: standards,
        // A target's distance is measured also to what the part covers, which nobody can press.
        rules: { "target-size": { enabled: part === "html" } },
      });
      return violations.map(({ id, nodes }) => {
        const where = nodes.map(({ target }) => target.join(" ")).join(" | ");
        return `${id}: ${where.slice(0, 300)}`;
      });
    },
    { part, standards },
  );
}
