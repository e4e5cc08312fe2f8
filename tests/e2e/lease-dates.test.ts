import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accessibilityFaults, desktop, phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

const said = {
  da: {
    ...{
      kind: "Hvad",
      deadline: "Sidste dag at opsige",
      from: "Fra",
      to: "Til",
      show: "Vis",
      take: "Tag den",
    },
    ...{
      mine: "Den er din",
      calendars: "Til din kalender",
      make: "Lav en adresse",
      address: "Kalenderens adresse",
    },
    ...{ revoke: /^Luk adressen/, revoked: "Adressen er lukket.", note: "Hvad blev der besluttet?" },
    ...{ handle: "Marker som håndteret", handled: "Håndteret af" },
  },
  en: {
    ...{
      kind: "What",
      deadline: "Last day to give notice",
      from: "From",
      to: "To",
      show: "Show",
      take: "Take it",
    },
    ...{
      mine: "It is yours",
      calendars: "To your calendar",
      make: "Make an address",
      address: "The calendar's address",
    },
    ...{ revoke: /^Close the address/, revoked: "The address is closed.", note: "What was decided?" },
    ...{ handle: "Mark as handled", handled: "Handled by" },
  },
};

test.each([
  ["da", desktop],
  ["en", phone],
] as const)(
  "a manager finds next year's notice deadlines, takes one, has it in the calendar, and closes the address (%s)",
  async (locale, viewport) => {
    const words = said[locale];
    const year = new Date().getUTCFullYear() + 1;
    const page = await browser.openAs("manager", { locale, viewport });
    await page.goto("/dates");
    await page.getByLabel(words.kind, { exact: true }).selectOption({ label: words.deadline });
    await page.getByLabel(words.from, { exact: true }).fill(`${year}-01-01`);
    await page.getByLabel(words.to, { exact: true }).fill(`${year}-12-31`);
    await page.getByRole("button", { name: words.show, exact: true }).click();
    await page.waitForURL(/kind=noticeDeadline/);
    const rows = page.locator("tbody tr");
    expect(await rows.count()).toBeGreaterThan(10);
    await rows
      .nth(locale === "da" ? 0 : 1)
      .getByRole("link")
      .click();
    await page.waitForURL(/\/dates\/[0-9a-f-]{36}\./);
    const key = new URL(page.url()).pathname.split("/").at(-1)!;
    await page.getByRole("button", { name: words.take }).click();
    await page.getByText(words.mine).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.goto("/dates/calendars");
    await page.getByRole("button", { name: words.make }).click();
    const address = await page.getByLabel(words.address).inputValue();
    const path = new URL(address).pathname;
    const feed = await site.get(path);
    expect([feed.status, feed.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    const text = (await feed.text()).replaceAll("\r\n ", "");
    expect(text).toContain(`UID:${key}@ejendomsportalen`);
    expect(text).toContain(`DTSTART;VALUE=DATE:${key.slice(-10).replaceAll("-", "")}`);
    const etag = feed.headers.get("etag")!;
    const again = await fetch(address, { headers: { "If-None-Match": etag } });
    expect(again.status).toBe(304);

    await page.goto(`/dates/${key}`);
    await page.getByLabel(words.note).fill("Vi bliver, til skolen er bygget");
    await page.getByRole("button", { name: words.handle }).click();
    await page.getByText(words.handled).waitFor();
    expect((await (await site.get(path)).text()).replaceAll("\r\n ", "")).not.toContain(key);

    await page.goto("/dates/calendars");
    await page.getByRole("button", { name: words.revoke }).first().click();
    await page.getByText(words.revoked).waitFor();
    expect((await site.get(path)).status).toBe(404);
  },
);

test("a leader's calendar holds her own leases' dates alone, and no wrong address opens any", async () => {
  const page = await browser.openAs("leader", { viewport: phone });
  await page.goto("/dates/calendars");
  await page.getByLabel("Hvad skal den vise?").selectOption("all");
  await page.getByRole("button", { name: "Lav en adresse" }).click();
  const address = await page.getByLabel("Kalenderens adresse").inputValue();
  const text = await (await site.get(new URL(address).pathname)).text();
  expect(text.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const own = await site.db.execute<{ number: string }>(sql`
    select k.number from account a join account_grant g on g.account_id = a.id join contract k on k.unit_id = any (g.unit_ids)
     where a.email = 'leader@demo.example'`);
  const told = [...new Set(text.replaceAll("\r\n ", "").match(/\b(KEJD-[IU]|3P-IND)-\d+/g))];
  expect(told.length).toBeGreaterThan(0);
  expect(own.map(({ number }) => number)).toEqual(expect.arrayContaining(told));
  const wrong = address.replace(/.\.ics$/, (end) => (end === "A.ics" ? "B.ics" : "A.ics"));
  for (const path of [new URL(wrong).pathname, "/calendar/x.ics", "/calendar/none"])
    expect((await site.get(path)).status).toBe(404);
});
