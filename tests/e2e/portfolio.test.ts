import { beforeAll, expect, test } from "vitest";
import { portfolio } from "#app/i18n/da/portfolio.ts";
import { mapLayers } from "#domain/map-layer.ts";
import { useBrowser } from "../helpers/browser.ts";
import {
  agreesWith,
  answerOf,
  legendCounts,
  mapIsDrawn,
  onPage,
  paramsOf,
  sum,
} from "../helpers/portfolio-page.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);
let cookie: string;
beforeAll(async () => {
  cookie = await site.signIn("manager");
});
const answer = (query: string, order = "") => answerOf(site, cookie, query, order);

test("a property manager signs in and sees the report's totals above the map", async () => {
  const page = await browser.openAs("manager");
  expect(new URL(page.url()).pathname).toBe("/portfolio");
  const said = (await onPage(page).totals.innerText()).replaceAll(/\s+/g, " ");
  for (const figure of [
    "Bygninger 2.000 ",
    "Areal 2.500.000 m² 2.200.000 ejet · 300.000 lejet",
    "Udlejet 98 %",
    "Digitaliseret 26,8 %",
    "Udvendigt efterslæb 2.540 mio. kr.",
  ])
    expect(said).toContain(figure);
  await agreesWith(page, await answer(""));
});

test("she filters by administration and district, and is rid of them again; list and totals follow", async () => {
  const page = await browser.openAs("manager");
  const { filters, chips } = onPage(page);
  await mapIsDrawn(page);
  await filters.getByText("Forvaltning", { exact: true }).click();
  await page.getByLabel("Børne- og Ungdomsforvaltningen").check();
  await agreesWith(page, await answer("administration=BUF"));
  await filters.getByText("Bydel", { exact: true }).click();
  await page.getByLabel("Nørrebro", { exact: true }).check();
  await expect.poll(() => paramsOf(page).get("district")).not.toBeNull();
  const district = paramsOf(page).get("district")!;
  await agreesWith(page, await answer(`administration=BUF&district=${district}`));
  await page.keyboard.press("Escape");
  await chips.getByRole("link", { name: "Fjern filteret Børne- og Ungdomsforvaltningen" }).click();
  await agreesWith(page, await answer(`district=${district}`));
  await chips.getByRole("link", { name: "Ryd alle" }).click();
  await agreesWith(page, await answer(""));
  expect(await chips.count()).toBe(0);
});

test("in every colour the legend's counts add up to what is found", async () => {
  const page = await browser.openAs("manager");
  await page.goto("/portfolio?tenure=owned&use=school");
  const { found } = await answer("tenure=owned&use=school");
  await mapIsDrawn(page);
  for (const value of [...mapLayers.slice(1), mapLayers[0]]) {
    await onPage(page).layer.selectOption(value);
    await page.getByRole("group", { name: portfolio.layers[value], exact: true }).waitFor();
    expect(paramsOf(page).get("layer")).toBe(value);
    await expect.poll(async () => [value, sum(await legendCounts(page))]).toEqual([value, found]);
    expect((await legendCounts(page)).length).toBeGreaterThan(3);
  }
});

test("she sorts, opens the largest building, and comes back to the same view by its link and by the browser", async () => {
  const page = await browser.openAs("manager");
  await page.goto("/portfolio?use=school&layer=condition");
  await mapIsDrawn(page);
  const { list, rows } = onPage(page);
  await list.getByRole("link", { name: "Areal m²" }).click();
  await expect.poll(() => paramsOf(page).get("sort")).toBe("area");
  const largest = (await answer("use=school", "sort=area&order=desc")).first[0]!;
  await expect.poll(() => rows.first().innerText()).toContain(largest.name);
  const view = page.url();
  await rows.first().getByRole("link", { name: largest.name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: largest.name }).waitFor();
  await page.getByRole("link", { name: "Tilbage til listen og kortet" }).click();
  await expect
    .poll(() => Object.fromEntries(paramsOf(page)))
    .toEqual(Object.fromEntries(new URL(view).searchParams));
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: largest.name }).waitFor();
  await page.goBack();
  await expect.poll(() => page.url()).toBe(view);
  await page.goBack();
  await expect.poll(() => paramsOf(page).get("sort")).toBeNull();
  await page.goForward();
  await expect.poll(() => rows.first().innerText()).toContain(largest.name);
});

test("the copied link shows a colleague the same view", async () => {
  const page = await browser.openAs("manager");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: site.origin });
  await page.goto("/portfolio?district=3&layer=backlog&sort=area&order=desc&at=55.69970,12.54910,14");
  await mapIsDrawn(page);
  await page.getByRole("button", { name: "Kopiér link" }).click();
  await page.getByText("Linket er kopieret.").waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const colleague = await browser.openAs("auditor");
  await colleague.goto(link);
  await mapIsDrawn(colleague);
  const seen = async (window: typeof page) => [
    ...[window.url(), await onPage(window).totals.innerText(), await legendCounts(window)],
    await onPage(window).rows.allInnerTexts(),
    await onPage(window).layer.inputValue(),
  ];
  expect(await seen(colleague)).toEqual(await seen(page));
});

test("another day is another portfolio, in totals and list", async () => {
  const page = await browser.openAs("manager");
  await mapIsDrawn(page);
  await onPage(page).filters.getByText("Flere filtre").first().click();
  await page.getByLabel("Vist pr. dag").fill("2021-06-30");
  await expect.poll(() => paramsOf(page).get("on")).toBe("2021-06-30");
  const then = await answer("on=2021-06-30");
  expect(then).not.toEqual(await answer(""));
  await agreesWith(page, then);
  await onPage(page).chips.getByRole("link", { name: "Fjern filteret Pr. 30.06.2021" }).waitFor();
});

test("what cannot be read in an address is named, and where nothing is found the page says what to do", async () => {
  const page = await browser.openAs("manager");
  await page.goto("/portfolio?tenure=rented&on=2023-02-29&use=school");
  const notice = page.getByRole("status").filter({ hasText: "Noget i adressen kunne ikke læses" });
  expect(await notice.innerText()).toContain("tenure: „rented“");
  expect(await notice.innerText()).toContain("on: „2023-02-29“");
  await agreesWith(page, await answer("use=school"));
  await page.goto("/portfolio?q=zzzz&layer=trust");
  await page.getByRole("heading", { name: "Ingen bygninger passer til filtrene" }).waitFor();
  await page.getByRole("main").getByRole("link", { name: "Ryd alle" }).last().click();
  await agreesWith(page, await answer(""));
  expect(paramsOf(page).get("layer")).toBe("trust");
});

test("what is opened, typed and ticked before the page's scripts have come stands, and is asked for when they have", async () => {
  const page = await browser.openAs("manager");
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  const opened = page.goto("/portfolio?use=school");
  const { filters } = onPage(page);
  const menu = page.getByTitle("Gemte visninger", { exact: true }).first();
  await filters.getByText("Forvaltning", { exact: true }).click();
  await page.getByLabel("Børne- og Ungdomsforvaltningen").check();
  await filters.getByRole("searchbox").fill("skole");
  await menu.click();
  release();
  await opened;
  await agreesWith(page, await answer("use=school&administration=BUF&q=skole"));
  expect(Object.fromEntries(paramsOf(page))).toMatchObject({
    use: "school",
    administration: "BUF",
    q: "skole",
  });
  await page.getByRole("textbox", { name: "Navn på visningen" }).fill("Skoler, BUF");
});
