import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { askApproval } from "#db/commands/approval/ask-approval.ts";
import { stepOrder } from "#db/commands/case/step-order.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import { phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { givenCase } from "../helpers/small-case.ts";

const site = useServedApp({ background: true });
const browser = useBrowser(site);

let leader: Actor;
let manager: Actor;
let administrationUser: Actor;
let place: { organisationId: Id; daycare: Id; solsikken: Id; buf: Id };

async function demoActor(name: string): Promise<Actor> {
  const [row] = await site.db.execute<{ id: Id }>(
    sql`select id from account where email = ${`${name}@demo.example`}`,
  );
  return (await getActorByAccount(site.db, row!.id, new Date()))!;
}

beforeAll(async () => {
  [leader, manager, administrationUser] = [
    await demoActor("leader"),
    await demoActor("manager"),
    await demoActor("administration"),
  ];
  const [unitId] = leader.grants.flatMap(({ unitIds }) => unitIds);
  const [row] = await site.db.execute<{ buildingId: Id; administrationId: Id }>(sql`
    select r.building_id as "buildingId", u.administration_id as "administrationId"
      from portfolio_row_now r join unit u on u.id = any (r.unit_ids) where u.id = ${unitId} order by 1 limit 1`);
  const { organisationId } = leader;
  place = { organisationId, daycare: row!.buildingId, solsikken: unitId!, buf: row!.administrationId };
});

test("a leader sees on her phone what happens to her case without loading the page again, and gets a mail of it", async () => {
  const given = await givenCase(site.db, place, { askedBy: leader.accountId, createdAt: new Date() });
  const page = await browser.openAs("leader", { viewport: phone });
  await page.goto(`/cases/${given.number}`);
  await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
  const before = await page.locator("main").innerText();
  expect(before).not.toContain("Rør lukket, ny pakning bestilt");
  const step = { eventId: newId(), orderId: given.orderId, event: "waitForPart" as const };
  await stepOrder(site.db, manager, { ...step, event: "assess" }, new Date());
  const reason = "Rør lukket, ny pakning bestilt";
  expect(await stepOrder(site.db, manager, { ...step, eventId: newId(), reason }, new Date())).toMatchObject({
    ok: true,
  });
  await expect.poll(() => page.locator("main").innerText()).toContain(reason);
  expect(await page.evaluate(() => "stillTheSamePage" in window)).toBe(true);
  // The demo begins with orders that are late, whose mails leave first.
  await expect
    .poll(async () => (await site.mails()).map(({ to }) => to?.[0]?.address), { timeout: 60_000 })
    .toContain(leader.email);
});

test("who pays approves by the link in the mail, without script; opening it decides nothing, and the next is told who did", async () => {
  const given = await givenCase(site.db, place, {
    ...{ askedBy: leader.accountId, createdAt: new Date() },
    order: {
      ...{ state: "awaitingApproval", payer: "tenant", priceOre: 18_500_00 },
      administrationId: administrationUser.grants[0]!.administrationIds[0]!,
    },
  });
  const { organisationId } = leader;
  const asked = {
    organisationId,
    orderId: given.orderId,
    approver: "administration" as const,
    amountOre: 18_500_00,
  };
  await askApproval(site.db, asked, new Date());
  const mailOf = async () =>
    (await site.mails()).find(({ text }) => text?.includes("/approve/") && text.includes("18.500"));
  await expect.poll(mailOf).toBeTruthy();
  const mail = (await mailOf())!;
  expect(mail.to?.[0]?.address).toBe(administrationUser.email);
  const link = /http\S+\/approve\/\S+/.exec(mail.text!)![0];
  const stateOf = async () =>
    (
      await site.db.execute<{ state: string }>(
        sql`select state from service_order where id = ${given.orderId}`,
      )
    )[0]!.state;

  const page = await browser.open({ viewport: phone, javaScriptEnabled: false });
  const said = () => page.locator("main").innerText();
  await page.goto(link);
  expect(await page.locator("h1").innerText()).toBe("Godkend eller afvis");
  expect(await stateOf()).toBe("awaitingApproval");
  await page.getByRole("button", { name: "Afvis" }).click();
  await expect.poll(said).toContain("Skriv, hvorfor du afviser");
  expect(await stateOf()).toBe("awaitingApproval");
  await page.getByRole("button", { name: "Godkend" }).click();
  await expect.poll(said).toContain("Du har godkendt 18.500,00");
  expect(await stateOf()).toBe("assessed");

  await page.goto(link);
  expect(await said()).toContain("Det er allerede godkendt af");
  expect(await page.getByRole("button", { name: "Godkend" }).count()).toBe(0);
});
