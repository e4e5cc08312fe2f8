import { expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { commandLineActor } from "#domain/register-import/import-actor.ts";
import { importRegister } from "#app/jobs/register-import/import-register.ts";
import { accessibilityFaults, desktop, phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { registerFile, smallRegister } from "../helpers/staged-register.ts";

/* One story, told in order: a city without anything begins, and ends with its own buildings on the map. */

const site = useServedApp({ demo: false });
const browser = useBrowser(site);
const email = "anna@test.example";
const password = "a sentence nobody guesses";
const views = [
  ["da", desktop],
  ["en", desktop],
  ["da", phone],
  ["en", phone],
] as const;

/** What is wrong with pages for those who see, hear or hold them differently, in both languages and sizes. */
async function faultsOf(addresses: string[], isSignedIn: boolean): Promise<string[]> {
  const faults: string[] = [];
  for (const [locale, viewport] of views) {
    const page = await browser.open({ locale, viewport });
    if (isSignedIn) await signIn(page);
    for (const address of addresses) {
      await page.goto(address, { waitUntil: "networkidle" });
      expect([address, new URL(page.url()).pathname]).toEqual([address, address.split("?")[0]]);
      const found = await accessibilityFaults(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (overflow > 0) found.push(`${overflow} pixels wider than the window`);
      faults.push(...found.map((fault) => `${address} (${locale}, ${viewport.width}): ${fault}`));
    }
  }
  return faults;
}

async function signIn(page: Awaited<ReturnType<typeof browser.open>>) {
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(password);
  await page.locator("input[type=password]").press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

async function takeIn() {
  const [row] = await site.db.execute<{ id: string }>(sql`select id from organisation`);
  const actor = commandLineActor(row!.id);
  const options = { isApplied: true, now: new Date() };
  return (await importRegister(site.db, actor, registerFile(smallRegister), options)).counts;
}

test("the setup page keeps WCAG 2.2 AA", async () => {
  expect(await faultsOf([`/setup?token=${site.setupToken}`], false)).toEqual([]);
});

test("the first administrator sets up, takes a file in, says what is ours, and finds it on the map", async () => {
  const page = await browser.open();
  await page.goto(`/setup?token=${site.setupToken}`);
  await page.getByLabel("Organisation", { exact: false }).first().fill("Prøveby Kommune (fiktiv)");
  await page.locator("[name=name]").fill("Anna Prøve (fiktiv)");
  await page.locator("[name=email]").fill(email);
  await page.locator("[name=password]").fill(password);
  await page.locator("[name=password]").press("Enter");
  await page.waitForURL("**/portfolio**");
  await page.getByRole("link", { name: "Til afklaring" }).click();
  await page.getByRole("heading", { name: "Her venter ingen rækker" }).waitFor();

  expect(await takeIn()).toMatchObject({ staged: 4, refused: 0 });
  await page.reload();
  await page.getByText("2 kan bekræftes, som de er").waitFor();

  await page.getByRole("button", { name: "Bekræft som vores" }).click();
  await page.getByRole("alert").getByText("Vælg mindst én række").waitFor();
  await page.getByLabel("Alle 4, som filteret finder").check();
  await page.getByRole("radio", { name: "Ejet", exact: true }).check();
  await page.getByRole("button", { name: "Bekræft som vores" }).click();
  await page.getByText("2 bygninger er nu i registret.").waitFor();
  await page.getByText("2 venter stadig: 1 mangler adresse, 1 mangler placering.").waitFor();

  await page.getByRole("link", { name: "Uden adresse" }).click();
  await page.getByRole("heading", { name: "Ret og bekræft" }).waitFor();
  await page.getByRole("radio", { name: "Ejet", exact: true }).check();
  await page.getByLabel("BFE-nummer").fill("hundrede");
  await page.getByLabel("Vej", { exact: true }).fill("Testvej");
  await page.getByRole("button", { name: "Bekræft som vores" }).click();
  const alert = page.getByRole("alert");
  await alert.getByRole("link", { name: "Et BFE-nummer er kun cifre, højst ti." }).waitFor();
  await alert.getByRole("link", { name: "Skriv hele adressen: vej, husnummer, postnummer og by." }).waitFor();
  expect(await page.getByLabel("Vej", { exact: true }).inputValue()).toBe("Testvej");
  expect(await page.getByRole("radio", { name: "Ejet", exact: true }).isChecked()).toBe(true);
  await page.getByLabel("BFE-nummer").fill("123456");
  await page.getByLabel("Husnr.").fill("7");
  await page.getByLabel("Postnr.").fill("2200");
  await page.getByLabel("By", { exact: true }).fill("København N");
  await page.getByLabel("Navn").fill("Testskolen (fiktiv)");
  await page.getByRole("button", { name: "Bekræft som vores" }).click();
  await page.waitForURL("**/buildings/**");
  await page.getByRole("heading", { level: 1, name: "Testskolen (fiktiv)" }).waitFor();

  await page.goto("/register/staged");
  await page.getByLabel(/^Vælg Prøvegade 3/).check();
  await page.getByRole("textbox", { name: "Begrundelse" }).fill("privat ejet");
  await page.getByRole("button", { name: "Afvis" }).click();
  await page.getByText("Afvist: 1.").waitFor();

  await page.goto("/portfolio");
  const list = page.getByRole("table").first();
  for (const name of ["Prøvegade 1, bygning 1", "Prøvegade 4, bygning 1", "Testskolen (fiktiv)"])
    await list.getByRole("link", { name }).first().waitFor();
  const summary = await page.evaluate(async () => (await fetch("/api/v1/summary")).json());
  expect(summary).toMatchObject({ buildings: 3, addresses: 3, areaM2: { owned: 3002 } });
});

test("the same file again changes nothing, and does not bring back what was rejected", async () => {
  expect(await takeIn()).toEqual({ added: 0, changed: 0, unchanged: 3, ignored: 1, staged: 0, refused: 0 });
});

test("the pages of the staging keep WCAG 2.2 AA, filled, empty and settled", async () => {
  const page = await browser.open();
  await signIn(page);
  await page.goto("/register/staged?state=rejected");
  await page.getByLabel("Alle 1, som filteret finder").check();
  await page.getByRole("button", { name: "Fortryd afvisning" }).click();
  await page.getByText("Venter igen: 1.").waitFor();
  const [row] = await site.db.execute<{ id: string }>(
    sql`select id from staged_building where decision is null`,
  );
  const [settled] = await site.db.execute<{ id: string }>(
    sql`select id from staged_building where decision = 'confirmed' order by id limit 1`,
  );
  const pages = ["", "?state=confirmed", "?state=rejected", `/${row!.id}`, `/${settled!.id}`];
  expect(
    await faultsOf(
      pages.map((rest) => `/register/staged${rest}`),
      true,
    ),
  ).toEqual([]);
}, 120_000);
