import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accessibilityFaults, desktop, phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

/** Every page, and who looks at it. `:building` is replaced by a building of the demo. */
const pages: [account: string | null, address: string][] = [
  [null, "/sign-in"],
  [null, "/nothing-here"],
  ["manager", "/portfolio"],
  ["manager", "/portfolio?q=zzzz"],
  ["manager", "/portfolio?layer=backlog&administration=BUF&condition=5,6"],
  ["manager", "/buildings/:building"],
  ["manager", "/search?q=skole"],
  ["leader", "/place"],
  ["administrator", "/people"],
  ["administrator", "/audit"],
  ["auditor", "/account"],
];

const accountNames: Record<string, string> = { administrator: "admin" };

describe.each([
  ["da", desktop],
  ["en", desktop],
  ["da", phone],
  ["en", phone],
] as const)("in %s", (locale, viewport) => {
  test(`every page keeps WCAG 2.2 AA at ${viewport.width} pixels and fits its window`, async () => {
    const [row] = await site.db.execute<{ id: string }>(
      sql`select building_id as id from portfolio_row_now where tenure = 'owned' and digitised_m2 > 0 order by 1 limit 1`,
    );
    const faults: string[] = [];
    for (const account of [null, ...new Set(pages.map(([name]) => name).filter((name) => name !== null))]) {
      const page = account
        ? await browser.openAs(accountNames[account] ?? account, { locale, viewport })
        : await browser.open({ locale, viewport });
      for (const [, address] of pages.filter(([name]) => name === account)) {
        await page.goto(address.replace(":building", row!.id), { waitUntil: "networkidle" });
        faults.push(...(await accessibilityFaults(page)).map((fault) => `${address}: ${fault}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 0) faults.push(`${address}: ${overflow} pixels wider than the window`);
        expect([address, await page.getAttribute("html", "lang")]).toEqual([address, locale]);
      }
    }
    expect(faults).toEqual([]);
  });
});
