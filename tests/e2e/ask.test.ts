import { sql } from "drizzle-orm";
import type { Page } from "playwright";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { desktop, phone, useBrowser } from "../helpers/browser.ts";
import { keptOnPhone } from "../helpers/kept-on-phone.ts";
import { usePhoneLine } from "../helpers/phone-line.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const line = usePhoneLine(site);
const browser = useBrowser(line);

const words = {
  da: {
    ask: "Meld eller bestil",
    send: "Send",
    text: "Ruden i døren er knust, nogen har kastet en sten",
    sent: "Tak, det er sendt.",
    kind: "Vindue",
    answer: "KEjd gør det, og jeres forvaltning betaler.",
  },
  en: {
    ask: "Report or order",
    send: "Send",
    text: "The pane in the door is broken, someone smashed it",
    sent: "Thank you, it is sent.",
    kind: "Window",
    answer: "KEjd does it, and your administration pays.",
  },
};

const countCases = async (): Promise<number> =>
  (await site.db.execute<{ n: number }>(sql`select count(*)::int as n from service_case`))[0]!.n;

const photoFile = async (background: string) => ({
  name: "IMG_0001.jpg",
  mimeType: "image/jpeg",
  buffer: await sharp({ create: { width: 3200, height: 2400, channels: 3, background } })
    .jpeg()
    .toBuffer(),
});

/** Waits as long as a person looks before a tap, and counts it. */
function person(page: Page) {
  const lookMs = 700;
  const began = Date.now();
  let taps = 0;
  const tap = async (name: string | RegExp, role: "link" | "button" = "button") => {
    await page.waitForTimeout(lookMs);
    await page
      .getByRole(role, { name, exact: typeof name === "string" })
      .first()
      .click();
    taps++;
  };
  return { tap, count: () => taps++, taps: () => taps, seconds: () => (Date.now() - began) / 1000 };
}

describe.each([
  ["da", phone],
  ["en", phone],
  ["da", desktop],
  ["en", desktop],
] as const)("an institution leader in %s", (locale, viewport) => {
  test(`asks from her place at ${viewport.width} pixels in six taps and a minute, and sees who acts before she sends`, async () => {
    const say = words[locale];
    const page = await browser.openAs("leader", { locale, viewport });
    await page.goto("/place");
    const she = person(page);
    await she.tap(say.ask, "link");
    const field = page.locator("#text");
    await field.click();
    she.count();
    await field.pressSequentially(say.text, { delay: 60 });
    she.count();
    await page.locator('input[type="file"]').setInputFiles(await photoFile("#aa5522"));
    await page.getByRole("button", { name: say.kind, exact: true, pressed: true }).waitFor();
    await page.getByText(say.answer).waitFor();
    await page.locator('img[src*="/thumbnail"]').waitFor();
    await she.tap(say.send);
    await page.waitForURL(/\/cases\/\d{4}-\d{6}\?sent/);
    await page.getByText(say.sent).waitFor();
    expect(she.taps()).toBeLessThanOrEqual(6);
    expect(she.seconds()).toBeLessThan(60);
    expect(await page.locator('img[src*="/thumbnail"]').count()).toBe(1);
    await page.getByText(say.text).waitFor();
  });
});

describe("what is typed", () => {
  const draftOn = (page: Page) => keptOnPhone(page, "ejendomsportalen-drafts");
  const begin = async (text: string, account = "leader") => {
    const page = await browser.openAs(account, { viewport: phone });
    await page.goto("/ask");
    await page.locator("#text").fill(text);
    return page;
  };

  test("survives closing the phone, photo and all, and is gone once it is sent", async () => {
    const page = await begin("Varmen virker ikke i køkkenet");
    await page.locator('input[type="file"]').setInputFiles(await photoFile("#2255aa"));
    await page.locator('img[src*="/thumbnail"]').waitFor();
    await page.getByText("KEjd gør det").waitFor();
    await expect.poll(() => draftOn(page)).toMatch(/Varmen virker.*"photos":\[\{"localId":"[^"]+","id":"/);
    await page.reload();
    await page.getByText("Vi har gemt det, du skrev sidst.").waitFor();
    expect(await page.locator("#text").inputValue()).toBe("Varmen virker ikke i køkkenet");
    await page.locator('img[src*="/thumbnail"]').waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL(/\?sent/);
    await expect.poll(() => draftOn(page)).not.toContain("Varmen");
    await page.goto("/ask");
    expect(await page.locator("#text").inputValue()).toBe("");
  });

  test("has a point on the drawing of the building, by tap and by arrows, and the case shows it", async () => {
    const page = await begin("Flisen ved lågen vipper");
    await page.getByText("Skift").click();
    await page.getByText("Peg på stedet").click();
    const plan = page.getByRole("button", { name: "Bygningen og grunden set fra oven" });
    const box = (await plan.boundingBox())!;
    await plan.click({ position: { x: box.width * 0.6, y: box.height * 0.4 } });
    await page.getByText("Stedet er sat.").waitFor();
    const tapped = await page.locator('input[name="position"]').inputValue();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => page.locator('input[name="position"]').inputValue()).not.toBe(tapped);
    const [lon, lat] = (await page.locator('input[name="position"]').inputValue()).split(",").map(Number);
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL(/\?sent/);
    await page.getByRole("img", { name: "Her er det" }).waitFor();
    const number = new URL(page.url()).pathname.split("/").at(-1)!;
    const [kept] = await site.db.execute<{ lon: number; lat: number }>(sql`
      select st_x(position_wgs84) as lon, st_y(position_wgs84) as lat from service_case where number = ${number}`);
    expect(kept!.lon).toBeCloseTo(lon!, 9);
    expect(kept!.lat).toBeCloseTo(lat!, 9);
  });

  test("is one case however often send is tapped", async () => {
    const page = await begin("Lyset blinker i garderoben");
    const before = await countCases();
    await page.getByText("Sådan går det").waitFor();
    await page.evaluate(() => {
      const form = document.querySelector("form:has(#text)") as HTMLFormElement;
      for (let tap = 0; tap < 5; tap++) form.requestSubmit();
    });
    await page.waitForURL(/\?sent/);
    expect(await countCases()).toBe(before + 1);
  });

  test("is one case where the answer was lost on the way and she tries again", async () => {
    const page = await begin("Toilettet løber hele tiden");
    const before = await countCases();
    await page.route("**/ask/send", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("Sagen bliver aldrig sendt to gange").waitFor();
    await page.unroute("**/ask/send");
    await page.getByRole("button", { name: "Prøv igen" }).click();
    await page.waitForURL(/\?sent/);
    expect(await countCases()).toBe(before + 1);
  });

  test("waits on the phone without network, and goes by itself when there is some", async () => {
    const page = await begin("Hegnet er væltet");
    await page.getByText("KEjd gør det").waitFor();
    await line.cut(page);
    await page.locator('input[type="file"]').setInputFiles(await photoFile("#22aa55"));
    await page.getByText("Venter på net").waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.getByText("Der er ikke net").waitFor();
    await line.mend(page);
    await page.waitForURL(/\?sent/);
    await page.locator('img[src*="/thumbnail"]').waitFor();
  });

  test("in two tabs is one case, and something else is asked about before it becomes another", async () => {
    const page = await begin("Døren binder");
    await expect.poll(() => draftOn(page)).toContain("Døren binder");
    const other = await page.context().newPage();
    await other.goto("/ask");
    await other.getByText("Vi har gemt det").waitFor();
    const before = await countCases();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL(/\?sent/);
    await other.getByRole("button", { name: "Send", exact: true }).click();
    await other.waitForURL(/\?sent/);
    expect(await countCases()).toBe(before + 1);
    expect(new URL(other.url()).pathname).toBe(new URL(page.url()).pathname);
  });

  test("of danger or running water shows the number first", async () => {
    const page = await begin("Vandet løber ud over gulvet i kælderen");
    const call = page.getByRole("link", { name: /Døgnvagt/ });
    await call.waitFor();
    expect(await call.getAttribute("href")).toMatch(/^tel:\d+$/);
    await page.getByText("Nummeret er fiktivt").waitFor();
  });

  test("may be several things: one number, one order each, one time line", async () => {
    const page = await begin("Vinduet kan ikke lukke");
    await page.getByRole("button", { name: "Vindue", exact: true, pressed: true }).waitFor();
    await page.getByRole("button", { name: "Tilføj en ting mere" }).click();
    await page.locator("#text").fill("Ekstra rengøring efter festen");
    await page.getByText("og I betaler").waitFor();
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL(/\?sent/);
    await expect.poll(() => page.getByRole("heading", { name: /\d{4}-\d{6}-[12]$/ }).count()).toBe(2);
  });

  test("that is reported already can be followed instead", async () => {
    const first = await begin("Tagrenden er utæt ved indgangen");
    await first.getByText("KEjd gør det").waitFor();
    await first.getByRole("button", { name: "Send", exact: true }).click();
    await first.waitForURL(/\?sent/);
    const again = await begin("Tagrenden er utæt ved indgangen", "deputy");
    await again.getByText("Er det den samme?").waitFor();
    await again.getByRole("button", { name: "Følg den i stedet" }).first().click();
    await again.getByText("Du følger den nu.").first().waitFor();
  });
});

test("without script she sends, and is told who acts before that if she asks", async () => {
  const page = await browser.openAs("leader", { viewport: phone, javaScriptEnabled: false });
  await page.goto("/ask");
  await page.locator("#text").fill("Låsen til skuret er gået i stykker");
  await page.locator('input[type="file"]').setInputFiles(await photoFile("#775511"));
  await page.getByRole("button", { name: "Se, hvem der gør det" }).click();
  await page.getByText("KEjd gør det").waitFor();
  expect(await page.locator("#text").inputValue()).toBe("Låsen til skuret er gået i stykker");
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.waitForURL(/\/cases\/\d{4}-\d{6}\?sent/);
  await page.locator('img[src*="/thumbnail"]').waitFor();
});
