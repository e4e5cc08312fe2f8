import type { Page, Request } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { accessibilityFaults, desktop, phone, useBrowser, type TestBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { idsOfDemo } from "./ids-of-demo.ts";
import { leasePages } from "./lease-pages.ts";
import type { Visit } from "./visit.ts";

/** Every page, and who looks at it. `:building` is replaced by a building of the demo. */
const pages: Visit[] = [
  [null, "/sign-in"],
  [null, "/nothing-here"],
  [null, "/approve/no-such-link"],
  [null, "/rate/no-such-link"],
  [null, "/q/no-such-code"],
  [null, "/follow/no-such-link"],
  ["manager", "/portfolio"],
  ["manager", "/portfolio?q=zzzz"],
  ["manager", "/portfolio?layer=backlog&administration=BUF&condition=5,6"],
  ["manager", "/buildings/:building"],
  ["manager", "/buildings/:building/documents"],
  ["manager", "/buildings/:building/use"],
  ["manager", "/meters"],
  ["manager", "/meters?kind=water&which=every"],
  ["planner", "/meters/import"],
  ["planner", "/meters/degree-days"],
  ["manager", "/buildings/:metered/meters"],
  ["manager", "/use"],
  ["manager", "/steps"],
  ["manager", "/use?q=zzzz"],
  ["planner", "/use?evening=empty&use=school&hours=long"],
  ["manager", "/register/staged"],
  ["manager", "/council"],
  ["manager", "/council/cases/:valby"],
  ["manager", "/council/cases/:submitted"],
  ["manager", "/council/agenda/:meeting"],
  ["administrator", "/council"],
  ["planner", "/benefits"],
  ["planner", "/benefits/:benefit"],
  ["manager", "/hand-over"],
  ["administration", "/hand-over"],
  ["administration", "/hand-over/new?kind=lease"],
  ["administration", "/hand-over/new?kind=property"],
  ["administration", "/hand-over/file"],
  ["manager", "/hand-over/:handOver"],
  ["administration", "/hand-over/:askedBack"],
  ["manager", "/hand-over/status"],
  ["manager", "/responsibility?item=window&cause=burglary&tenure=thirdParty"],
  ["manager", "/responsibility?on=2014-01-01&item=roof&tenure=thirdParty"],
  ["manager", "/responsibility/gaps"],
  ["manager", "/responsibility/rules/new"],
  ["manager", "/catalogue"],
  ["manager", "/catalogue?q=zzzz"],
  ["manager", "/catalogue/1300.01/edit"],
  ["manager", "/catalogue/words?text=vandet sprøjter ud af et rør"],
  ["manager", "/catalogue/levels?kind=daycare"],
  ["manager", "/board"],
  ["manager", "/board?q=zzzz"],
  ["manager", "/board?view=day"],
  ["manager", "/board/map"],
  ["manager", "/orders/:order"],
  ["manager", "/works"],
  ["manager", "/works?q=zzzz"],
  ["manager", "/works/follow-up"],
  ["manager", "/works/:workOf"],
  ["craftsman", "/work"],
  ["craftsman", "/surveys/visit"],
  ["manager", "/surveys/visit"],
  ["manager", "/surveys"],
  ["manager", "/surveys/import"],
  ["auditor", "/surveys?age=all"],
  ["manager", "/surveys/:survey"],
  ["manager", "/qr"],
  ["manager", "/qr?building=:building"],
  ["manager", "/qr/sheet?building=:building"],
  ["manager", "/figures?by=item"],
  ["manager", "/figures?from=2001-01-01&to=2001-01-02"],
  ["manager", "/figures/orders?standing=missed"],
  ["manager", "/trade"],
  ["manager", "/trade/settlements"],
  ["manager", "/assumptions"],
  ["administrator", "/assumptions"],
  ["administrator", "/assumptions/prices"],
  ["manager", "/backlog"],
  ["manager", "/backlog?q=zzzz"],
  ["manager", "/backlog?groupBy=elementType&use=school"],
  ["manager", "/backlog/waiting?budget=300&use=school"],
  ["manager", "/backlog/lines?kind=exterior&consequence=5"],
  ["manager", "/plans"],
  ["manager", "/plans/:plan"],
  ["manager", "/plans/:plan/map"],
  ["manager", "/plans/:plan?year=none&q=skole"],
  ["manager", "/plans/new"],
  ["manager", "/plans/compare?ids=:plan"],
  ["planner", "/plans/:scenario"],
  ["planner", "/plans/compare?ids=:plan,:scenario"],
  ["manager", "/portfolio?layer=leaseDate"],
  ["manager", "/search?q=skole"],
  ["planner", "/needs"],
  ["planner", "/needs/import"],
  ["administration", "/needs"],
  ["auditor", "/needs/:need"],
  ["planner", "/needs/:need"],
  ["planner", "/candidates"],
  ["planner", "/candidates/map"],
  ["planner", "/candidates?q=zzzz"],
  ["manager", "/candidates?stopped=1&kind=youthClub&partner=all"],
  ["planner", "/colocation"],
  ["planner", "/colocation/new"],
  ["planner", "/colocation/:colocation"],
  ["planner", "/colocation/:colocation/economy"],
  ["planner", "/colocation/:colocation/edit?q=skole"],
  ["planner", "/colocation/:colocation/assumptions"],
  ["planner", "/colocation/:colocation/parts/:casePart"],
  ["planner", "/colocation/:colocation/parts/:casePremises"],
  ["planner", "/colocation/:colocation/proposal"],
  ["leader", "/place"],
  ["leader", "/use/report"],
  ["planner", "/use/report?q=skole"],
  ["planner", "/use/import"],
  ["leader", "/catalogue/1300.01"],
  ["leader", "/catalogue/levels"],
  ["leader", "/qr"],
  ["leader", "/figures"],
  ["leader", "/trade"],
  ["leader", "/trade/new"],
  ["leader", "/recurring"],
  ["leader", "/recurring/new?service=1300.01"],
  ["leader", "/approvals"],
  ["leader", "/approvals/delegation"],
  ["leader", "/ask"],
  ["leader", "/cases"],
  ["leader", "/cases?state=ended&q=zzzz"],
  ["manager", "/ask"],
  ["administrator", "/people"],
  ["administrator", "/people/new"],
  ["administrator", "/audit"],
  ["administrator", "/jobs"],
  ["administrator", "/satisfaction"],
  ["auditor", "/account"],
  ["auditor", "/responsibility"],
  ...leasePages,
];

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
