import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Page } from "playwright";
import { useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

const idIn = (page: Page): string => /\/plans\/([0-9a-f-]{36})/.exec(page.url())![1]!;

/** Opens the explanation of the first building shown, where its works can be moved. */
async function openFirst(page: Page): Promise<string> {
  const first = page.locator("details", { hasText: /^Hvorfor/ }).first();
  if ((await first.getAttribute("open")) === null) await first.locator("summary").click();
  return (await first.getByLabel("Arbejde").locator("option").first().innerText()).match(/ARB-\d+/)![0];
}

const yearOf = async (planId: string, number: string): Promise<number | null> => {
  const [row] = await site.db.execute<{ year: number | null }>(sql`
    select p.year from plan_work p join work w on w.id = p.work_id
     where p.plan_id = ${planId} and w.number = ${number}`);
  return row!.year;
};

test("a planner makes three scenarios: new, with other money, with one work pinned and one kept out; and compares", async () => {
  const page = await browser.openAs("planner");
  await page.getByRole("link", { name: "Flerårsplan" }).first().click();
  await page.getByRole("link", { name: "Ny plan" }).click();
  await page.getByLabel("Navn").fill("Som i dag");
  await page.getByLabel("Penge om året").fill("mange");
  await page.getByRole("button", { name: "Lav planen" }).click();
  await page.getByRole("alert").getByText("Skriv beløbet i mio. kr.").waitFor();
  expect(await page.getByLabel("Navn").inputValue()).toBe("Som i dag");
  await page.getByLabel("Penge om året").fill("234,9");
  await page.getByLabel("Antal år").fill("5");
  await page.getByRole("button", { name: "Lav planen" }).click();
  await page.getByText("Planen er lavet og regnet.").waitFor({ timeout: 30_000 });
  const plan = idIn(page);

  await page.getByLabel("Scenariets navn").fill("Mindre");
  await page.getByRole("button", { name: "Kopiér" }).click();
  await page.getByText("Her er kopien.").waitFor();
  const less = idIn(page);
  expect(less).not.toBe(plan);
  await page.getByText("Penge og øremærker").click();
  for (const field of await page.locator("input[name=budget]").all()) await field.fill("100");
  await page.getByRole("button", { name: "Gem og regn om" }).first().click();
  await page.getByText("Pengene er rettet, og planen er regnet om.").waitFor({ timeout: 30_000 });

  await page.goto(`/plans/${plan}`);
  await page.getByLabel("Scenariets navn").fill("Flyttet");
  await page.getByRole("button", { name: "Kopiér" }).click();
  await page.getByText("Her er kopien.").waitFor();
  const moved = idIn(page);
  const pinned = await openFirst(page);
  const lastYear = (await page.getByLabel("Hvornår?").first().locator("option").allInnerTexts())[4]!;
  await page.getByLabel("Hvornår?").first().selectOption(lastYear);
  await page.getByRole("button", { name: "Gem og regn om" }).first().click();
  await page.getByRole("alert").getByText("Skriv, hvorfor").waitFor();
  await openFirst(page);
  await page.getByLabel("Hvornår?").first().selectOption(lastYear);
  await page.getByLabel("Hvorfor?").first().fill("Skolen flytter ud først (fiktivt)");
  await page.getByRole("button", { name: "Gem og regn om" }).first().click();
  await page.getByText("Dit valg er gemt").waitFor({ timeout: 30_000 });
  expect(await yearOf(moved, pinned)).toBe(Number(lastYear));
  const forbidden = await openFirst(page);
  await page.getByLabel("Hvornår?").first().selectOption("never");
  await page.getByLabel("Hvorfor?").first().fill("Skal rives ned (fiktivt)");
  await page.getByRole("button", { name: "Gem og regn om" }).first().click();
  await expect.poll(() => yearOf(moved, forbidden), { timeout: 30_000 }).toBeNull();
  expect(await yearOf(plan, forbidden)).not.toBeNull();

  await page.goto(`/plans/compare?ids=${plan},${less},${moved}`);
  await page.getByRole("heading", { name: "Arbejder, der flytter sig" }).waitFor();
  const money = await page
    .getByRole("row", { name: /^Penge om året/ })
    .getByRole("cell")
    .allInnerTexts();
  expect(money.map((text) => text.replace(/\s/g, " "))).toEqual([
    "234,9 mio. kr.",
    "100 mio. kr.",
    "234,9 mio. kr.",
  ]);
  expect(await page.getByRole("button", { name: "Lås planen" }).count()).toBe(0);
});

test("a manager freezes, approves and publishes; then nothing changes, and a scenario can still be made", async () => {
  const page = await browser.openAs("manager");
  await page.goto("/plans");
  await page.getByRole("link", { name: "Scenarie: halvt så meget mere" }).click();
  for (const decision of ["Lås planen", "Godkend", "Offentliggør"]) {
    await page.getByRole("button", { name: decision, exact: true }).click();
    await page.getByRole("button", { name: decision, exact: true }).waitFor({ state: "detached" });
  }
  await page.getByText("Planen er offentliggjort.").waitFor();
  expect(await page.getByText("Penge og øremærker").count()).toBe(0);
  const [published] = await site.db.execute<{ plans: number; planned: number; asked: number }>(sql`
    select (select count(*)::int from plan where state = 'published') as plans,
           (select count(*)::int from work where state = 'planned') as planned,
           (select count(*)::int from plan_work x join plan p on p.id = x.plan_id
             where p.state = 'published' and x.year is not null) as asked`);
  expect(published).toEqual({ plans: 1, planned: published!.asked, asked: published!.asked });
});

test("a search for a better plan runs beside the server, says how far it is, and can be stopped", async () => {
  const page = await browser.openAs("planner");
  await page.goto("/plans/new");
  await page.getByLabel("Navn").fill("Søgt");
  await page.getByLabel("Penge om året").fill("20");
  await page.getByLabel("Antal år").fill("2");
  await page.getByRole("button", { name: "Lav planen" }).click();
  await page.getByText("Planen er lavet og regnet.").waitFor({ timeout: 30_000 });
  await page.getByLabel("Højst så mange sekunder").fill("300");
  await page.getByRole("button", { name: "Søg", exact: true }).click();
  await page.getByText(/Søger: \d+ af højst 300 sekunder/).waitFor();
  await page.getByRole("button", { name: "Stop søgningen" }).click();
  await page.getByText(/Søgningen (blev stoppet|fandt)/).waitFor({ timeout: 60_000 });
});

test("a plan is made and read by the API: works by year, totals and gap", async () => {
  const cookie = await site.signIn("planner");
  const send = (body: unknown, as = cookie) =>
    fetch(`${site.origin}/api/v1/plans`, {
      method: "POST",
      headers: { Cookie: as, Origin: site.origin, "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  const years = [{ budgetOre: 0 }, { budgetOre: 5_000_000_000, earmarksOre: { BUF: 1_000_000_000 } }];
  const made = await send({ name: "Maskinens", firstYear: 2030, years });
  expect(made.status).toBe(201);
  const plan = (await (await site.get(made.headers.get("Location")!, cookie)).json()) as {
    totals: { gap: number; spentOre: number };
    years: {
      year: number;
      spentOre: number;
      setupOre: number;
      notShownOre: number;
      planned: { costOre: number }[];
    }[];
    leftOut: unknown[];
  };
  expect(plan.years.map(({ year }) => year)).toEqual([2030, 2031]);
  expect(plan.years[0]).toMatchObject({ spentOre: 0, planned: [] });
  const [, second] = plan.years;
  const works = second!.planned.reduce((sum, { costOre }) => sum + costOre, 0);
  expect(second!.spentOre).toBe(works + second!.notShownOre + second!.setupOre);
  expect(plan.totals).toMatchObject({ spentOre: second!.spentOre });
  expect(plan.totals.gap).toBeGreaterThanOrEqual(0);
  expect(plan.leftOut.length).toBeGreaterThan(1_000);
  expect((await send({ name: "Maskinens", firstYear: 2030, years })).status).toBe(409);
  expect(
    (await send({ name: "x", firstYear: 2030, years: [{ budgetOre: 1, earmarksOre: { BUF: 2 } }] })).status,
  ).toBe(422);
  expect((await send({ name: "x", firstYear: 2030, years }, await site.signIn("auditor"))).status).toBe(403);
});
