import { describe, expect, test } from "vitest";
import { addDays, dayAt } from "#domain/day.ts";
import { workingDaysFrom } from "#domain/work/capacity.ts";
import { accessibilityFaults, desktop, phone, useBrowser } from "../helpers/browser.ts";
import { givenDemoOrder, standingOf } from "../helpers/demo-order.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

const visits = [
  { locale: "da", viewport: desktop, size: "desktop" },
  { locale: "da", viewport: phone, size: "phone" },
  { locale: "en", viewport: desktop, size: "desktop" },
  { locale: "en", viewport: phone, size: "phone" },
] as const;

const words = {
  da: {
    ...{ search: "Søg i ordrer", show: "Vis", plan: "Planlæg", team: "Giv til hold", assign: "Giv videre" },
    ...{ changed: "1 ordre er ændret.", decline: "Afvis …", declineIt: "Afvis", reason: "Begrundelse" },
    ...{ next: "Hvem tager over?", saved: "Det er gemt.", day: "Dag", choose: "Vælg", declined: "Afvist" },
  },
  en: {
    ...{ search: "Search orders", show: "Show", plan: "Plan", team: "Hand to team", assign: "Hand over" },
    ...{ changed: "1 order was changed.", decline: "Decline …", declineIt: "Decline", reason: "Reason" },
    ...{ next: "Who takes over?", saved: "Saved.", day: "Day", choose: "Choose", declined: "Declined" },
  },
};

describe("The dispatcher's day", () => {
  test.each(visits)(
    "a manager finds an order, plans it, hands it over and declines it with its next owner ($locale, $size)",
    async ({ locale, viewport }) => {
      const text = `Vandhanen i skyllerummet ${crypto.randomUUID().slice(0, 8)}`;
      const { orderId, number } = await givenDemoOrder(site.db, { text });
      const say = words[locale];
      const page = await browser.openAs("manager", { locale, viewport });
      await page.goto("/board");
      await page.getByLabel(say.search).fill(text);
      await page.getByRole("button", { name: say.show, exact: true }).click();
      await page.getByRole("link", { name: number }).waitFor();
      await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
      const day = workingDaysFrom(addDays(dayAt(new Date()), 1), 1)[0]!;
      await page.getByLabel(`${say.choose} ${number}`).check();
      await page.getByLabel(say.day, { exact: true }).fill(day);
      await page.getByRole("button", { name: say.plan, exact: true }).click();
      await page.getByText(say.changed).waitFor();
      expect(await standingOf(site.db, orderId)).toMatchObject({
        state: "planned",
        planned: day,
        version: 2,
      });
      await page.getByLabel(`${say.choose} ${number}`).check();
      await page.getByLabel(say.team).selectOption({ label: "KEjd håndværkere" });
      await page.getByRole("button", { name: say.assign }).click();
      await expect.poll(async () => (await standingOf(site.db, orderId)).team).toBe("KEJD-BYG");
      await page.getByRole("link", { name: number }).click();
      await page.getByText(say.decline).click();
      await page.getByLabel(say.reason).filter({ visible: true }).fill("Det er enhedens eget udstyr");
      await page.getByLabel(say.next).fill("Enheden");
      await page.getByRole("button", { name: say.declineIt, exact: true }).click();
      await page.getByText(say.saved).waitFor();
      expect(await standingOf(site.db, orderId)).toMatchObject({
        ...{ state: "declined", events: ["plan", "assign", "decline"] },
      });
      expect(await accessibilityFaults(page)).toEqual([]);
    },
  );

  test("a card is dropped on a day, and moved by keyboard through the form under it", async () => {
    const text = `Termostaten i grupperum ${crypto.randomUUID().slice(0, 8)}`;
    const { orderId, number } = await givenDemoOrder(site.db, { text });
    const page = await browser.openAs("manager");
    await page.goto(`/board?view=day&q=${encodeURIComponent(text)}`);
    const card = page.locator("li[draggable]").filter({ hasText: number });
    const [first, second] = workingDaysFrom(dayAt(new Date()), 2);
    const columns = page.locator("section", { has: page.locator("h3") });
    await card.dragTo(columns.nth(1));
    await expect.poll(async () => (await standingOf(site.db, orderId)).planned).toBe(first);
    await columns.nth(1).getByText(number).first().waitFor();
    await card.locator("summary").focus();
    await page.keyboard.press("Enter");
    await card.locator("input[type=date]").fill(second!);
    await card.getByRole("button").press("Enter");
    await expect.poll(async () => (await standingOf(site.db, orderId)).planned).toBe(second);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test("an absence takes capacity from a team's day", async () => {
    const page = await browser.openAs("manager");
    await page.goto("/board?view=day");
    const column = page.locator("section", { has: page.locator("h3") }).nth(1);
    const before = await column.locator("h3 + span").innerText();
    await column.getByText("Fravær").first().click();
    await column.getByLabel("Timer væk").fill("7,5");
    await column.getByRole("button", { name: "Gem" }).click();
    await page.getByText("Fraværet er gemt.").waitFor();
    await expect.poll(() => column.locator("h3 + span").innerText()).not.toBe(before);
    await column.getByText("7,5 t fravær").waitFor();
  });

  test("works without script: the form filters, plans and says what became of it", async () => {
    const text = `Lampen over trappen ${crypto.randomUUID().slice(0, 8)}`;
    const { orderId, number } = await givenDemoOrder(site.db, { text });
    const page = await browser.openAs("manager", { javaScriptEnabled: false });
    await page.goto(`/board?q=${encodeURIComponent(text)}`);
    await page.getByLabel(`Vælg ${number}`).check();
    await page.getByLabel("Dag", { exact: true }).fill("2031-01-06");
    await page.getByRole("button", { name: "Planlæg", exact: true }).click();
    await page.getByText("1 ordre er ændret.").waitFor();
    expect(await standingOf(site.db, orderId)).toMatchObject({ planned: "2031-01-06" });
  });

  test("what someone else changed meanwhile is left alone and said", async () => {
    const text = `Pumpen i kælderen ${crypto.randomUUID().slice(0, 8)}`;
    const { orderId, number } = await givenDemoOrder(site.db, { text });
    const page = await browser.openAs("manager");
    await page.goto(`/board?q=${encodeURIComponent(text)}`);
    await page.getByLabel(`Vælg ${number}`).check();
    const cookie = await site.signIn("manager");
    const form = { event: "plan", eventId: crypto.randomUUID(), version: "1", plannedOn: "2031-01-06" };
    expect((await site.post(`/orders/${orderId}`, form, cookie)).status).toBe(303);
    await page.getByLabel("Dag", { exact: true }).fill("2031-02-03");
    await page.getByRole("button", { name: "Planlæg", exact: true }).click();
    await page.getByText("1 ordre var ændret i mellemtiden").waitFor();
    expect(await standingOf(site.db, orderId)).toMatchObject({ planned: "2031-01-06", version: 2 });
  });
});
