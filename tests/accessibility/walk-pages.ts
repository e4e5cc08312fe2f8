import type { Page, Request } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { accessibilityFaults, desktop, phone, useBrowser, type TestBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { idsOfDemo } from "./ids-of-demo.ts";
import { pages } from "./pages.ts";

/**
 * Nothing is asked for any more but news, which never ends, and what follows the width of the window has been drawn: in
 * the frames after it changed. A window that is shown nowhere may have to wait for ever for its next; it is measured as
 * it stands then.
 */
async function settled({ page, asked }: Window): Promise<void> {
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    await page.evaluate(
      () =>
        new Promise((drawn) => {
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn, 100)));
          setTimeout(drawn, 5_000);
        }),
    );
    if (asked.size === 0) return;
  }
}

/** Where axe reads the pages of a language: every page is read at both sizes and in both languages, once each. */
const readAt = { da: desktop, en: phone };

/**
 * Walks every page in one language, a test a page: on a desk, and then in the same window made as narrow as a phone; axe
 * reads it at one of the two. A file a language, so that they run side by side.
 */
export function walkPages(locale: "da" | "en"): void {
  const site = useServedApp();
  const browser = useBrowser(site, { keptOpen: true });
  const windowOf = oneWindowEach(browser, locale);
  let ids: Record<string, string> = {};
  beforeAll(async () => {
    ids = await idsOfDemo(site.db);
  });
  const visits = pages.map(([account, address]) => ({ account, address, who: account ?? "nobody" }));
  test.each(visits)("$address, as $who sees it, keeps WCAG 2.2 AA and fits its window", async (visit) => {
    const window = await windowOf(visit.account);
    const { page } = window;
    await page.setViewportSize(desktop);
    await page.goto(visit.address.replace(/:(\w+)/g, (_, name: string) => ids[name]!));
    expect(await page.getAttribute("html", "lang")).toBe(locale);
    for (const viewport of [desktop, phone]) {
      await page.setViewportSize(viewport);
      await settled(window);
      if (viewport === readAt[locale]) expect(await accessibilityFaults(page)).toEqual([]);
      const overflow = await page.evaluate(() =>
        Math.max(0, document.documentElement.scrollWidth - innerWidth),
      );
      expect([viewport.width, overflow]).toEqual([viewport.width, 0]);
    }
  });
}

/** A window, and what it has asked for and not been given yet. */
interface Window {
  page: Page;
  asked: Set<Request>;
}

const accountNames: Record<string, string> = { administrator: "admin" };

/** One window for each account, opened and signed in when it is first asked for: as people have them, and sooner there. */
function oneWindowEach(browser: TestBrowser, locale: "da" | "en") {
  const windows = new Map<string | null, Promise<Window>>();
  const open = async (account: string | null): Promise<Window> => {
    const visit = { locale, viewport: desktop };
    const page = await (account
      ? browser.openAs(accountNames[account] ?? account, visit)
      : browser.open(visit));
    const asked = new Set<Request>();
    page.on("request", (request) => request.resourceType() !== "eventsource" && asked.add(request));
    page.on("requestfinished", (request) => asked.delete(request));
    page.on("requestfailed", (request) => asked.delete(request));
    return { page, asked };
  };
  return (account: string | null) => {
    const found = windows.get(account) ?? open(account);
    windows.set(account, found);
    return found;
  };
}
