import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sendTable } from "../helpers/send-table.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const source = "Syn 2011, prøve";

const upload = async (csv: string, fields: Record<string, string>) =>
  sendTable(site, {
    ...{ as: await site.signIn("manager"), to: "/surveys/import", csv },
    fields: { scale: "K0–K3", source, ...fields },
  });

const brought = () =>
  site.db.execute(sql`select surveyed_on::text as day, condition from survey where source = ${source}`);

test("older surveys are tried, then brought in; each line that cannot be used is told of with its number", async () => {
  const [house] = await site.db.execute<{ id: string }>(sql`
    select building_id as id from portfolio_row_now where tenure = 'owned' order by building_id limit 1`);
  const csv = `bygning;dato;karakter\n${house!.id};30-04-2011;K2\n${house!.id};31-02-2011;K1\n`;
  const tried = await upload(csv, { intent: "try" });
  expect([tried.status, await brought()]).toEqual([200, []]);
  expect(tried.html).toContain("Brugbare linjer: 1, syn: 1, ubrugelige linjer: 1. Intet er gemt endnu.");
  expect(tried.html).toMatch(/<th[^>]*>3<\/th><td[^>]*>Datoen kan ikke læses\.<\/td>/);
  expect(tried.html).toContain(`value="${source}"`);
  await upload(csv, { intent: "save" });
  expect(await brought()).toEqual([{ day: "2011-04-30", condition: 5 }]);
});

test("of very many such lines the page says how many it shows, and a file without a source is refused", async () => {
  const csv = `bygning;dato;karakter\n${"x;30-04-2011;K9\n".repeat(1_203)}`;
  const { html } = await upload(csv, { intent: "save" });
  expect(html).toContain("Ingen af linjerne kan bruges. Intet er gemt.");
  expect(html).toContain("Viser 200 af 1.203");
  const nameless = await upload(csv, { intent: "save", source: " " });
  expect(nameless.status).toBe(422);
  expect(nameless.html).toContain("Skriv, hvor synene kommer fra.");
});
