import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import type { Locale } from "#app/i18n/locale.ts";
import { handOver } from "#app/i18n/hand-over.ts";
import { useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { xlsxRows } from "../helpers/xlsx-rows.ts";

const site = useServedApp({ demo: true });
const browser = useBrowser(site);

interface Summary {
  areaM2: { owned: number; leasedIn: number; outside: number };
  leases: { unknownToKejd: number };
}
const summary = async (): Promise<Summary> =>
  (await (await site.get("/api/v1/summary", await site.signIn("manager"))).json()) as Summary;
const sumOf = ({ areaM2 }: Summary) => areaM2.owned + areaM2.leasedIn + areaM2.outside;

/** Ten rows of the template that the page hands out, as they come. */
async function tenRows(locale: Locale): Promise<string> {
  const page = await browser.openAs("administration", { locale });
  await page.goto("/hand-over/file");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: handOver[locale].file.csv }).first().click(),
  ]);
  const [head, ...rows] = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
  expect(rows.length).toBeGreaterThanOrEqual(10);
  const place = path.join(tmpdir(), `ti-${locale}-${process.pid}.csv`);
  await writeFile(place, [head, ...rows.slice(0, 10)].join("\r\n"));
  return place;
}

test.each(["da", "en"] as const)(
  "an administration hands over ten leases with a file, KEjd takes them over, and the counter falls by ten (%s)",
  async (locale) => {
    const words = handOver[locale];
    const before = await summary();
    const page = await browser.openAs("administration", { locale });
    await page.goto("/hand-over/file");
    await page.getByLabel(words.file.file, { exact: true }).setInputFiles(await tenRows(locale));
    await page.getByRole("button", { name: words.file.submit }).click();
    await page.getByText(words.file.done("10")).waitFor();
    expect(await summary()).toEqual(before);

    const kejd = await browser.openAs("manager", { locale });
    const found = await site.db.execute<{ id: string }>(
      "select id from hand_over where kind = 'lease' order by number desc limit 10",
    );
    for (const { id } of found) {
      await kejd.goto(`/hand-over/${id}`);
      await kejd.getByRole("button", { name: words.page.takeOverDo, exact: true }).click();
      await kejd.getByText(words.events.takenOver).waitFor();
    }
    const after = await summary();
    expect(after.leases.unknownToKejd).toBe(before.leases.unknownToKejd - 10);
    expect(after.areaM2.leasedIn).toBeGreaterThan(before.areaM2.leasedIn);
    expect([sumOf(before), sumOf(after)]).toEqual([2_950_000, 2_950_000]);
    await kejd.goto("/hand-over/status");
    expect(await kejd.getByText(words.statusPage.takenOver, { exact: true }).count()).toBeGreaterThan(0);
  },
);

test("a file with wrong rows says row, field and reason, and nothing is handed over until it is asked for", async () => {
  const words = handOver.da;
  const page = await browser.openAs("administration");
  await page.goto("/hand-over/file");
  const lines = [
    "Vej;Husnr.;Postnr.;By;Areal (m²);Udlejer;Begyndte;Sidste dag",
    "Prøvevej;1;2300;København S;120;Udlejer (fiktiv);01.05.2024;01.04.2024",
    "Prøvevej;2;2300;København S;0;Udlejer (fiktiv);01.05.2024;",
    "Prøvevej;3;2300;København S;140;Udlejer (fiktiv);01.05.2024;",
    "Prøvevej;3;2300;København S;140;Udlejer (fiktiv);01.05.2024;",
  ];
  const file = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
  const send = async (isPartial: boolean) => {
    await page.getByLabel(words.file.file, { exact: true }).setInputFiles(file);
    if (isPartial) await page.getByLabel(words.file.partial).check();
    await page.getByRole("button", { name: words.file.submit }).click();
  };
  await send(false);
  await page.getByText("Aftalen slutter, før den begynder den 01.05.2024.").waitFor();
  expect(await page.getByText("Arealet skal være mellem 2 og 200.000 m².").count()).toBe(1);
  const counted = async () =>
    (
      await site.db.execute<{ n: number }>(
        "select count(*)::int as n from hand_over where facts ->> 'street' = 'Prøvevej'",
      )
    )[0]!.n;
  expect(await counted()).toBe(0);
  await send(true);
  await page.getByText(words.file.done("1")).waitFor();
  expect(await page.getByText("Det er det samme som række 4.").count()).toBe(1);
  expect(await counted()).toBe(1);
});

test("the Excel template can be sent back as it is, and a file that is none says so", async () => {
  const cookie = await site.signIn("administration");
  const template = await site.get("/hand-over/template?kind=lease&format=xlsx", cookie);
  const buffer = Buffer.from(await template.arrayBuffer());
  const rows = xlsxRows(buffer).length - 1;
  const page = await browser.openAs("administration");
  await page.goto("/hand-over/file");
  const file = page.getByLabel("Fil", { exact: true });
  await file.setInputFiles({
    name: "alt.xlsx",
    mimeType: "application/octet-stream",
    buffer: buffer.subarray(0, 900),
  });
  await page.getByRole("button", { name: "Send filen" }).click();
  await page.getByText(handOver.da.file.problems.unreadable).waitFor();
  await page
    .getByLabel("Fil", { exact: true })
    .setInputFiles({ name: "alt.xlsx", mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Send filen" }).click();
  await page.getByText(handOver.da.file.done(String(rows))).waitFor();
});
