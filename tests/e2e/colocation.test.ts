import { sql } from "drizzle-orm";
import type { Page } from "playwright";
import { expect, test } from "vitest";
import { benefits } from "#app/i18n/benefits.ts";
import { colocationEconomy } from "#app/i18n/colocation-economy.ts";
import { colocationEdit } from "#app/i18n/colocation-edit.ts";
import { colocation } from "#app/i18n/colocation.ts";
import { councilPaper } from "#app/i18n/council-paper.ts";
import { council } from "#app/i18n/council.ts";
import { use } from "#app/i18n/use.ts";
import { caseName } from "#db/demo/colocation/demo-cases.ts";
import { useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

interface Rented {
  unit: string;
  house: string;
  number: string;
}

/** An office that sits alone in a rented house, and the number of its lease. */
async function rentedOffice(): Promise<Rented> {
  const [row] = await site.db.execute<Rented & Record<string, unknown>>(sql`
    select u.name as unit, r.name as house, k.number from colocation_case c
      join colocation_unit x on x.case_id = c.id join unit u on u.id = x.unit_id
      join colocation_premises p on p.case_id = c.id and p.contract_id is not null
      join portfolio_row_now r on r.building_id = p.building_id join contract k on k.id = p.contract_id
     where c.name = ${caseName.decided}`);
  return row!;
}

/** Looks something up in the editor and takes it into the case: the entry that says all of the words. */
async function takeIn(page: Page, words: (typeof colocationEdit)["da"], name: string, mark?: string) {
  await page.getByLabel(words.search).fill(name);
  await page.getByRole("button", { name: words.find, exact: true }).click();
  const entry = page
    .locator("li")
    .filter({ has: page.getByRole("button", { name: words.addOf(name), exact: true }) });
  const one = mark ? entry.filter({ hasText: mark }) : entry;
  // A unit may be called as its house is: that it can be taken out again does not tell which of them is in.
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await one
    .first()
    .getByRole("button", { name: words.addOf(name), exact: true })
    .click();
  await saved;
  await page
    .getByRole("button", { name: words.outOf(name), exact: true })
    .first()
    .waitFor();
}

/** Takes a unit by its name and lets it go over the head of other premises. */
async function dragTo(page: Page, unit: string, premises: string) {
  const block = page.locator("[draggable=true]").filter({ hasText: unit }).first();
  const place = page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: premises, level: 3 }) });
  await block
    .locator("p")
    .first()
    .dragTo(place.last(), { targetPosition: { x: 40, y: 12 } });
}

/** From the under-used houses to a case with one scenario; returns its address. */
async function buildCase(page: Page, locale: "da" | "en", name: string): Promise<string> {
  const [edit, list] = [colocationEdit[locale], colocation[locale]];
  const rented = await rentedOffice();
  await page.goto("/use?use=administration&sort=emptyM2&order=desc");
  const houses = page.getByRole("table", { name: use[locale].table.caption }).locator("tbody tr");
  const house = houses.filter({ hasNotText: rented.house }).first().getByRole("link").first();
  const empty = await house.innerText();
  await house.click();
  await page.waitForURL(/\/buildings\/.+\/use/);
  await page.goto("/colocation/new");
  await page.getByLabel(list.form.name, { exact: true }).fill(name);
  await page.getByRole("button", { name: list.form.submit }).click();
  await page.waitForURL(/\/colocation\/[0-9a-f-]{36}$/);
  const address = new URL(page.url()).pathname;
  await page.goto(`${address}/edit`);
  await takeIn(page, edit, rented.house, rented.number);
  await takeIn(page, edit, rented.unit);
  await takeIn(page, edit, empty);
  await page.getByLabel(`${edit.whenVacated}: ${rented.house}`).selectOption("endLease");
  const saved = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name: `${edit.save}: ${rented.house}` }).click();
  await saved;
  await page.goto(`${address}/edit`);
  await page.getByLabel(`${edit.copy}: ${edit.name}`).fill("Ind i det tomme hus");
  await page.getByRole("button", { name: edit.make }).click();
  await page.getByRole("heading", { name: edit.diff(edit.base) }).waitFor();
  // One drags, the other chooses: both do the same.
  if (locale === "da") await dragTo(page, rented.unit, empty);
  else {
    await page.getByLabel(edit.to(rented.unit)).selectOption({ label: empty });
    await page.getByRole("button", { name: `${edit.move}: ${rented.unit}` }).click();
  }
  await page
    .getByText(edit.moved(rented.unit, rented.house, empty))
    .first()
    .waitFor();
  return address;
}

const openFresh = async (page: Page, path: string) => {
  await page.goto(path);
  return page;
};

test.each(["da", "en"] as const)(
  "a planner builds a case from an under-used house, the council reads four pages, approves and funds it, and a year later its benefit is answered (%s)",
  async (locale) => {
    const [words, say, paper] = [council[locale], benefits[locale], councilPaper[locale]];
    const name = `Ind i det tomme hus ${locale}`;
    const planner = await browser.openAs("planner", { locale });
    const address = await buildCase(planner, locale, name);
    await planner.goto(`${address}/economy`);
    const verdicts = Object.values(colocationEconomy[locale].verdicts);
    await planner
      .getByText(new RegExp(verdicts.join("|")))
      .first()
      .waitFor();

    const before = address.replace("/colocation/", "/council/cases/");
    await planner.goto(before);
    await planner.getByLabel(words.page.chooseMeeting).selectOption({ index: 1 });
    await planner.getByRole("button", { name: words.page.submit }).click();
    await planner.getByText(words.page.unchanged).waitFor();
    const link = planner.getByRole("link", { name: paper.files.pdf });
    const print = await planner.request.get((await link.getAttribute("href"))!);
    const bytes = (await print.body()).toString("latin1");
    expect([print.status(), bytes.match(/\/Type ?\/Page\b(?!s)/g)?.length]).toEqual([200, 4]);

    const chair = await browser.openAs("manager", { locale });
    await chair.goto("/council");
    await chair.getByRole("link", { name }).first().click();
    await chair.getByRole("button", { name: words.deeds.rejected }).click();
    await chair.getByText(words.refusals.reasonMissing).first().waitFor();
    await chair.getByRole("button", { name: words.deeds.approved }).click();
    await chair.getByLabel(words.page.fundAmount).fill("1.000.000");
    await chair.getByLabel(words.page.fundReason).fill("Huset står tomt");
    await chair.getByRole("button", { name: words.page.fundDo }).click();
    await chair.getByText(words.events.funded, { exact: true }).first().waitFor();

    await planner.goto(before);
    await planner.getByRole("button", { name: words.deeds.implementing }).click();
    await planner.locator("summary").filter({ hasText: say.add.title }).click();
    await planner.getByLabel(say.add.label).fill("Ekstern husleje");
    await planner.getByLabel(say.add.administration).selectOption({ index: 1 });
    await planner.getByLabel(say.add.required).fill("900.000");
    await planner.getByLabel(say.add.fromYear).fill(String(new Date().getUTCFullYear()));
    await planner.getByRole("button", { name: say.add.submit, exact: true }).click();
    await planner.getByRole("link", { name: "Ekstern husleje" }).first().waitFor();

    await (await openFresh(chair, "/benefits")).getByRole("button", { name: say.ask.submit }).click();
    await chair
      .getByText(/^(Der er spurgt til|.*lines?)/)
      .first()
      .waitFor();
    await planner.getByRole("link", { name: "Ekstern husleje" }).first().click();
    await planner.getByLabel(say.page.realised).fill("600.000");
    await planner.getByLabel(say.page.budgetCut).fill("100.000");
    await planner.getByRole("button", { name: say.page.submit }).click();
    await planner.waitForURL(/\/benefits\/[0-9a-f-]{36}$/);
    const [line] = await site.db.execute(sql`
      select y.realised_ore::float8 as realised, y.asked_at is not null as asked, y.answered_at is not null as answered
        from benefit b join benefit_year y on y.benefit_id = b.id join colocation_case c on c.id = b.case_id where c.name = ${name}`);
    expect(line).toEqual({ realised: 600_000_00, asked: true, answered: true });
    await planner.goto(before);
    await planner
      .getByText(locale === "da" ? "300.000" : "300,000")
      .first()
      .waitFor();
  },
);
