import { sql } from "drizzle-orm";
import { errors, type Page } from "playwright";
import { expect, test } from "vitest";
import { accessibilityFaults, desktop, phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

/** Every page, and who looks at it. `:building` is replaced by a building of the demo. */
const pages: [account: string | null, address: string][] = [
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
  ["manager", "/register/staged"],
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
  ["craftsman", "/work"],
  ["manager", "/qr"],
  ["manager", "/qr?building=:building"],
  ["manager", "/qr/sheet?building=:building"],
  ["manager", "/figures?by=item"],
  ["manager", "/figures?from=2001-01-01&to=2001-01-02"],
  ["manager", "/figures/orders?standing=missed"],
  ["manager", "/trade"],
  ["manager", "/trade/settlements"],
  ["manager", "/search?q=skole"],
  ["leader", "/place"],
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
];

const accountNames: Record<string, string> = { administrator: "admin" };

/** Nothing is asked for any more; a page that listens for news never comes to rest, and has long been drawn by then. */
const settled = (page: Page) =>
  page.waitForLoadState("networkidle", { timeout: 3_000 }).catch((error: unknown) => {
    if (!(error instanceof errors.TimeoutError)) throw error;
  });

const accounts = [...new Set(pages.map(([account]) => account))];

/** Walks every page in one language at both sizes. A file a language, so that they run side by side. */
export function walkPages(locale: "da" | "en"): void {
  const site = useServedApp();
  const browser = useBrowser(site);
  const visits = [desktop, phone].flatMap((viewport) =>
    accounts.map((account) => ({ viewport, account, width: viewport.width, who: account ?? "nobody" })),
  );
  test.each(visits)(
    "what $who sees keeps WCAG 2.2 AA at $width pixels and fits its window",
    async ({ viewport, account }) => {
      const [row] = await site.db.execute<{ id: string }>(
        sql`select building_id as id from portfolio_row_now where tenure = 'owned' and digitised_m2 > 0 order by 1 limit 1`,
      );
      const [order] = await site.db.execute<{ id: string }>(
        sql`select id from service_order where state = 'received' order by id limit 1`,
      );
      const page = account
        ? await browser.openAs(accountNames[account] ?? account, { locale, viewport })
        : await browser.open({ locale, viewport });
      const faults: string[] = [];
      for (const [, address] of pages.filter(([name]) => name === account)) {
        await page.goto(address.replace(":building", row!.id).replace(":order", order!.id));
        await settled(page);
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${address}: ${fault}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) faults.push(`${address}: ${overflow} pixels wider than the window`);
        expect([address, await page.getAttribute("html", "lang")]).toEqual([address, locale]);
      }
      expect(faults).toEqual([]);
    },
  );
}
