import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { agreeToTrade } from "#db/commands/trade/agree-to-trade.ts";
import { changeTerms, endAgreement } from "#db/commands/trade/change-agreement.ts";
import { draftAgreement } from "#db/commands/trade/draft-agreement.ts";
import { recordCorrection } from "#db/commands/trade/record-correction.ts";
import { recordDelivery } from "#db/commands/trade/record-delivery.ts";
import { settleMonth } from "#db/commands/trade/settle-month.ts";
import type { Db } from "#db/client.server.ts";
import { getTradeStatement } from "#db/queries/trade/get-statement.ts";
import { getTradeAgreement, listTradeAgreements } from "#db/queries/trade/list-agreements.ts";
import { listSharedBuildings } from "#db/queries/trade/list-shared-buildings.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { TradeTerms } from "#domain/trade/terms-form.ts";
import { useDatabase } from "../helpers/database.ts";
import { recordedOf } from "../helpers/people.ts";
import { givenHouse, type House } from "../helpers/shared-house.ts";

const database = useDatabase();
const now = new Date("2026-11-20T10:00:00Z");

const terms = (given: Record<string, string> = {}): TradeTerms =>
  TradeTerms.parse({
    ...{ serviceCode: "2500.02", description: "Pedellen hjælper", basis: "month", quantity: "1" },
    ...{ unitPrice: "1.000,00", validFrom: "2026-09-16", lastDay: "" },
    ...given,
  });

async function givenDraft(db: Db, house: House, given: Record<string, string> = {}): Promise<Id> {
  const { buildingId, school: sellerUnitId, club: buyerUnitId } = house;
  const draft = { buildingId, sellerUnitId, buyerUnitId, terms: terms(given) };
  const drafted = await draftAgreement(db, house.bySchool, draft, now);
  if (!drafted.ok) throw new Error(drafted.refusal);
  return drafted.value;
}

const seenOf = async (db: Db, actor: Actor, id: Id) => (await getTradeAgreement(db, actor, id))!;

async function givenActive(db: Db, house: House, given: Record<string, string> = {}): Promise<Id> {
  const id = await givenDraft(db, house, given);
  expect(await agreeToTrade(db, house.byClub, id, await seenOf(db, house.byClub, id))).toEqual({
    ...{ ok: true, value: "active" },
  });
  return id;
}

const linesOf = async (db: Db, id: Id) => [
  ...(await db.execute<{ month: string; kind: string; amountOre: number }>(sql`
    select to_char(t.month, 'YYYY-MM') as month, l.kind, l.amount_ore as "amountOre" from trade_line l
      join trade_settlement t on t.id = l.settlement_id where l.agreement_id = ${id} order by 1, 2 desc, 3 desc`)),
];

describe("agreeing", () => {
  test("takes both sides, each for itself", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const id = await givenDraft(db, house);
      const shown = await seenOf(db, house.byClub, id);
      expect(shown).toMatchObject({ state: "draft", hasSellerAgreed: true, hasBuyerAgreed: false });
      expect(await agreeToTrade(db, house.bySchool, id, shown)).toEqual({ ok: true, value: "waiting" });
      expect(await agreeToTrade(db, house.byManager, id, shown)).toMatchObject({ refusal: "notASide" });
      expect(await agreeToTrade(db, house.byClub, id, shown)).toEqual({ ok: true, value: "active" });
      expect((await recordedOf(db, id)).map(({ action }) => action)).toEqual(["create", "agree", "agree"]);
    }));

  test("never makes anything active without a price, by command or by hand", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const id = await givenDraft(db, house, { unitPrice: "" });
      const shown = await seenOf(db, house.byClub, id);
      expect(await agreeToTrade(db, house.byClub, id, shown)).toMatchObject({ refusal: "unpriced" });
      await expect(
        db.transaction((tx) => tx.execute(sql`update trade_agreement set state = 'active' where id = ${id}`)),
      ).rejects.toMatchObject({ cause: { constraint_name: "trade_agreement_priced" } });
    }));

  test("is to what was shown: a price that was changed meanwhile asks for a new yes", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const id = await givenDraft(db, house);
      const shown = await seenOf(db, house.byClub, id);
      expect(await changeTerms(db, house.bySchool, id, terms({ unitPrice: "2000" }))).toMatchObject({
        ok: true,
      });
      expect(await agreeToTrade(db, house.byClub, id, shown)).toMatchObject({ refusal: "termsChanged" });
    }));

  test("is for units that share the house, and a protected neighbour is not named", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const [building] = await listSharedBuildings(db, house.bySchool, { id: house.buildingId });
      expect(building!.units.map(({ name, isOwn }) => [name, isOwn])).toEqual([
        ...[
          ["Klubben", false],
          ["Skolen", true],
        ],
      ]);
      const draft = { buildingId: house.buildingId, sellerUnitId: house.school, terms: terms() };
      const withShelter = { ...draft, buyerUnitId: house.shelter };
      expect(await draftAgreement(db, house.bySchool, withShelter, now)).toMatchObject({
        refusal: "notShared",
      });
      const own = { ...draft, buyerUnitId: house.school };
      expect(await draftAgreement(db, house.bySchool, own, now)).toMatchObject({ refusal: "sameUnit" });
      const between = { ...draft, buyerUnitId: house.club };
      expect(await draftAgreement(db, house.byStranger, between, now)).toMatchObject({ ok: false });
    }));

  test("shows an agreement to its two sides and to those who see all, and to nobody else", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const id = await givenActive(db, house);
      const seen = async (actor: Actor) => (await listTradeAgreements(db, actor)).items.map((one) => one.id);
      for (const actor of [house.bySchool, house.byClub, house.byManager, house.byPlanner])
        expect(await seen(actor)).toEqual([id]);
      expect(await seen(house.byStranger)).toEqual([]);
      expect(await getTradeAgreement(db, house.byStranger, id)).toBeNull();
      expect(await endAgreement(db, house.byStranger, id, "2026-12-31")).toMatchObject({
        refusal: "notFound",
      });
      expect(await getTradeStatement(db, house.byStranger, house.school, 2026)).toBeNull();
    }));
});

describe("settling", () => {
  test("gives each side its line, together zero, once a month however often it is asked for", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const id = await givenActive(db, house);
      expect(await settleMonth(db, house.byManager, "2026-09", now)).toMatchObject({
        value: { isRepeated: false },
      });
      const line = { month: "2026-09", kind: "service" };
      const stands = [500_00, -500_00].map((amountOre) => ({ ...line, amountOre }));
      expect(await linesOf(db, id)).toEqual(stands);
      expect(await settleMonth(db, house.byManager, "2026-09", now)).toMatchObject({
        value: { isRepeated: true },
      });
      expect(await linesOf(db, id)).toEqual(stands);
    }));

  test("is for those who keep the services, for months that are over, in their order", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      expect(await settleMonth(db, house.bySchool, "2026-09", now)).toMatchObject({ refusal: "notAllowed" });
      expect(await settleMonth(db, house.byManager, "2026-11", now)).toMatchObject({ refusal: "notOver" });
      expect(await settleMonth(db, house.byManager, "2026-10", now)).toMatchObject({ ok: true });
      expect(await settleMonth(db, house.byManager, "2026-09", now)).toMatchObject({
        refusal: "laterIsSettled",
      });
    }));

  test("counts what was delivered where the price is for an hour, and takes nothing into a settled month", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const agreementId = await givenActive(db, house, {
        basis: "hour",
        unitPrice: "333,33",
        quantity: "10",
      });
      const delivered = { agreementId, deliveredOn: "2026-09-20", quantity: 1.25, note: "" };
      expect(await recordDelivery(db, house.byClub, delivered, "2026-11-20")).toMatchObject({ ok: true });
      expect(await recordDelivery(db, house.byStranger, delivered, "2026-11-20")).toMatchObject({
        refusal: "notFound",
      });
      const early = { ...delivered, deliveredOn: "2026-09-15" };
      expect(await recordDelivery(db, house.byClub, early, "2026-11-20")).toMatchObject({
        refusal: "outsidePeriod",
      });
      await settleMonth(db, house.byManager, "2026-09", now);
      expect((await linesOf(db, agreementId)).map(({ amountOre }) => amountOre)).toEqual([416_66, -416_66]);
      expect(await recordDelivery(db, house.byClub, delivered, "2026-11-20")).toMatchObject({
        refusal: "monthSettled",
      });
      const ended = await endAgreement(db, house.bySchool, agreementId, "2026-09-20");
      expect(ended).toMatchObject({ refusal: "monthSettled" });
    }));

  test("is put right by a counter entry in a later month, on lines of its own", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const id = await givenActive(db, house);
      await settleMonth(db, house.byManager, "2026-09", now);
      const correction = { wrongMonth: "2026-09", amountOre: -100_00, reason: "Pedellen var syg" };
      expect(await recordCorrection(db, house.bySchool, id, correction, now)).toMatchObject({
        refusal: "notAllowed",
      });
      expect(
        await recordCorrection(db, house.byManager, id, { ...correction, wrongMonth: "2026-08" }, now),
      ).toMatchObject({ refusal: "monthNotSettled" });
      expect(await recordCorrection(db, house.byManager, id, correction, now)).toEqual({
        ok: true,
        value: "2026-10",
      });
      await settleMonth(db, house.byManager, "2026-10", now);
      expect((await linesOf(db, id)).map(({ month, kind, amountOre }) => [month, kind, amountOre])).toEqual([
        ["2026-09", "service", 500_00],
        ["2026-09", "service", -500_00],
        ["2026-10", "service", 1_000_00],
        ["2026-10", "service", -1_000_00],
        ["2026-10", "correction", 100_00],
        ["2026-10", "correction", -100_00],
      ]);
      const statement = (await getTradeStatement(db, house.byClub, house.club, 2026))!;
      expect(statement.lines.map(({ amountOre }) => amountOre)).toEqual([-500_00, -1_000_00, 100_00]);
      expect(statement.lines[0]).toMatchObject({ counterpartName: "Skolen", month: "2026-09" });
    }));

  test("broken off half-way leaves nothing, and can be asked for again", () =>
    database.rollback(async (db) => {
      const house = await givenHouse(db);
      const id = await givenActive(db, house);
      await db.execute(sql`create function break_off() returns trigger language plpgsql as
        $$ begin if new.amount_ore < 0 then raise exception 'broken off'; end if; return new; end $$`);
      await db.execute(
        sql`create trigger break_off before insert on trade_line for each row execute function break_off()`,
      );
      await expect(settleMonth(db, house.byManager, "2026-09", now)).rejects.toThrow();
      await db.execute(sql`drop trigger break_off on trade_line`);
      expect(await linesOf(db, id)).toEqual([]);
      expect(await settleMonth(db, house.byManager, "2026-09", now)).toMatchObject({
        value: { isRepeated: false },
      });
      expect((await linesOf(db, id)).length).toBe(2);
    }));

  test("asked for by two at the same moment is done once", async () => {
    const house = await givenHouse(database.db);
    const id = await givenActive(database.db, house);
    const answers = await Promise.all(
      [1, 2, 3].map(() => settleMonth(database.db, house.byManager, "2026-09", now)),
    );
    expect(answers.map((answer) => answer.ok && answer.value.isRepeated).sort()).toEqual([false, true, true]);
    expect((await linesOf(database.db, id)).length).toBe(2);
  });
});
