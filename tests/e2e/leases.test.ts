import { sql } from "drizzle-orm";
import { danishToday } from "#db/danish-today.ts";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { charges } from "#app/i18n/charges.ts";
import { leaseDraft } from "#app/i18n/lease-draft.ts";
import { leaseLife } from "#app/i18n/lease-life.ts";
import { leases } from "#app/i18n/leases.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { rent } from "#app/i18n/rent.ts";
import { chargeMonthOf, nextChargePeriod, type ChargePeriod } from "#domain/charge/charge-period.ts";
import { addDays } from "#domain/day.ts";
import { amendRentInJuly } from "../helpers/amended-rent.ts";
import { desktop, phone, useBrowser } from "../helpers/browser.ts";
import { loadDay } from "../helpers/demo-template.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

/** The demo has the load day's own month as a draft; each language takes one of those after it. */
const next = nextChargePeriod(chargeMonthOf(loadDay));
const periods = { da: next, en: nextChargePeriod(next) };

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** What a period would come to, asked as a program does. */
async function dryRun({ text }: ChargePeriod): Promise<{ leases: number; totalOre: number }> {
  const answer = await fetch(`${site.origin}/api/v1/charge-runs`, {
    method: "POST",
    headers: {
      Cookie: await site.signIn("manager"),
      Origin: site.origin,
      "Content-Type": "application/json",
    },
    body: JSON.stringify({ period: text, dryRun: true }),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { leases: number; totalOre: number };
}

/** A floor of the city's own that nobody has divided, with 200 free m², in a building whose name is its own. */
async function freeFloor() {
  const [found] = await site.db.execute<{ building: string; floorId: string; unit: string }>(sql`
    select b.name as building, s.floor_id as "floorId",
           (select u.name from unit u join administration a on a.id = u.administration_id and a.code = 'BUF'
             where not u.is_protected order by u.name limit 1) as unit
      from portfolio_row_now b
      join space s on s.building_id = b.building_id and s.is_undivided and s.valid_to is null and s.area_m2 > 200
     where b.tenure = 'owned' and not b.is_protected
       and not exists (select 1 from tenancy t where t.space_id = s.id and (t.valid_to is null or t.valid_to > ${danishToday}))
       and not exists (select 1 from portfolio_row_now o where o.name = b.name and o.building_id <> b.building_id)
     order by b.name, s.number limit 1`);
  return found!;
}

/** Steps one and two: who, from when, and 80 m² of a free floor. */
async function fillPremises(page: Page, locale: Locale, from: string) {
  const words = leaseDraft[locale];
  const floor = await freeFloor();
  await page.getByLabel(words.from, { exact: true }).fill(from);
  const administration = page.getByLabel(words.administration, { exact: true });
  await administration.selectOption("BUF");
  await press(page, words.saveOnly);
  const unit = page.getByLabel(words.unit, { exact: true });
  await unit.locator("option", { hasText: floor.unit }).first().waitFor({ state: "attached" });
  await unit.selectOption({ label: floor.unit });
  await page.locator("[name='parties.tenant.name']").fill(floor.unit);
  await press(page, words.save);
  await page.getByLabel(words.findHint).fill(floor.building);
  await press(page, words.find);
  await page.getByRole("link", { name: floor.building, exact: true }).click();
  await page.locator(`[name="floor.${floor.floorId}"]`).fill("80");
  await press(page, words.add);
  await page.locator("[name='premises.0.areaM2']").waitFor();
  await press(page, words.save);
}

/** Steps three to five: notice, two lines of rent, and the contract; the amounts are those of one day of this month. */
async function fillTerms(page: Page, locale: Locale, days: number) {
  const words = leaseDraft[locale];
  await page.locator("[name=tenantNoticeMonths]").fill("6");
  await page.locator("[name=landlordNoticeMonths]").fill("12");
  await press(page, words.save);
  const line = (name: string) => page.getByRole("group", { name });
  const capital = line(rent[locale].lines["base:capital"]!);
  await capital.getByLabel(words.kroner).fill(String(15 * days));
  await capital.getByLabel(words.indexed).uncheck();
  const insurance = line(rent[locale].lines.insurance!);
  await insurance.getByLabel(words.kroner).fill((14.76 * days).toFixed(2).replace(".", ","));
  await press(page, words.save);
  await page.getByLabel(words.documentTitle).fill("Kontrakt");
  const buffer = Buffer.from("%PDF-1.4\n%%EOF\n");
  await page
    .getByLabel(words.file, { exact: true })
    .setInputFiles({ name: "kontrakt.pdf", mimeType: "application/pdf", buffer });
  await press(page, words.upload);
  await page.getByRole("link", { name: "Kontrakt" }).waitFor();
}

/** The last sixteen days of a month: what the lease is charged for first. */
const sixteenth = ({ to }: ChargePeriod) => addDays(to, -16);
const daysOf = ({ from, to }: ChargePeriod) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

test.each(["da", "en"] as const)(
  "a manager takes a lease from a draft in six steps to its first charge, with another's approval (%s)",
  async (locale) => {
    const words = leaseDraft[locale];
    const run = charges[locale];
    const period = periods[locale];
    const before = await dryRun(period);

    const manager = await browser.openAs("manager", { locale, viewport: desktop });
    await manager.goto("/leases/new");
    await manager.getByLabel(leases[locale].kinds.internal).check();
    await press(manager, words.begin);
    await manager.waitForURL(/\/leases\/drafts\/[0-9a-f-]{36}$/);
    const draft = new URL(manager.url()).pathname;
    await fillPremises(manager, locale, sixteenth(period));
    await fillTerms(manager, locale, daysOf(period));
    expect(await dryRun(period)).toEqual(before);
    await manager.goto(`${draft}?step=check`);
    // What is missing would be named here.
    expect(await manager.locator("main ul").allInnerTexts()).toEqual([]);
    await press(manager, words.activate);
    await manager.getByText(leaseLife[locale].activated).waitFor();
    const lease = new URL(manager.url()).pathname;
    const heading = manager.getByRole("heading", { level: 1, name: /KEJD-/ });
    const number = /KEJD-[IU]-\d+/.exec(await heading.innerText())![0];

    // 16 days at 100 kr. for 80 m², and 16 days at 1,23: to the øre whatever month it is.
    const after = await dryRun(period);
    expect([after.leases - before.leases, after.totalOre - before.totalOre]).toEqual([1, 161_968]);
    await manager.goto(`/charges?period=${period.text}`);
    await press(manager, run.makeDo(period.text));
    await manager.getByText(run.was.made!).waitFor();
    const address = new URL(manager.url()).pathname;
    await manager.goto(`${address}?q=${number}`);
    const row = manager.getByRole("row").filter({ hasText: number });
    const amount = locale === "da" ? "1.619,68" : "1,619.68";
    expect(await row.innerText()).toContain(amount);
    expect(await row.innerText()).toContain(run.causes.new);

    const admin = await browser.openAs("admin", { locale });
    await admin.goto(address);
    await press(admin, run.approve);
    await admin.getByText(run.was.approve!).waitFor();
    await manager.goto(address);
    await press(manager, run.issue);
    await manager.getByText(run.was.issue!).waitFor();
    await manager.goto(lease);
    const issued = manager.getByRole("listitem").filter({ hasText: period.text });
    expect(await issued.innerText()).toContain(amount);
  },
  240_000,
);

/** How many sheets a page is on paper: its page objects, as Chromium writes them. */
const sheetsOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
/** Kroner as they stand on a page. @example oreOf("1.234,50 kr.", "da") // 123_450 */
const oreOf = (text: string, locale: Locale) => {
  const digits = text.replace(/[^\d.,−-]/g, "").replace("−", "-");
  return Math.round(
    Number(
      locale === "da"
        ? digits.replaceAll(".", "").replace(/,$/, "").replace(",", ".")
        : digits.replaceAll(",", "").replace(/\.$/, ""),
    ) * 100,
  );
};

test.each([
  ["da", phone],
  ["en", desktop],
] as const)(
  "a leader follows her rent from m² to kroner, asks what fewer m² would save, and prints it on one sheet (%s)",
  async (locale, viewport) => {
    const words = rent[locale];
    const page = await browser.openAs("leader", { locale, viewport });
    await page.goto("/place");
    await page.locator("a[href^='/leases/']").first().click();
    await page.waitForURL(/\/leases\/[0-9a-f-]{36}$/);
    const heading = page.getByRole("heading", { level: 1, name: /KEJD-/ });
    const number = /KEJD-[IU]-\d+/.exec(await heading.innerText())![0];
    expect(await page.title()).toContain(words.title(number));

    const steps = page.locator("section", { has: page.getByRole("heading", { name: words.steps }) }).last();
    const amounts = await steps.locator("tbody tr td:last-child").allInnerTexts();
    expect(amounts.length).toBeGreaterThan(4);
    const total = await steps.locator("p", { hasText: words.total }).last().innerText();
    const sum = amounts.reduce((all, text) => all + oreOf(text, locale), 0);
    expect(oreOf(total.replace(words.total, ""), locale)).toBe(sum);

    for (const card of [words.change(new Date().getUTCFullYear() - 1), words.contribution, words.compare])
      await page.getByRole("heading", { name: card }).waitFor();
    for (const years of [5, 10])
      expect(await page.getByText(words.contributionYears(years)).count()).toBeGreaterThan(0);

    await page.getByLabel(words.handBackArea).fill("200000");
    await press(page, words.handBackAsk);
    await page.getByText(words.handBackTooMuch("¤").split("¤")[1]!.trim()).waitFor();
    await page.getByLabel(words.handBackArea).fill("20");
    await press(page, words.handBackAsk);
    const [start, saving] = words.handBackAnswer("¤", "¤", "¤").split("¤");
    await page.getByText(`${start}20`).waitFor();
    expect(saving!.length).toBeGreaterThan(5);
    expect(sheetsOf(await page.pdf({ format: "A4" }))).toBe(1);
    await amendRentInJuly(site.db, number);
    await page.goto(page.url());
    expect(await steps.locator("tbody tr").count()).toBeGreaterThanOrEqual(11);
    expect(sheetsOf(await page.pdf({ format: "A4" }))).toBe(1);
  },
);
