import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { accessibilityFaults, isLive, phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

const largest = async () => {
  const [row] = await site.db.execute<{ id: string; name: string; address: string }>(
    sql`select building_id as id, name, address from portfolio_row_now
         where tenure = 'owned' and digitised_m2 > 0 and not is_protected order by area_m2 desc limit 1`,
  );
  return row!;
};

describe("with the keyboard alone", () => {
  test("a manager presses Ctrl K, types part of an address, and opens the building", async () => {
    const { name, address } = await largest();
    const page = await browser.openAs("manager");
    await isLive(page);
    await page.keyboard.press("Control+k");
    const field = page.getByRole("combobox", { name: "Hvad leder du efter?" });
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    const text = `${name.replace(/ \(.*/, "")} ${address.split(",")[0]}`
      .replaceAll("å", "aa")
      .replaceAll("ø", "oe");
    await page.keyboard.type(text);
    await page.getByRole("option", { name }).first().waitFor();
    // Until what is found answers the whole text, Enter goes to the page of results: it is told how many there are then.
    await expect.poll(() => page.getByRole("dialog").getByRole("status").innerText()).toMatch(/\d/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/buildings/**");
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("option", { name }).waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => page.getByRole("dialog").count()).toBe(0);
  });

  test("the arrows walk the results and come round again", async () => {
    const page = await browser.openAs("manager");
    await isLive(page);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Hvad leder du efter?" }).fill("skole");
    await page.getByRole("dialog").getByRole("option").nth(11).waitFor();
    const chosen = () =>
      page
        .getByRole("dialog")
        .getByRole("option")
        .evaluateAll((options) => options.findIndex((o) => o.ariaSelected === "true"));
    expect(await chosen()).toBe(0);
    await page.keyboard.press("ArrowUp");
    expect(await chosen()).toBe(11);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await chosen()).toBe(1);
  });
});

test("without script, a manager chooses another day on the building's page and comes back to today", async () => {
  const { id, name } = await largest();
  const page = await browser.openAs("manager", { javaScriptEnabled: false });
  await page.goto(`/buildings/${id}?from=use%3Dschool`);
  await page.getByLabel("Vist pr. dag").fill("1999-03-01");
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "ikke i registret den 01.03.1999" }).waitFor();
  await page.getByRole("link", { name: "Første dag efter" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByRole("link", { name: "Se den i dag" }).click();
  await expect.poll(() => page.getByText("Du ser bygningen, som registret").count()).toBe(0);
  await page.getByRole("link", { name: "Tilbage til listen og kortet" }).click();
  await expect.poll(() => new URL(page.url()).search).toBe("?use=school");
});

test("on a phone, a leader begins at her own place and opens her building", async () => {
  const page = await browser.openAs("leader", { viewport: phone });
  expect(new URL(page.url()).pathname).toBe("/place");
  const link = page.locator("main").getByRole("link").first();
  const name = await link.innerText();
  await link.click();
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
});

test("A property manager puts a drawing on a building, finds it again, removes it and undoes that", async () => {
  const { id, name } = await largest();
  const page = await browser.openAs("manager");
  await page.goto(`/buildings/${id}`);
  await isLive(page);
  const section = page.locator("#documents");
  const file = (text: string) => ({
    ...{ name: "stueplan.pdf", mimeType: "application/pdf", buffer: Buffer.from(text) },
  });
  await section.getByLabel("Titel").fill("Plan af stuen");
  await section.getByLabel("Fil", { exact: true }).setInputFiles(file("no drawing at all"));
  await section.getByRole("button", { name: "Læg op" }).click();
  await section.getByRole("alert").getByText("Filen er ikke en PDF").waitFor();
  expect(await section.getByLabel("Titel").inputValue()).toBe("Plan af stuen");
  expect(await accessibilityFaults(page)).toEqual([]);
  await section.getByLabel("Fil", { exact: true }).setInputFiles(file("%PDF-1.4 a drawing"));
  await section.getByRole("button", { name: "Læg op" }).click();
  await section.getByText("„Plan af stuen“ er lagt på bygningen.").waitFor();

  await page.goto("/portfolio");
  await page.goto(`/buildings/${id}`);
  await page.getByRole("heading", { level: 1, name }).waitFor();
  const download = page.waitForEvent("download");
  await section.getByRole("link", { name: "Hent Plan af stuen" }).click();
  expect((await download).suggestedFilename()).toBe("stueplan.pdf");

  await isLive(page);
  await section.getByLabel("Fjern Plan af stuen").click();
  await section.getByRole("button", { name: "Ja, fjern det" }).click();
  await section.getByText("„Plan af stuen“ er fjernet.").waitFor();
  expect(await section.getByRole("link", { name: "Hent Plan af stuen" }).count()).toBe(0);
  await section.getByRole("button", { name: "Fortryd" }).click();
  await section.getByRole("link", { name: "Hent Plan af stuen" }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});
