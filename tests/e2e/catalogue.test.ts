import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

test("a manager changes a price from a day; a leader sees what her cleaning costs beside others'", async () => {
  const page = await browser.openAs("manager");
  await page.getByRole("link", { name: "Ydelser" }).first().click();
  await page.getByRole("searchbox", { name: "Søg i ydelser" }).fill("daglig rengøring");
  await page.getByRole("searchbox", { name: "Søg i ydelser" }).press("Enter");
  await page.getByRole("link", { name: "Daglig rengøring" }).click();
  await page.getByRole("link", { name: "Ret ydelsen" }).click();
  await page.getByLabel("Gælder fra").fill("2099-01-01");
  await page.getByLabel("Pris uden moms").fill("gratis");
  await page.getByRole("button", { name: "Gem vilkår" }).click();
  await page.getByRole("alert").getByText("Skriv prisen i kroner").waitFor();
  expect(await page.getByLabel("Gælder fra").inputValue()).toBe("2099-01-01");
  await page.getByLabel("Pris uden moms").fill("0,95");
  await page.getByLabel("Prisens kilde").fill("Kontrakt 2099 (fiktiv)");
  await page.getByRole("button", { name: "Gem vilkår" }).click();
  await page.getByText("Fra 01.01.2099 koster den 0,95 kr. pr. m².").waitFor();
  await page.getByRole("row", { name: /01\.01\.2099 .*Kontrakt 2099/ }).waitFor();

  const hers = await browser.openAs("leader", { viewport: phone });
  await hers.goto("/catalogue/1300.01");
  await hers.getByText("Fra 01.01.2099 koster den 0,95 kr. pr. m².").waitFor();
  expect(await hers.getByRole("link", { name: "Ret ydelsen" }).count()).toBe(0);
  await hers.goto("/catalogue");
  await hers.getByRole("link", { name: "Sammenlign niveauer" }).click();
  await hers
    .getByText(/betaler \d+.kr\. pr\. m² om året/)
    .first()
    .waitFor();
  await hers
    .getByText(/andre af samme slags \(\d+.kr\.\)/)
    .first()
    .waitFor();
  const [own] = await site.db.execute<{ names: string[] }>(sql`
    select array_agg(u.name) as names from unit u join account_grant g on u.id = any (g.unit_ids)
      join account a on a.id = g.account_id where a.email = 'leader@demo.example'`);
  const units = await hers.locator("table").last().getByRole("rowheader").allInnerTexts();
  expect(units.length).toBeGreaterThan(0);
  expect(units.filter((name) => !own!.names.includes(name.trim()))).toEqual([]);
});

test("a leader orders cleaning every Tuesday, skips a week and stops it", async () => {
  const page = await browser.openAs("leader", { viewport: phone });
  await page.goto("/catalogue/1300.02");
  await page.getByRole("link", { name: "Bestil fast" }).click();
  await page.getByLabel("Enhed og bygning").selectOption({ index: 1 });
  await page.getByLabel("Antal hver gang").fill("2");
  await page.getByLabel("tirsdag").check();
  await page.getByLabel("Klokken").fill("17:00");
  await page.getByRole("button", { name: "Bestil fast" }).click();
  await page.getByText("Den faste bestilling er klar.").waitFor();
  await page.getByText("Hver tirsdag kl. 17.00").first().waitFor();
  const skip = page.getByRole("button", { name: /^Spring .* over$/ }).first();
  const day = /Spring (.*) over/.exec((await skip.getAttribute("aria-label"))!)![1]!;
  await skip.click();
  await page.getByRole("button", { name: `Tag ${day} med igen` }).waitFor();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await page.getByText("Stoppet").waitFor();
});
