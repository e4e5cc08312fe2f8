import { sql } from "drizzle-orm";
import type { Page } from "playwright";
import { expect } from "vitest";
import { toWorld } from "#app/components/map/frame.ts";
import { formatsIn } from "#app/i18n/format.ts";
import type { Db } from "#db/client.server.ts";
import type { Position } from "#geo/position.ts";
import type { ServedApp } from "./served-app.ts";

const format = formatsIn("da");

/** What the map's page says, read as a person would: by its labels, in Danish. */
export const onPage = (page: Page) => ({
  totals: page.getByRole("region", { name: "Tal for udvalget" }),
  filters: page.getByRole("search", { name: "Filtre" }),
  chips: page.getByRole("list", { name: "Aktive filtre" }),
  map: page.getByRole("application", { name: "Kort over bygningerne" }),
  layer: page.getByLabel("Farv efter"),
  list: page.getByRole("region", { name: "Liste over bygninger" }),
  rows: page.getByRole("region", { name: "Liste over bygninger" }).getByRole("rowheader"),
  selected: page.getByRole("region", { name: "Valgt bygning" }),
  only: page.getByLabel("Kun dette udsnit"),
});

/** The parameters of the address as it stands. */
export const paramsOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams;

/** Waits until the map has its buildings: its legend then counts them. */
export async function mapIsDrawn(page: Page): Promise<void> {
  await onPage(page).map.waitFor();
  await expect.poll(() => legendCounts(page)).not.toEqual([]);
}

/** The number of buildings beside each class of the legend. */
export async function legendCounts(page: Page): Promise<number[]> {
  const layer = await onPage(page).layer.locator("option:checked").innerText();
  const texts = await page.getByRole("group", { name: layer }).getByRole("listitem").allInnerTexts();
  return texts.flatMap((text) => {
    const [, count] = /\s([\d.]+)$/.exec(text.trim()) ?? [];
    return count ? [Number(count.replaceAll(".", ""))] : [];
  });
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

interface Summary {
  buildings: number;
  areaM2: { owned: number; leasedIn: number; total: number };
  ore: { exteriorBacklog: number };
}

/** What the API answers to the same filters, its list in an `order` of its own. */
export async function answerOf(site: ServedApp, cookie: string, query: string, order = "") {
  const ask = async <T>(path: string) => {
    const response = await site.get(path, cookie);
    expect([path, response.status]).toEqual([path, 200]);
    return (await response.json()) as T;
  };
  const summary = await ask<Summary>(`/api/v1/summary?${query}`);
  const list = await ask<{ total: number; items: { id: string; name: string }[] }>(
    `/api/v1/buildings?${[query, order, "limit=3"].filter(Boolean).join("&")}`,
  );
  return { ...summary, found: list.total, first: list.items };
}

/** Holds the totals and the count of the list against what the API answers to the same filters. */
export async function agreesWith(page: Page, answer: Awaited<ReturnType<typeof answerOf>>): Promise<void> {
  const { totals } = onPage(page);
  const said = async () => (await totals.innerText()).replaceAll(/\s+/g, " ");
  await expect.poll(said).toContain(`${format.number(answer.areaM2.total, 0)} m²`);
  expect(await said()).toMatch(
    new RegExp(`^Bygninger( i kortudsnittet)? ${format.number(answer.buildings)} `),
  );
  expect(await said()).toContain(format.ore(answer.ore.exteriorBacklog, "million").replaceAll(/\s/g, " "));
  await page
    .getByText(`af ${format.number(answer.found)}`)
    .first()
    .waitFor();
}

interface Place {
  id: string;
  name: string;
  lon: number;
  lat: number;
}

/** A building with as many others within some metres as asked for. */
export async function placeWith(db: Db, others: "none" | "several", meters: number): Promise<Place> {
  const [row] = await db.execute<Place & Record<string, unknown>>(sql`
    select building_id as id, name, lon, lat from portfolio_row_now r
     where tenure = 'owned' and (select count(*) from portfolio_row_now o where o.building_id <> r.building_id
       and abs(o.lon - r.lon) < ${meters / 62_600}::float8 and abs(o.lat - r.lat) < ${meters / 111_300}::float8)
       ${others === "none" ? sql`= 0` : sql`between 2 and 6`}
     order by building_id limit 1`);
  return row!;
}

/** Where a position stands in a map of a size whose middle and zoom are known, in pixels from its corner. */
export function pixelOf(
  position: Position,
  middle: Position,
  zoom: number,
  size: { width: number; height: number },
): { x: number; y: number } {
  const [[x, y], [middleX, middleY]] = [toWorld(position), toWorld(middle)];
  const worldPixels = 256 * 2 ** zoom;
  return {
    x: size.width / 2 + (x - middleX) * worldPixels,
    y: size.height / 2 + (y - middleY) * worldPixels,
  };
}
