import type { Page } from "playwright";
import { describe, expect, test } from "vitest";
import { dayAt } from "#domain/day.ts";
import { accessibilityFaults, desktop, phone, useBrowser } from "../helpers/browser.ts";
import { givenDemoOrder, standingOf } from "../helpers/demo-order.ts";
import { usePhoneLine } from "../helpers/phone-line.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const line = usePhoneLine(site);
const browser = useBrowser(line);
const today = dayAt(new Date());

const words = {
  da: {
    ...{ sent: "Alt er sendt.", offline: "Uden net.", start: "Begynd", done: "Udført", try: "Prøv nu" },
    ...{ hours: "Timer", material: "Materiale", time: "Tid", waits: "3 ting venter på at blive sendt." },
  },
  en: {
    ...{
      sent: "Everything has been sent.",
      offline: "Offline.",
      start: "Start",
      done: "Done",
      try: "Try now",
    },
    ...{ hours: "Hours", material: "Material", time: "Time", waits: "3 things wait to be sent." },
  },
};

const sheetOf = (page: Page, number: string) =>
  page.locator("main ul > li").filter({ hasText: number }).first();

/** Opens the work and waits until the browser would open it without network too. */
async function openWork(page: Page, sent: string) {
  await page.goto("/work");
  await page.getByText(sent).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

const givenWork = (what: string) =>
  givenDemoOrder(site.db, {
    text: `${what} ${crypto.randomUUID().slice(0, 8)}`,
    state: "planned",
    plannedOn: today,
  });

describe("The craftsman's round", () => {
  test.each([
    { locale: "da", viewport: phone, size: "phone" },
    { locale: "en", viewport: phone, size: "phone" },
    { locale: "da", viewport: desktop, size: "desktop" },
    { locale: "en", viewport: desktop, size: "desktop" },
  ] as const)(
    "starts, writes hours and finishes without network, opens the page again, comes back, and nothing is doubled ($locale, $size)",
    async ({ locale, viewport }) => {
      const { orderId, number } = await givenWork("Radiatoren i rum 3 er kold");
      const say = words[locale];
      const page = await browser.openAs("craftsman", { locale, viewport });
      await openWork(page, say.sent);
      expect(await accessibilityFaults(page)).toEqual([]);
      await line.cut(page);
      const sheet = sheetOf(page, number);
      await sheet.locator("summary").first().click();
      await sheet.getByRole("button", { name: say.start, exact: true }).click();
      await page.getByText(say.offline).waitFor();
      await sheet.getByText(`${say.time} …`).click();
      await sheet.getByLabel(say.hours).fill("1,5");
      await sheet.getByRole("button", { name: say.time, exact: true }).click();
      await sheet.getByText(`${say.done} …`).click();
      await sheet.getByRole("button", { name: say.done, exact: true }).click();
      await page.getByText(say.waits).waitFor();
      expect((await standingOf(site.db, orderId)).events).toEqual([]);
      await page.reload();
      expect(new URL(page.url()).pathname).toBe("/work/offline");
      await page.getByText(say.waits).waitFor();
      await line.mend(page);
      await page.getByRole("button", { name: say.try }).click();
      await page.getByText(say.sent).waitFor();
      await openWork(page, say.sent);
      expect(await standingOf(site.db, orderId)).toMatchObject({
        ...{ state: "done", version: 3, events: ["start", "hours", "finish"] },
      });
    },
  );

  test("a conflict is shown with how the order stands, what follows is held, and the person decides", async () => {
    const { orderId, number } = await givenWork("Ventilen drypper");
    const page = await browser.openAs("craftsman", { viewport: phone });
    await openWork(page, "Alt er sendt.");
    await line.cut(page);
    const sheet = sheetOf(page, number);
    await sheet.locator("summary").first().click();
    await sheet.getByRole("button", { name: "Begynd", exact: true }).click();
    await page.getByText("1 ting venter på at blive sendt.").waitFor();
    const cookie = await site.signIn("manager");
    const form = { event: "setPriority", eventId: crypto.randomUUID(), version: "1", priority: "3" };
    expect((await site.post(`/orders/${orderId}`, form, cookie)).status).toBe(303);
    await line.mend(page);
    await page.getByRole("button", { name: "Prøv nu" }).click();
    await sheet.getByText("Ordren er ændret, mens du var uden net").waitFor();
    expect(await standingOf(site.db, orderId)).toMatchObject({ state: "planned", events: ["setPriority"] });
    expect(await accessibilityFaults(page)).toEqual([]);
    await sheet.getByRole("button", { name: "Send det alligevel" }).click();
    await expect
      .poll(async () => (await standingOf(site.db, orderId)).events)
      .toEqual(["setPriority", "start"]);
  });

  test("signing out wipes the phone: no work, no worker, nothing to open without network", async () => {
    const { number } = await givenWork("Termostaten hænger");
    const page = await browser.openAs("craftsman", { viewport: phone });
    await openWork(page, "Alt er sendt.");
    await sheetOf(page, number).waitFor();
    const kept = () =>
      page.evaluate(async () => ({
        databases: (await indexedDB.databases()).map(({ name }) => name),
        caches: await caches.keys(),
        workers: (await navigator.serviceWorker.getRegistrations()).length,
      }));
    expect(await kept()).toEqual({ databases: ["work"], caches: ["work-shell"], workers: 1 });
    await page
      .locator("form[action='/sign-out']")
      .first()
      .evaluate((form: HTMLFormElement) => form.requestSubmit());
    await page.waitForURL("**/sign-in**");
    await expect.poll(kept).toEqual({ databases: [], caches: [], workers: 0 });
  });

  test("another team's work is never fetched", async () => {
    const text = `Taget over hallen ${crypto.randomUUID().slice(0, 8)}`;
    const { orderId } = await givenDemoOrder(site.db, { text, team: "KEJD-BYG" });
    const cookie = await site.signIn("craftsman");
    expect(await (await site.get("/work/sync", cookie)).text()).not.toContain(text);
    expect((await site.get(`/orders/${orderId}`, cookie)).status).toBe(404);
  });
});
