import { chromium, type CDPSession, type Page } from "playwright";
import { findBrowser } from "../browser.mjs";
import { median } from "./measure-database.ts";
import { ms, type Line } from "./report.ts";
import { serveSite } from "./served-site.ts";
import { watchPage } from "./watch-page.ts";

const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"];
const closedNetwork = ["--disable-background-networking", "--disable-component-update", "--disable-sync"];
const tries = { loads: 3, moves: 10 };
const viewport = { width: 1440, height: 900 };

/** The map as a person at a desk meets it: how soon it shows marks, and how smoothly it moves. */
export async function measureMap(databaseUrl: string): Promise<Line[]> {
  const site = await serveSite(databaseUrl);
  const found = await findBrowser(null);
  if (!found) throw new Error("There is no browser to measure with");
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    args: [...flags, ...closedNetwork],
  });
  const [name = "", value = ""] = site.cookie.split("=");
  const context = await browser.newContext({ viewport, baseURL: site.origin });
  await context.addCookies([{ name, value, url: site.origin }]);
  // The loader that runs this script wraps functions in a helper of that name, which the page has not.
  const content = `{ const __name = (value) => value; (${watchPage.toString()})(); }`;
  await context.addInitScript({ content });
  try {
    const page = await context.newPage();
    const paints: number[] = [];
    for (let load = 0; load < tries.loads; load++) paints.push(await firstMarks(page));
    await page.waitForLoadState("networkidle");
    const session = await context.newCDPSession(page);
    const pans = await repeat(page, session, tries.moves, (nth) => drag(page, nth % 2 === 0 ? 1 : -1));
    const zooms = await repeat(page, session, tries.moves, (nth) => wheel(page, nth % 2 === 0 ? -1 : 1));
    return [
      { what: "first paint of marks", value: ms(median(paints)), goal: "", isMet: null },
      ...linesOf("pan", pans, 40),
      ...linesOf("zoom", zooms, null),
    ];
  } finally {
    await browser.close();
    await site.stop();
  }
}

/** Milliseconds from asking for the page until marks are on the canvas. */
async function firstMarks(page: Page): Promise<number> {
  await page.goto("/portfolio");
  const until = performance.now() + 60_000;
  while (performance.now() < until) {
    const paintedAt = await page.evaluate(() => window.benchFirstMarks);
    if (paintedAt !== undefined) return paintedAt;
    await page.waitForTimeout(50);
  }
  throw new Error("No mark was on the map within a minute");
}

/** Of one movement: the longest that the picture stood still, and how long the page's own script worked. */
interface Movement {
  longestFrameMs: number;
  scriptMs: number;
}

async function repeat(
  page: Page,
  session: CDPSession,
  times: number,
  move: (nth: number) => Promise<void>,
): Promise<Movement[]> {
  await session.send("Performance.enable");
  const script = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "ScriptDuration")!.value * 1000;
  };
  const movements: Movement[] = [];
  for (let nth = 0; nth < times; nth++) {
    const before = await script();
    await page.evaluate(() => window.benchFrames?.begin());
    await move(nth);
    const longestFrameMs = (await page.evaluate(() => window.benchFrames?.end())) ?? NaN;
    movements.push({ longestFrameMs, scriptMs: (await script()) - before });
    await page.waitForTimeout(300);
  }
  return movements;
}

const middle = { x: 450, y: 550 };

async function drag(page: Page, way: number): Promise<void> {
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++)
    await page.mouse.move(middle.x + way * step * 10, middle.y + step * 4 * way);
  await page.mouse.up();
  await page.waitForTimeout(400);
}

async function wheel(page: Page, way: number): Promise<void> {
  await page.mouse.move(middle.x, middle.y);
  await page.mouse.wheel(0, way * 180);
  await page.waitForTimeout(700);
}

function linesOf(what: string, movements: Movement[], most: number | null): Line[] {
  const frame = median(movements.map(({ longestFrameMs }) => longestFrameMs));
  const script = median(movements.map(({ scriptMs }) => scriptMs));
  return [
    {
      what: `${what}: longest frame`,
      value: ms(frame),
      goal: most === null ? "" : `≤ ${most} ms`,
      isMet: most === null ? null : frame <= most,
    },
    { what: `${what}: script in all`, value: ms(script), goal: "", isMet: null },
  ];
}
