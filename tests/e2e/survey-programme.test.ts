import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { accessibilityFaults, desktop, phone, useBrowser } from "../helpers/browser.ts";
import { observationOf, phoneOf } from "../helpers/survey-steps.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

const actorOf = async (email: string): Promise<Actor> => {
  const [row] = await site.db.execute<{ id: Id; org: Id; name: string }>(
    sql`select id, organisation_id as org, name from account where email = ${email}`,
  );
  const grants: Actor["grants"] = [{ role: "manager", administrationIds: [], unitIds: [] }];
  return { accountId: row!.id, organisationId: row!.org, email, name: row!.name, locale: null, grants };
};

test("a manager ticks buildings of a district, and they become one round in order", async () => {
  const page = await browser.openAs("manager", { viewport: desktop });
  await page.goto("/surveys");
  await page.getByLabel("Bydel").first().selectOption({ index: 3 });
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await page.waitForURL(/district=/);
  const boxes = page.locator("input[name=building]");
  for (const index of [0, 1, 2]) await boxes.nth(index).check();
  await page.getByLabel("Hvad skal runden hedde?").fill("Prøverunde");
  await page.getByRole("button", { name: "Planlæg runden" }).click();
  await page.getByText("3 syn er planlagt i den korteste rækkefølge.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const stops = await site.db.execute<{ stop: number }>(
    sql`select stop from survey_visit where round = 'Prøverunde' order by stop`,
  );
  expect(stops.map(({ stop }) => stop)).toEqual([1, 2, 3]);
  await page.getByRole("button", { name: "Aflys" }).first().click();
  await page.getByText("er aflyst.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const [off] = await site.db.execute<{ count: number }>(
    sql`select count(*)::int as count from survey_visit where cancelled_at is not null`,
  );
  expect(off!.count).toBe(1);
});

test("two surveys made without knowing of one another are both read, and each says that there is another", async () => {
  const [row] = await site.db.execute<{ id: Id }>(sql`
    select building_id as id from portfolio_row_now where tenure = 'owned' order by building_id desc limit 1`);
  const [one, other] = [
    phoneOf(site.db, await actorOf("manager@demo.example")),
    phoneOf(site.db, await actorOf("admin@demo.example")),
  ];
  for (const surveyor of [one, other]) await surveyor.start(row!.id);
  for (const surveyor of [one, other]) {
    await surveyor.observe(observationOf("99"));
    expect((await surveyor.sign()).outcome).toBe("applied");
  }
  const page = await browser.openAs("manager", { viewport: phone });
  for (const { surveyId } of [one, other]) {
    await page.goto(`/surveys/${surveyId}`);
    await page.getByText("Der er to syn af bygningen").waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }
  await page.getByRole("button", { name: "Ret synet" }).click();
  await page.waitForURL(/\/surveys\/visit#/);
  await page.getByRole("button", { name: "Underskriv synet" }).waitFor();
});
