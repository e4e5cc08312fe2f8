import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Locator, Page } from "playwright";
import { charges as area } from "#app/i18n/charges.ts";
import { chargeMonthOf, nextChargePeriod } from "#domain/charge/charge-period.ts";
import { useBrowser } from "../helpers/browser.ts";
import { loadDay } from "../helpers/demo-template.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

/** The demo has the load day's own month as a draft; each language takes one of those after it. */
const december = nextChargePeriod(chargeMonthOf(loadDay));
const periods = { da: december.text, en: nextChargePeriod(december).text };

const press = (page: Page | Locator, name: string) => page.getByRole("button", { name, exact: true }).click();

/** What a posting file has on either side, in øre. */
function sidesOf(csv: string): [debit: number, credit: number] {
  const sums: [number, number] = [0, 0];
  for (const line of csv.trim().split("\r\n").slice(1))
    line
      .split(";")
      .slice(-2)
      .forEach((cell, side) => (sums[side as 0 | 1] += Math.round(Number(cell.replace(",", ".")) * 100)));
  return sums;
}

test.each(["da", "en"] as const)(
  "one makes the month's charges, another approves them, they are issued and fetched, and one lease is put right (%s)",
  async (locale) => {
    const words = area[locale];
    const period = periods[locale];
    const manager = await browser.openAs("manager", { locale });
    await manager.goto("/charges");
    await manager.getByLabel(words.period).fill("2026-13");
    await press(manager, words.look);
    await manager.getByText(words.refusals.period).waitFor();
    await manager.getByLabel(words.period).fill(period);
    await press(manager, words.look);
    await press(manager, words.makeDo(period));
    await manager.getByText(words.was.made!).waitFor();
    await manager.getByText(words.waitsForOther).waitFor();
    const address = new URL(manager.url()).pathname;

    const admin = await browser.openAs("admin", { locale });
    await admin.goto(address);
    await press(admin, words.approve);
    await admin.getByText(words.was.approve!).waitFor();
    await admin.getByText(words.waitsForIssuer).waitFor();

    await manager.goto(address);
    await press(manager, words.issue);
    await manager.getByText(words.was.issue!).waitFor();
    const [file] = await Promise.all([
      manager.waitForEvent("download"),
      manager.getByRole("link", { name: words.postings }).click(),
    ]);
    const [debit, credit] = sidesOf(await readFile(await file.path(), "utf8"));
    expect(debit).toBeGreaterThan(1_000_000_00);
    expect(debit).toBe(credit);

    // What is there from month to month and ends on no day of its own.
    await manager.goto(`${address}?kind=internal&cause=rounding`);
    await manager
      .getByRole("row")
      .getByRole("link", { name: /^KEJD-I-/ })
      .first()
      .click();
    await manager.getByLabel(words.right).fill("tusind");
    await manager
      .getByLabel(words.reason)
      .last()
      .fill(locale === "da" ? "Aftalt nedslag" : "Agreed reduction");
    await press(manager.locator("form", { hasText: words.right }), words.correctDo);
    await manager.getByText(words.faults.amount!).waitFor();
    await manager.getByLabel(words.right).fill("1,00");
    await press(manager.locator("form", { hasText: words.right }), words.correctDo);
    await manager.getByText(words.was.corrected!).waitFor();
    await manager.getByText(words.waitsForOther).waitFor();
  },
  240_000,
);
