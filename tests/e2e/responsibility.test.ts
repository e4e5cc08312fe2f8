import type { Page } from "playwright";
import { expect, test } from "vitest";
import { addDays, dayAt } from "#domain/day.ts";
import { phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);
const from = addDays(dayAt(new Date()), 40);

/** The answer in words, its hard spaces made soft. */
const said = async (page: Page) =>
  (await page.locator("[data-answer]").innerText()).replaceAll("\u00a0", " ");
const choose = (page: Page, label: string, option: string) =>
  page.getByRole("combobox", { name: label, exact: true }).first().selectOption({ label: option });

test("a manager asks what if, and changes a rule from a day", async () => {
  const page = await browser.openAs("manager");
  await page.getByRole("link", { name: "Snitflade" }).first().click();
  await choose(page, "Hvad", "Vindue");
  await choose(page, "Hvorfor", "Indbrud");
  await choose(page, "Ejerforhold", "Lejet af andre");
  await page.getByRole("button", { name: "Spørg" }).click();
  await page.waitForURL(/item=window/);
  const question = page.url();
  expect(await said(page)).toMatch(
    /^Den eksterne udlejer ordner det og betaler\. Der svares senest \d\d\.\d\d\.\d{4} \d\d\.\d\d, og det er i orden senest/,
  );

  await page.getByRole("link", { name: "Klimaskærm · Lejet af andre" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Klimaskærm · Lejet af andre" }).waitFor();
  await page.getByLabel("Gælder fra og med").fill(from);
  await choose(page, "Hvem gør det", "KEjd");
  await choose(page, "Hvem betaler", "KEjd");
  await page.getByLabel("Betalerens del").fill("60");
  await page.getByRole("button", { name: "Ret reglen" }).click();
  await page.getByRole("alert").getByText("Sig, hvem der betaler resten.").waitFor();
  await choose(page, "Hvem betaler resten", "Lejer (forvaltningen)");
  await page.getByLabel("Bestemmelsen på dansk").fill("KEjd holder det udvendige i lejede huse fra nytår.");
  await page.getByRole("button", { name: "Ret reglen" }).click();
  await page.getByText("Ændringen er gemt.").waitFor();

  await page.goto(`${question}&on=${from}`);
  expect(await said(page)).toContain("KEjd ordner det, og KEjd betaler 60 %, lejer (forvaltningen) 40 %.");
  await page.goto(`${question}&on=${addDays(from, -1)}`);
  expect(await said(page)).toContain("Den eksterne udlejer ordner det og betaler.");

  await page.goto(`${question}&on=${from}`);
  await page.getByRole("link", { name: "Klimaskærm · Lejet af andre" }).first().click();
  await page.getByRole("button", { name: "Fortryd ændringen" }).click();
  await page.getByText("Ændringen er fortrudt.").waitFor();
  await page.goto(`${question}&on=${from}`);
  expect(await said(page)).toContain("Den eksterne udlejer ordner det og betaler.");
});

test("on a phone, in English and without scripts, an auditor asks and reads, and closes nothing", async () => {
  const page = await browser.openAs("auditor", { locale: "en", viewport: phone, javaScriptEnabled: false });
  await page.goto("/responsibility");
  await choose(page, "What", "Paving and path");
  await choose(page, "Why", "Damage by the user");
  await page.getByRole("button", { name: "Ask" }).click();
  expect(await said(page)).toContain("KEjd does it, and the tenant (administration) pays.");
  expect(await page.getByText("It went before").count()).toBe(1);
  expect(await page.getByRole("link", { name: "Write a rule" }).count()).toBe(0);
  const wider = await page.evaluate("document.documentElement.scrollWidth > innerWidth").catch(() => false);
  expect(wider).toBe(false);
});
