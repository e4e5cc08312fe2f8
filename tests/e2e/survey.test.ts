import { sql } from "drizzle-orm";
import type { Page } from "playwright";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { accessibilityFaults, phone, useBrowser } from "../helpers/browser.ts";
import { keptOnPhone } from "../helpers/kept-on-phone.ts";
import { usePhoneLine } from "../helpers/phone-line.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const line = usePhoneLine(site);
const browser = useBrowser(line);
const today = dayAt(new Date());

const words = {
  da: {
    ...{
      sent: "Alt er sendt.",
      offline: "Uden net.",
      begin: "Begynd synet",
      add: "Tilføj en skade",
      try: "Prøv nu",
    },
    ...{
      what: "Hvad er der galt?",
      severity: "Hvor alvorlig",
      intensity: "Hvor langt",
      extent: "Hvor meget af delen?",
    },
    ...{
      save: "Gem bygningsdelen",
      saved: "Gemt på telefonen",
      sign: "Underskriv synet",
      quantity: "Mængde",
    },
    ...{ photo: "Tag et billede", waits: "6 ting venter på at blive sendt.", seen: "3 af" },
    ...{ done: "Synet er underskrevet og sendt.", now: "Uegnet" },
    ...{ gone: "Den er her ikke længere", goneNow: "Findes ikke længere", note: "Bemærkning" },
    ...{ unsaved: "Ikke gemt endnu", signUnsaved: "Du har skrevet om en bygningsdel uden at gemme." },
  },
  en: {
    ...{
      sent: "Everything has been sent.",
      offline: "Offline.",
      begin: "Begin the survey",
      add: "Add a defect",
    },
    ...{ try: "Try now", what: "What is wrong?", severity: "How serious", intensity: "How far" },
    ...{ extent: "How much of the element?", save: "Keep the element", saved: "Kept on the phone" },
    ...{
      sign: "Sign the survey",
      quantity: "Quantity",
      photo: "Take a photo",
      waits: "6 things wait to be sent.",
    },
    ...{ gone: "It is not here any more", goneNow: "Not there any more", note: "Remark" },
    ...{ unsaved: "Not saved yet", signUnsaved: "You have typed about one element without saving." },
    ...{ seen: "3 of", done: "The survey is signed and sent.", now: "Unfit" },
  },
};
type Words = (typeof words)["da"];

/** The manager's next visit that nobody has begun. */
async function nextVisit(): Promise<{ building: Id; name: string }> {
  const [row] = await site.db.execute<{ building: Id; name: string }>(sql`
    select v.building_id as building, b.name from survey_visit v join building b on b.id = v.building_id
      join account a on a.id = v.surveyor_id
     where v.survey_id is null and v.cancelled_at is null and a.email = 'manager@demo.example'
     order by v.planned_on, v.stop limit 1`);
  return row!;
}

const photo = async () => ({
  ...{ name: "tag.jpg", mimeType: "image/jpeg" },
  buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: "#8a4b3a" } })
    .jpeg()
    .toBuffer(),
});

/** Types of an element that it is gone without saving, opens the page anew, and finds it as it was typed. */
async function typeAndReload(page: Page, say: Words, index: number) {
  const element = page.locator("details[data-element]").nth(index);
  await element.locator("summary").first().click();
  await element.getByLabel(say.gone).check();
  await element.getByLabel(say.note).fill("Revet ned i foråret");
  await expect.poll(() => keptOnPhone(page, "surveys")).toContain("Revet ned i foråret");
  await page.reload();
  await page.getByText(say.unsaved).waitFor();
  await page.getByRole("button", { name: say.sign }).click();
  await page.getByText(say.signUnsaved).waitFor();
  await element.locator("summary").first().click();
  expect(await element.getByLabel(say.note).inputValue()).toBe("Revet ned i foråret");
  await element.getByRole("button", { name: say.save }).click();
  await element.getByText(say.goneNow).waitFor();
}

/** Says of the element at a place in the list that most of it is in the worst way, and gives it a quantity. */
async function observe(page: Page, say: Words, index: number, quantity: string) {
  const element = page.locator("details[data-element]").nth(index);
  await element.locator("summary").first().click();
  await element.getByLabel(say.quantity).fill(quantity);
  await element.getByRole("button", { name: say.add }).click();
  await element.getByLabel(say.what).fill("Gennemtæret");
  await element.getByLabel(say.severity).selectOption("critical");
  await element.getByLabel(say.intensity).selectOption("high");
  await element.getByLabel(say.extent).fill("90");
  await element.getByText(say.now).last().waitFor();
  await element.getByRole("button", { name: say.save }).click();
  await element.getByText(say.saved).waitFor();
  return element;
}

const countsOf = async (building: Id) => {
  const [row] = await site.db.execute(sql`
    select (select count(*)::int from survey s where s.building_id = ${building} and s.surveyor_id is not null) as surveys,
           (select count(*)::int from element_observation o join survey s on s.id = o.survey_id
             where s.building_id = ${building} and s.surveyor_id is not null) as seen,
           (select count(*)::int from observation_photo p join element_observation o on o.id = p.observation_id
             where o.building_id = ${building}) as photos`);
  return row;
};

describe("A surveyor's visit", () => {
  test.each(["da", "en"] as const)(
    "is walked without network, opened again, sent and signed; the building has its new condition, nothing is doubled (%s)",
    async (locale) => {
      const say = words[locale];
      const { building, name } = await nextVisit();
      const page = await browser.openAs("manager", { locale, viewport: phone });
      await page.goto("/surveys/visit");
      await page.getByText(say.sent).waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.getByRole("link", { name }).first().click();
      await page.getByRole("button", { name: say.begin }).click();
      await page.getByText(say.sent).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await line.cut(page);
      const first = await observe(page, say, 0, "120");
      await first.getByLabel(say.photo).setInputFiles(await photo());
      expect(await accessibilityFaults(page)).toEqual([]);
      await observe(page, say, 1, "80,5");
      await observe(page, say, 2, "60");
      await page.getByText(say.offline).waitFor();
      await page.reload();
      expect(new URL(page.url()).pathname).toBe("/surveys/offline");
      await page.getByText(say.seen).waitFor();
      await typeAndReload(page, say, 3);
      await page.getByRole("button", { name: say.sign }).click();
      await page.getByText(say.waits).waitFor();
      expect(await countsOf(building)).toEqual({ surveys: 1, seen: 0, photos: 0 });
      await line.mend(page);
      await page.getByRole("button", { name: say.try }).click();
      await page.getByText(say.done).waitFor();
      expect(await countsOf(building)).toEqual({ surveys: 1, seen: 4, photos: 1 });
      const [ended] = await site.db.execute<{ count: number }>(
        sql`select count(*)::int as count from element where building_id = ${building} and valid_to = ${today}`,
      );
      expect(ended!.count).toBe(1);
      const [row] = await site.db.execute<{ day: string; condition: number; signed: number }>(sql`
        select r.surveyed_on::text as day, r.condition, (select s.condition from survey s
                 where s.building_id = r.building_id and s.surveyor_id is not null and s.signed_at is not null) as signed
          from portfolio_row_now r where r.building_id = ${building}`);
      expect(row).toMatchObject({ day: today, condition: row!.signed });
      await page.goto(`/buildings/${building}`);
      await page.getByText("Gennemtæret").first().waitFor({ state: "attached" });
    },
  );
});
