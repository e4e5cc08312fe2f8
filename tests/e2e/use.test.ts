import type { Page } from "playwright";
import { expect, test } from "vitest";
import { use as useWords } from "#app/i18n/use.ts";
import { useReport } from "#app/i18n/use-report.ts";
import { accessibilityFaults, phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

/** Opens the form for the first house she may tell of, from the menu's page; returns the building's id. */
async function openReport(page: Page): Promise<string> {
  await page.goto("/use/report");
  if (!page.url().includes("building=")) await page.locator("main li a").first().click();
  await page.waitForURL(/building=/);
  return new URL(page.url()).searchParams.get("building")!;
}

async function tell(
  page: Page,
  words: (typeof useReport)["da"],
  { places, persons }: Record<string, string>,
) {
  await page.getByLabel(words.places).fill(places!);
  await page.locator("#d1-8").fill(persons!);
  await page.getByRole("group", { name: words.weekdays[5]! }).getByLabel(words.kinds.own).check();
  await page.locator("#d6-10").fill("6");
  await page.getByRole("button", { name: words.submit }).click();
}

/** The share of places that the heat map's numbers say for an hour of a day (0 is Monday). */
async function shareAt(page: Page, hour: string, day: number): Promise<string> {
  await page
    .getByText(/^(Vis tal|Show numbers)$/)
    .first()
    .click();
  const row = page
    .locator("figure")
    .first()
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: hour, exact: true }) });
  return (await row.locator("td").nth(day).innerText()).replace(/\s/g, "");
}

test.each(["da", "en"] as const)(
  "a leader tells of her week on a phone, and the manager sees it on the heat map (%s)",
  async (locale) => {
    const words = useReport[locale];
    const leader = await browser.openAs("leader", { locale, viewport: phone });
    const building = await openReport(leader);
    expect(await accessibilityFaults(leader)).toEqual([]);
    // What is mistyped comes back in words, with what was typed; nothing is lost.
    await tell(leader, words, { places: "40", persons: "-3" });
    await leader.getByRole("alert").getByText(words.faults.negative).waitFor();
    expect(await leader.locator("#d6-10").inputValue()).toBe("6");
    expect(await accessibilityFaults(leader)).toEqual([]);
    await tell(leader, words, { places: "40", persons: "30" });
    await leader.getByText(words.saved).waitFor();

    const manager = await browser.openAs("manager", { locale });
    await manager.goto(`/buildings/${building}/use`);
    await manager.getByText(useWords[locale].sources.estimate, { exact: false }).first().waitFor();
    expect(await shareAt(manager, "8–9", 1)).toBe("75%");
    await manager.goto(`/use?ids=${building}`);
    expect(await shareAt(manager, "10–11", 5)).toBe("15%");
  },
);

test("what she has typed is there again when the phone comes back, until it is sent", async () => {
  const leader = await browser.openAs("leader", { viewport: phone });
  await openReport(leader);
  await leader.locator("#d1-8").fill("17");
  await leader.getByRole("group", { name: "Onsdag" }).getByLabel("Ingen her").check();
  await leader.reload();
  await expect.poll(() => leader.locator("#d1-8").inputValue(), { timeout: 10_000 }).toBe("17");
  expect(await leader.getByRole("group", { name: "Onsdag" }).getByLabel("Ingen her").isChecked()).toBe(true);
  await leader.getByLabel("Hvor mange er der plads til?").fill("40");
  await leader.getByRole("button", { name: "Send" }).click();
  await leader.getByText("Tak.").waitFor();
  await leader.goto("/use/report");
  await openReport(leader);
  expect(await leader.locator("#d1-8").inputValue()).toBe("");
});

test("the form works without script", async () => {
  const leader = await browser.openAs("leader", { viewport: phone, javaScriptEnabled: false });
  await openReport(leader);
  await tell(leader, useReport.da, { places: "40", persons: "12" });
  await leader.getByText(useReport.da.saved).waitFor();
});
