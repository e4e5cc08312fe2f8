import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { stepOrder } from "#db/commands/case/step-order.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import type { Actor } from "#domain/actor.ts";
import { newId, type Id } from "#domain/id.ts";
import type { OrderEvent } from "#domain/order/order-event.ts";
import { desktop, phone, useBrowser } from "../helpers/browser.ts";
import { useServedApp } from "../helpers/served-app.ts";
import { givenCase } from "../helpers/small-case.ts";

const site = useServedApp();
const browser = useBrowser(site);

async function demoActor(name: string): Promise<Actor> {
  const [row] = await site.db.execute<{ id: Id }>(
    sql`select id from account where email = ${`${name}@demo.example`}`,
  );
  return (await getActorByAccount(site.db, row!.id, new Date()))!;
}

/** A case of the demo's leader in her own building. */
async function givenOwnCase(leader: Actor) {
  const [unitId] = leader.grants.flatMap(({ unitIds }) => unitIds);
  const [row] = await site.db.execute<{ daycare: Id; buf: Id }>(sql`
    select r.building_id as daycare, u.administration_id as buf
      from portfolio_row_now r join unit u on u.id = any (r.unit_ids) where u.id = ${unitId} order by 1 limit 1`);
  const place = { organisationId: leader.organisationId, solsikken: unitId!, ...row! };
  return givenCase(site.db, place, { askedBy: leader.accountId, createdAt: new Date() });
}

const says = {
  da: {
    ...{
      answer: "Dit svar",
      sendAnswer: "Send svar",
      notRight: "Nej, det er ikke i orden",
      missing: "Hvad mangler der?",
    },
    ...{ reopen: "Genåbn sagen", confirm: "Ja, det er i orden", confirmed: "Godkendt af dig" },
  },
  en: {
    ...{
      answer: "Your answer",
      sendAnswer: "Send answer",
      notRight: "No, it is not all right",
      missing: "What is missing?",
    },
    ...{ reopen: "Reopen the case", confirm: "Yes, it is all right", confirmed: "Confirmed by you" },
  },
};

test.each([
  { locale: "da" as const, viewport: phone, script: true },
  { locale: "en" as const, viewport: desktop, script: true },
  { locale: "da" as const, viewport: phone, script: false },
])("a leader answers, reopens what is not right, and confirms ($locale, script $script)", async (visit) => {
  const { locale, viewport, script: javaScriptEnabled } = visit;
  const [leader, manager] = [await demoActor("leader"), await demoActor("manager")];
  const { number, orderId } = await givenOwnCase(leader);
  const step = async (event: OrderEvent, more: object = {}) =>
    expect(
      await stepOrder(site.db, manager, { eventId: newId(), orderId, event, ...more }, new Date()),
    ).toMatchObject({
      ok: true,
    });
  const stateIs = (state: string) =>
    expect
      .poll(
        async () => (await site.db.execute(sql`select state from service_order where id = ${orderId}`))[0],
      )
      .toEqual({ state });
  const words = says[locale];
  const page = await browser.openAs("leader", { locale, viewport, javaScriptEnabled });

  await step("assess");
  await step("askCustomer", { reason: "Hvilken rude?" });
  await page.goto(`/cases/${number}`);
  expect(await page.locator("main").innerText()).toContain("Hvilken rude?");
  await page.getByLabel(words.answer).fill("Den ved legepladsen");
  await page.getByRole("button", { name: words.sendAnswer }).click();
  await page.getByText("Den ved legepladsen").first().waitFor();
  await stateIs("assessed");

  await step("start");
  await step("finish", { payload: { outcome: "fixed" } });
  await page.reload();
  await page.getByText(words.notRight).click();
  await page.getByLabel(words.missing).fill("Den binder stadig");
  await page.getByRole("button", { name: words.reopen }).click();
  await page.getByText("Den binder stadig").first().waitFor();
  await stateIs("received");

  await step("assess");
  await step("start");
  await step("finish", { payload: { outcome: "fixed" } });
  await page.reload();
  await page.getByRole("button", { name: words.confirm }).click();
  await page.getByText(words.confirmed).first().waitFor();
  await stateIs("confirmed");
});
