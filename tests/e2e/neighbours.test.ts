import { sql } from "drizzle-orm";
import type { Page } from "playwright";
import { beforeAll, expect, test } from "vitest";
import { newId, type Id } from "#domain/id.ts";
import { accessibilityFaults, phone, useBrowser } from "../helpers/browser.ts";
import { givenAccount, PASSWORD } from "../helpers/people.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const browser = useBrowser(site);

/** The building of the leader's that has most rooms. */
async function withRooms(): Promise<Id> {
  const [row] = await site.db.execute<{ id: Id }>(sql`
    select s.building_id as id from account a join account_grant g on g.account_id = a.id
      join contract k on k.unit_id = any (g.unit_ids) join tenancy t on t.contract_id = k.id
      join space s on s.building_id = t.building_id and s.valid_to is null
     where a.email = 'leader@demo.example' group by 1 order by count(*) desc, 1 limit 1`);
  return row!.id;
}

/** Makes a code for the first room that has none, as the leader, and takes the address from its sheet. */
async function addressOnTheWall(): Promise<string> {
  const leader = await browser.openAs("leader");
  await leader.goto("/qr");
  await leader.locator(`tbody th a[href*="building=${await withRooms()}"]`).click();
  await leader.waitForURL(/building=/);
  const rooms = leader.locator("input[name=place]");
  await rooms.nth(1).check();
  await leader.getByRole("button", { name: "Lav koder til de valgte" }).click();
  await leader.waitForURL(/was=made/);
  const address = await leader.getByRole("link", { name: "Prøv koden" }).first().getAttribute("href");
  await leader.getByRole("link", { name: "Vis ark til udskrift" }).click();
  await leader.getByText("Er noget i stykker?").first().waitFor();
  expect(await leader.getByText("Is something broken?").count()).toBeGreaterThan(0);
  expect(await leader.locator("svg[role=img]").count()).toBeGreaterThan(0);
  return address!;
}

async function scanAndReport(page: Page, address: string, text: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel("Hvad er der galt?").fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL(/\/follow\//);
}

test("staff scan the code on the wall, report without sign-in and follow by the private link", async () => {
  const address = await addressOnTheWall();
  const page = await browser.open({ viewport: phone });
  await page.goto(address);
  expect(await accessibilityFaults(page)).toEqual([]);
  await scanAndReport(page, address, "Vandhanen drypper hele tiden");
  await page.getByText("Tak. Din melding er modtaget.").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  const link = page.url().split("?")[0]!;
  // Days later, on another phone: the link is enough, and says where it stands.
  await site.db.execute(sql`
    insert into case_event (id, organisation_id, case_id, order_id, event, from_state, to_state, reason, actor_name,
           happened_at, recorded_at)
    select ${newId()}, o.organisation_id, o.case_id, o.id, 'plan', 'received', 'planned', 'Vi kommer på tirsdag', 'En ansat',
           now(), now() from service_order o join service_case c on c.id = o.case_id
     where c.text = 'Vandhanen drypper hele tiden'`);
  const later = await browser.open({ viewport: phone });
  await later.goto(link);
  await later.getByText("Vi kommer på tirsdag").waitFor();
  expect(await later.getByText("En ansat").count()).toBe(0);
});

test("the same is done without script", async () => {
  const address = await addressOnTheWall();
  const page = await browser.open({ viewport: phone, javaScriptEnabled: false });
  await scanAndReport(page, address, "Lampen blinker");
  expect(await page.getByText("Lampen blinker").count()).toBe(1);
});

interface Sides {
  building: Id;
  seller: string;
  buyer: string;
}
let sides: Sides;

/** The only two units under one roof in the demo, each with a leader of its own. */
beforeAll(async () => {
  const [shared] = await site.db.execute<{ building: Id; organisation: Id; units: Id[] }>(sql`
    select r.building_id as building, r.organisation_id as organisation,
           (select array_agg(u.id order by u.id) from unit u where u.id = any (r.unit_ids) and not u.is_protected) as units
      from portfolio_row_now r where not r.is_protected and cardinality(r.unit_ids) = 2 and r.state = 'registered'
       and not exists (select 1 from trade_agreement a where a.building_id = r.building_id) order by 1 limit 1`);
  const leaderOf = async (unitId: Id) =>
    (await givenAccount(site.db, shared!.organisation, { role: "leader", unitIds: [unitId] })).email;
  const [seller, buyer] = [await leaderOf(shared!.units[0]!), await leaderOf(shared!.units[1]!)];
  sides = { building: shared!.building, seller, buyer };
});

async function signIn(email: string): Promise<Page> {
  const page = await browser.open();
  await page.goto("/sign-in");
  await page.locator("input[type=email]").fill(email);
  await page.locator("input[type=password]").fill(PASSWORD);
  await page.locator("input[type=password]").press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  return page;
}

test("two units agree on a price and are settled", async () => {
  const seller = await signIn(sides.seller);
  await seller.goto(`/trade/new?building=${sides.building}`);
  await seller.getByLabel("Ydelse").selectOption("2500.02");
  await seller.getByLabel("Hvad er prisen for?").selectOption("month");
  await seller.getByLabel("Pris i kr. uden moms").fill("1.234,50");
  await seller.getByLabel("Gælder fra").fill(await firstOfLastMonth());
  await seller.getByRole("button", { name: "Gem og send til den anden part" }).click();
  await seller.getByText("Den gælder, når begge parter har sagt ja").waitFor();
  const agreement = new URL(seller.url()).pathname;

  const buyer = await signIn(sides.buyer);
  await buyer.goto("/trade");
  await buyer.getByText("Venter på dit ja").waitFor();
  await buyer.goto(agreement);
  await buyer.getByRole("button", { name: "Sig ja til aftalen" }).click();
  await buyer.getByText("Begge parter har sagt ja. Aftalen gælder.").waitFor();

  const manager = await browser.openAs("manager");
  await manager.goto("/trade/settlements");
  await manager.getByText("−1.234,50 kr.").first().waitFor();
  await manager.locator("summary", { hasText: "Afregn" }).click();
  await manager.getByRole("button", { name: "Ja, afregn måneden" }).click();
  await manager.getByText("Måneden er afregnet.").waitFor();

  await buyer.goto(agreement);
  await buyer.getByRole("cell", { name: "1.234,50 kr." }).waitFor();
  await buyer.goto("/trade");
  await buyer
    .getByRole("link", { name: /Opgørelse for/ })
    .first()
    .click();
  await buyer.getByRole("cell", { name: "−1.234,50 kr." }).waitFor();
  expect(await accessibilityFaults(buyer)).toEqual([]);
});

/** The first day of the month that ended last, which is the one that is settled. */
async function firstOfLastMonth(): Promise<string> {
  const [row] = await site.db.execute<{ day: string }>(sql`
    select to_char(date_trunc('month', now() at time zone 'Europe/Copenhagen') - interval '1 month', 'YYYY-MM-DD') as day`);
  return row!.day;
}
