import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import type { Page } from "playwright";
import { beforeAll, describe, expect, test } from "vitest";
import { getMapData } from "#db/queries/get-map-data.ts";
import type { Actor } from "#domain/actor.ts";
import type { MapCells, MapData } from "#domain/map-data.ts";
import { readPortfolioSearch } from "#domain/portfolio-search.ts";
import { parseBbox } from "#geo/bbox.ts";
import { accessibilityFaults, useBrowser } from "../helpers/browser.ts";
import { loadDay } from "../helpers/demo-template.ts";
import {
  agreesWith,
  answerOf,
  legendCounts,
  mapIsDrawn,
  onPage,
  paramsOf,
  pixelOf,
  placeWith,
  sum,
} from "../helpers/portfolio-page.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { xlsxRows } from "../helpers/xlsx-rows.ts";

const site = useServedApp();
const browser = useBrowser(site);
let cookie: string;
beforeAll(async () => {
  cookie = await site.signIn("manager");
});
const answer = (query: string, order = "") => answerOf(site, cookie, query, order);

/** The middle of the map is where the address says, so that is where a building named by `at` lies. */
const clickMiddle = (page: Page) => onPage(page).map.click();

describe("what is chosen in one place shows in the other", () => {
  test("a click on a mark chooses its building in the list, and a row of the list chooses it on the map", async () => {
    const lone = await placeWith(site.db, "none", 60);
    const page = await browser.openAs("manager");
    const { selected, rows } = onPage(page);
    await page.goto(`/portfolio?at=${lone.lat},${lone.lon},17`);
    await mapIsDrawn(page);
    await clickMiddle(page);
    await expect.poll(() => paramsOf(page).get("selected")).toBe(lone.id);
    await selected.getByText(lone.name).waitFor();
    await selected.getByRole("link", { name: "Fjern valget" }).click();
    await expect.poll(() => paramsOf(page).get("selected")).toBeNull();
    const other = rows.nth(3);
    const name = await other.getByRole("link").first().innerText();
    await other.getByText(/, 2\d{3}|, 1\d{3}/).click();
    await expect.poll(() => paramsOf(page).get("selected")).not.toBeNull();
    await selected.getByText(name).waitFor();
    await expect.poll(() => page.locator("tr[aria-current]").innerText()).toContain(name);
  });

  test("marks that lie on each other open a list, from which one is chosen or all are kept", async () => {
    const crowded = await placeWith(site.db, "several", 40);
    const page = await browser.openAs("manager");
    await page.goto(`/portfolio?at=${crowded.lat},${crowded.lon},12`);
    await mapIsDrawn(page);
    await clickMiddle(page);
    const list = page.getByRole("dialog", { name: /bygninger samme sted/ });
    await list.waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    const among = list.getByRole("listitem").getByRole("button");
    const count = await among.count();
    const name = (await among.nth(1).innerText()).split("\n")[0]!;
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await onPage(page).selected.getByText(name).first().waitFor();
    await clickMiddle(page);
    await list.getByRole("button", { name: "Vis kun disse" }).click();
    await onPage(page)
      .chips.getByRole("link", { name: `Fjern filteret ${count} udvalgte` })
      .waitFor();
    await page.getByText(`Viser ${count} af ${count}`).waitFor();
  });

  test("a chosen building that neither the rows nor the map hold is named all the same", async () => {
    const lone = await placeWith(site.db, "none", 60);
    const page = await browser.openAs("manager");
    await page.goto(`/portfolio?tenure=leasedIn&selected=${lone.id}`);
    await onPage(page).selected.getByText(lone.name).waitFor();
  });
});

describe("a part of the map is a part of the portfolio", () => {
  test("a drawn box is a filter, and the totals are of exactly what lies inside", async () => {
    const page = await browser.openAs("manager");
    await page.goto("/portfolio?at=55.68000,12.55000,13");
    await mapIsDrawn(page);
    await page.getByRole("button", { name: "Tegn en firkant" }).click();
    await onPage(page).map.click({ position: { x: 200, y: 160 } });
    await onPage(page).map.click({ position: { x: 520, y: 400 } });
    await expect.poll(() => paramsOf(page).get("ring")).not.toBeNull();
    const corners = paramsOf(page)
      .get("ring")!
      .split(";")
      .map((corner) => corner.split(",").map(Number));
    const [lons, lats] = [corners.map(([lon]) => lon!), corners.map(([, lat]) => lat!)];
    const inside = await answer(
      `bbox=${Math.min(...lons)},${Math.min(...lats)},${Math.max(...lons)},${Math.max(...lats)}`,
    );
    expect(inside.found).toBeGreaterThan(10);
    await agreesWith(page, inside);
    await expect.poll(async () => sum(await legendCounts(page))).toBe(inside.found);
    await onPage(page)
      .chips.getByRole("link", { name: "Fjern filteret Inden for det tegnede område" })
      .click();
    await agreesWith(page, await answer(""));
  });

  test("“only this area” follows the map wherever it goes", async () => {
    const page = await browser.openAs("manager");
    await page.goto("/portfolio?at=55.69970,12.54910,14");
    await mapIsDrawn(page);
    await onPage(page).only.check();
    await expect.poll(() => paramsOf(page).get("bbox")).not.toBeNull();
    const first = paramsOf(page).get("bbox")!;
    await agreesWith(page, await answer(`bbox=${first}`));
    await page.getByRole("button", { name: "Zoom ud" }).click();
    await expect.poll(() => paramsOf(page).get("bbox")).not.toBe(first);
    const second = await answer(`bbox=${paramsOf(page).get("bbox")}`);
    expect(second.found).toBeGreaterThan((await answer(`bbox=${first}`)).found);
    await agreesWith(page, second);
    expect(sum(await legendCounts(page))).toBe(second.found);
    await onPage(page).only.uncheck();
    await agreesWith(page, await answer(""));
  });
});

test("a view is saved, found again after signing in anew, and removed for good", async () => {
  const menu = async (page: Page) => page.getByTitle("Gemte visninger", { exact: true }).first().click();
  const page = await browser.openAs("manager");
  await page.goto("/portfolio?use=school&layer=condition&sort=area&order=desc");
  await menu(page);
  await page.getByRole("textbox", { name: "Navn på visningen" }).fill("Skoler, størst først");
  await page.getByRole("button", { name: "Gem visning" }).click();
  await page.getByText("Visningen er gemt.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const later = await browser.openAs("manager");
  await menu(later);
  await later.getByRole("link", { name: "Skoler, størst først" }).click();
  await agreesWith(later, await answer("use=school"));
  expect(Object.fromEntries(paramsOf(later))).toMatchObject({
    use: "school",
    layer: "condition",
    sort: "area",
  });
  await menu(later);
  await later.getByRole("button", { name: "Slet visningen Skoler, størst først" }).click();
  await later.getByText("„Skoler, størst først“ er slettet.").waitFor();
  await page.reload();
  await menu(page);
  expect(await page.getByRole("link", { name: "Skoler, størst først" }).count()).toBe(0);
});

test("the files are exactly what is listed, row for row and to the square metre", async () => {
  const page = await browser.openAs("manager");
  await page.goto("/portfolio?administration=SOF&sort=area&order=desc");
  const due = await answer("administration=SOF", "sort=area&order=desc");
  const fetched = async (kind: string) => {
    await page.getByTitle("Hent", { exact: true }).first().click();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: kind }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`^portefoelje-${loadDay}\\.(csv|xlsx)$`));
    await page.keyboard.press("Escape");
    return readFile(await file.path());
  };
  const csv = parse(await fetched("CSV"), { bom: true, delimiter: ";" }) as string[][];
  const xlsx = xlsxRows(await fetched("Excel (XLSX)"));
  for (const [head, ...rows] of [csv, xlsx]) {
    const at = (name: string) => head!.indexOf(name);
    const held = rows.filter((row) => row[at("Ejerforhold")] !== "Uden for KEjd");
    const areas = held.map((row) => Number(String(row[at("Areal m²")]).replace(",", ".")));
    expect([rows.length, Math.round(sum(areas) * 100) / 100]).toEqual([due.found, due.areaM2.total]);
    expect(rows.slice(0, 3).map((row) => row[at("Id")])).toEqual(due.first.map(({ id }) => id));
  }
});

test("above the number that a map can draw singly it shows cells, and a click on one leads into it", async () => {
  const [organisation] = await site.db.execute<{ id: string }>(sql`select id from organisation`);
  const id = organisation!.id;
  const grant = { role: "manager" as const, administrationIds: [], unitIds: [] };
  const manager: Actor = {
    ...{ accountId: id, organisationId: id, email: "", name: "", locale: null },
    grants: [grant],
  };
  const page = await browser.openAs("manager");
  const answers: MapData[] = [];
  // The real answer to the real question, for a map that can draw no more than 400.
  await page.route("**/portfolio/map-data?*", async (route) => {
    const params = new URL(route.request().url()).searchParams;
    const { search } = readPortfolioSearch(params, loadDay);
    const body = await getMapData(site.db, manager, search, parseBbox(params.get("viewport") ?? ""), 400);
    answers.push(JSON.parse(body) as MapData);
    await route.fulfill({ body, contentType: "application/json" });
  });
  await page.goto("/portfolio?at=55.68000,12.55000,12");
  await page.getByText("Felter viser antal bygninger. Zoom ind for at se dem enkeltvis.").waitFor();
  await agreesWith(page, await answer(""));
  const { map } = onPage(page);
  const box = (await map.boundingBox())!;
  const fullest = () => {
    const { count, lon, lat } = answers.at(-1) as MapCells;
    const best = count.indexOf(Math.max(...count));
    return pixelOf([lon[best]!, lat[best]!], [12.55, 55.68], 12, box);
  };
  await expect
    .poll(async () => {
      const { x, y } = fullest();
      await map.hover({ position: { x: x + 1, y } });
      await map.hover({ position: { x, y } });
      return page.getByText(/^[\d.]+ bygninger$/).count();
    })
    .toBe(1);
  await map.click({ position: fullest() });
  await expect.poll(() => paramsOf(page).get("at")).toMatch(/,14$/);
  await page.goto(`/portfolio?at=${paramsOf(page).get("at")!.replace(/14$/, "17")}`);
  await expect.poll(() => answers.at(-1)?.kind).toBe("points");
  await expect.poll(async () => sum(await legendCounts(page))).toBeGreaterThan(0);
});
