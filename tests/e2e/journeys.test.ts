import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import type { Locator, Page } from "playwright";
import { describe, expect, test } from "vitest";
import type { MapPoints } from "#domain/map-data.ts";
import { accessibilityFaults, phone, useBrowser } from "../helpers/browser.ts";
import { agreesWith, answerOf, mapIsDrawn, onPage, paramsOf } from "../helpers/portfolio-page.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);
const answer = async (query: string) => answerOf(site, await site.signIn("manager"), query);

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Presses Tab until a thing has the focus, as a person does who knows what she is looking for. */
async function tabTo(page: Page, target: Locator, most = 40): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press("Tab");
    if ((await target.count()) > 0 && (await hasFocus(target.first()))) return;
  }
  throw new Error(`not reached by ${most} presses of Tab: ${target.toString()}`);
}

describe("with the keyboard alone", () => {
  test("a manager filters, skips the map, opens a building and comes back", async () => {
    const page = await browser.openAs("manager");
    await page.goto("/portfolio");
    await mapIsDrawn(page);
    await page.keyboard.press("Tab");
    expect(await hasFocus(page.getByRole("link", { name: "Gå til indholdet" }))).toBe(true);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await hasFocus(page.getByRole("searchbox", { name: "Søg", exact: true }))).toBe(true);
    await page.keyboard.type("skole");
    await expect.poll(() => paramsOf(page).get("q")).toBe("skole");
    const { filters, list, selected } = onPage(page);
    await tabTo(page, filters.locator("summary").filter({ hasText: "Forvaltning" }), 1);
    await page.keyboard.press("Enter");
    await tabTo(page, page.getByLabel("Børne- og Ungdomsforvaltningen"));
    await page.keyboard.press("Space");
    await agreesWith(page, await answer("q=skole&administration=BUF"));
    await page.keyboard.press("Escape");
    await expect.poll(() => hasFocus(filters.locator("summary").first())).toBe(true);
    await tabTo(page, page.getByRole("link", { name: "Spring kortet over" }));
    await page.keyboard.press("Enter");
    await tabTo(
      page,
      list
        .getByRole("rowheader")
        .first()
        .getByRole("link", { name: /på kortet/ }),
    );
    await page.keyboard.press("Enter");
    await selected.waitFor();
    const view = new URL(page.url()).search;
    await tabTo(page, list.getByRole("rowheader").nth(1).getByRole("link").first(), 60);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/buildings/**");
    await tabTo(page, page.getByRole("link", { name: "Tilbage til listen og kortet" }));
    await page.keyboard.press("Enter");
    await expect
      .poll(() => Object.fromEntries(paramsOf(page)))
      .toEqual(Object.fromEntries(new URLSearchParams(view)));
  });

  test("a manager pans and zooms the map, and draws a box with the space bar", async () => {
    const page = await browser.openAs("manager");
    await page.goto("/portfolio?at=55.68000,12.55000,13");
    await mapIsDrawn(page);
    const { map } = onPage(page);
    await map.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => Number(paramsOf(page).get("at")!.split(",")[1])).toBeGreaterThan(12.55);
    await page.keyboard.press("+");
    await expect.poll(() => paramsOf(page).get("at")).toMatch(/,14$/);
    await tabTo(page, page.getByRole("button", { name: "Tegn en firkant" }));
    await page.keyboard.press("Enter");
    expect(await hasFocus(map)).toBe(true);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Space");
    const rest = paramsOf(page).get("at");
    for (const key of ["ArrowRight", "ArrowRight", "ArrowDown", "ArrowDown"]) await page.keyboard.press(key);
    await expect.poll(() => paramsOf(page).get("at")).not.toBe(rest);
    await page.keyboard.press("Space");
    await expect.poll(() => paramsOf(page).get("ring")?.split(";").length).toBe(4);
    await page.getByRole("link", { name: "Fjern filteret Inden for det tegnede område" }).waitFor();
  });

  test("every menu opens by Enter, closes by Escape, and keeps WCAG 2.2 AA while it is open", async () => {
    const page = await browser.openAs("manager");
    await mapIsDrawn(page);
    const menus = page.locator("summary").filter({ visible: true });
    expect(await menus.count()).toBeGreaterThan(7);
    for (const menu of await menus.all()) {
      await menu.focus();
      await page.keyboard.press("Enter");
      await expect
        .poll(() => menu.evaluate((element) => element.parentElement!.hasAttribute("open")))
        .toBe(true);
      const name = await menu.innerText();
      expect([name, await accessibilityFaults(page, "details[open]")]).toEqual([name, []]);
      await page.keyboard.press("Escape");
      await expect.poll(() => hasFocus(menu)).toBe(true);
    }
  });
});

test("without script, a manager filters, pages, opens a building, keeps a view, changes language and signs out", async () => {
  const page = await browser.openAs("manager", { javaScriptEnabled: false });
  const { filters, rows } = onPage(page);
  await agreesWith(page, await answer(""));
  await page.getByText("Kortet kræver JavaScript.").waitFor();
  await filters.locator("summary").filter({ hasText: "Anvendelse" }).click();
  await page.getByLabel("Skole", { exact: true }).check();
  await filters.getByRole("button", { name: "Vis", exact: true }).last().click();
  await agreesWith(page, await answer("use=school"));
  const first = await rows.first().innerText();
  await page.getByRole("link", { name: "Vis flere" }).click();
  await expect.poll(() => rows.first().innerText()).not.toBe(first);
  await agreesWith(page, await answer("use=school"));
  await page.getByRole("link", { name: "Fra begyndelsen" }).click();
  await expect.poll(() => rows.first().innerText()).toBe(first);
  await page.getByTitle("Gemte visninger", { exact: true }).first().click();
  await page.getByRole("textbox", { name: "Navn på visningen" }).fill("Uden script");
  await page.getByRole("button", { name: "Gem visning" }).click();
  await page.getByTitle("Gemte visninger", { exact: true }).first().click();
  await page.getByRole("link", { name: "Uden script" }).first().click();
  await agreesWith(page, await answer("use=school"));
  const link = rows.first().getByRole("link").first();
  const name = await link.innerText();
  await link.click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await page.getByRole("link", { name: "Tilbage til listen og kortet" }).click();
  await expect.poll(() => paramsOf(page).get("use")).toBe("school");
  const language = () => page.getAttribute("html", "lang");
  await page.getByRole("button", { name: "English" }).click();
  await expect.poll(language).toBe("en");
  expect(paramsOf(page).get("use")).toBe("school");
  await page.getByRole("button", { name: "Dansk" }).click();
  await expect.poll(language).toBe("da");
  await page.locator("summary").filter({ hasText: "Ejendomsforvalter" }).click();
  await page.getByRole("button", { name: "Log ud" }).click();
  await page.getByRole("heading", { level: 1, name: "Log ind" }).waitFor();
  await page.goto("/portfolio");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

/** The ids of every building that an account meets: in the API's list, on the map, in the file. */
async function metBy(account: string) {
  const cookie = await site.signIn(account);
  const get = async (path: string) => (await site.get(path, cookie)).text();
  const list: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page = JSON.parse(await get(`/api/v1/buildings?limit=500${cursor && `&cursor=${cursor}`}`)) as {
      items: { id: string }[];
      nextCursor: string | null;
    };
    list.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  const map = (JSON.parse(await get("/portfolio/map-data?")) as MapPoints).id;
  const [head, ...rows] = parse(await get("/portfolio/export?format=csv"), {
    ...{ bom: true, delimiter: ";" },
  }) as string[][];
  const file = rows.map((row) => row[head!.length === row.length ? idColumn(head!) : -1]!);
  return { cookie, list: list.sort(), map: [...map].sort(), file: file.sort() };
}
const idColumn = (head: string[]): number => head.findIndex((name) => name === "Id");

const hitsOf = async (cookie: string, text: string) =>
  (await (await site.get(`/api/v1/search?q=${encodeURIComponent(text)}`, cookie)).text()).toLowerCase();

interface Known {
  id: string;
  name: string;
}
const known = async (condition: ReturnType<typeof sql>): Promise<Known[]> => [
  ...(await site.db.execute<Known & Record<string, unknown>>(
    sql`select building_id as id, name from portfolio_row_now r where ${condition} order by building_id`,
  )),
];

describe("everyone meets their own part of the portfolio and no more", () => {
  const hers = sql`r.unit_ids && (select g.unit_ids from account_grant g join account a on a.id = g.account_id
    where a.email = 'leader@demo.example' and g.role = 'leader')`;

  test("an institution leader finds her own buildings on a phone, and nobody else's anywhere", async () => {
    const own = await known(hers);
    const ids = own.map(({ id }) => id);
    const [other] = await known(sql`not (${hers}) and tenure = 'owned'`);
    const leader = await metBy("leader");
    expect(ids.length).toBeGreaterThan(0);
    expect([leader.list, leader.map, leader.file]).toEqual([ids, ids, ids]);
    const page = await browser.openAs("leader", { viewport: phone });
    expect(new URL(page.url()).pathname).toBe("/place");
    for (const { name } of own)
      await page.getByRole("main").getByRole("link", { name, exact: true }).first().waitFor();
    await page.goto("/portfolio?show=list");
    await page.getByText(`Viser ${own.length} af ${own.length}`).waitFor();
    const answered = await page.goto(`/buildings/${other!.id}`);
    expect([answered!.status(), await page.getByText(other!.name).count()]).toEqual([404, 0]);
    expect((await site.get(`/api/v1/buildings/${other!.id}`, leader.cookie)).status).toBe(404);
    expect(await hitsOf(leader.cookie, own[0]!.name)).toContain(own[0]!.id);
    expect(await hitsOf(leader.cookie, other!.name)).not.toContain(other!.id);
    await page.goto(`/search?q=${encodeURIComponent(other!.name)}`);
    expect(await page.getByRole("link", { name: other!.name }).count()).toBe(0);
  });

  test("the leader's deputy meets the same as she does", async () => {
    const { cookie: _, ...leader } = await metBy("leader");
    const { cookie: __, ...deputy } = await metBy("deputy");
    expect(deputy).toEqual(leader);
    const page = await browser.openAs("deputy", { viewport: phone });
    expect(new URL(page.url()).pathname).toBe("/place");
  });

  test("a planner meets every building but those of protected units, in no list, map, file or search", async () => {
    const open = (await known(sql`not r.is_protected and r.state = 'registered'`)).map(({ id }) => id);
    const [hidden] = await known(sql`r.is_protected`);
    const { cookie, list, map, file } = await metBy("planner");
    expect([list, map, file]).toEqual([open, open, open]);
    expect(await hitsOf(cookie, hidden!.name)).not.toContain(hidden!.id);
    expect(await hitsOf(await site.signIn("manager"), hidden!.name)).toContain(hidden!.id);
    expect((await site.get(`/buildings/${hidden!.id}`, cookie)).status).toBe(404);
    expect((await site.get(`/portfolio?ids=${hidden!.id}`, cookie)).status).toBe(200);
    expect(await (await site.get(`/portfolio?ids=${hidden!.id}`, cookie)).text()).not.toContain(hidden!.name);
  });
});
