import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accessibilityFaults, phone, useBrowser } from "../helpers/browser.ts";
import { givenPublishedPlan, withdrawPublishedPlan } from "../helpers/published-plan.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

/** A work on the windows of a building that the demo's leader uses. */
async function windowsOfLeader() {
  const [row] = await site.db.execute<{
    organisationId: string;
    accountId: string;
    workId: string;
    buildingId: string;
  }>(sql`
    select w.organisation_id as "organisationId", a.id as "accountId", w.id as "workId", w.building_id as "buildingId"
      from account a join account_grant g on g.account_id = a.id and g.role = 'leader'
      join portfolio_row_now r on r.unit_ids && g.unit_ids
      join work w on w.building_id = r.building_id and w.work_group = 'windows' and w.kind = 'exterior'
     where a.email = 'leader@demo.example' order by r.area_m2 desc limit 1`);
  return row!;
}

describe("A leader on her phone", () => {
  test("sees the year of her windows on her own place, on her building's page and where she asks about them", async () => {
    const work = await windowsOfLeader();
    const year = new Date().getFullYear() + 2;
    await withdrawPublishedPlan(site.db, work.organisationId);
    const page = await browser.openAs("leader", { locale: "da", viewport: phone });
    await page.goto("/place");
    expect(await page.getByText("Planlagt for jeres bygning").count()).toBe(0);
    await givenPublishedPlan(site.db, { ...work, year });
    await page.goto("/place");
    await page.getByText(`Vinduer og yderdøre: ${year}`).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.goto(`/buildings/${work.buildingId}`);
    const section = page.locator("#planned");
    await section.getByText(String(year)).waitFor();
    await section.getByRole("link", { name: "Vinduer og yderdøre" }).click();
    await page.getByRole("heading", { level: 1, name: /Vinduer og yderdøre/ }).waitFor();
    expect(await page.getByText("Meld udført").count()).toBe(0);
    await page.goto(`/ask?building=${work.buildingId}`);
    await page.locator("#text").fill("Ruden i vinduet er revnet");
    await page.getByText("Det kender vi allerede").waitFor({ timeout: 15_000 });
    await page.getByText(`planlagt til ${year}`).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  }, 120_000);
});
