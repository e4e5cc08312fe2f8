import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { addIndexFigures, addPriceList } from "#db/commands/condition/add-prices.ts";
import { changeAssumption, type AssumptionForm } from "#db/commands/condition/change-assumption.ts";
import { ensureConditionBasics } from "#db/commands/ensure-condition-basics.ts";
import type { Db } from "#db/client.server.ts";
import { getAssumptions } from "#db/queries/condition/get-assumptions.ts";
import { getElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { listAssumptions } from "#db/queries/condition/list-assumptions.ts";
import { listIndexMonths, listPriceLines, listPriceLists } from "#db/queries/condition/list-prices.ts";
import type { Actor } from "#domain/actor.ts";
import type { PriceLine } from "#domain/condition/price-list-file.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, givenOrganisation } from "../helpers/people.ts";

const database = useDatabase();
const now = new Date("2026-11-20T11:00:00Z");
const today = "2026-11-20";
let administrator: Actor;
let manager: Actor;

beforeAll(async () => {
  const organisationId = await givenOrganisation(database.db);
  await ensureConditionBasics(database.db, organisationId);
  administrator = await givenAccount(database.db, organisationId, { role: "administrator" });
  manager = await givenAccount(database.db, organisationId, { role: "manager" });
});

const form = (change: Partial<AssumptionForm> = {}): AssumptionForm => ({
  ...{ key: "overheadRate", value: 0.3, from: "2027-01-01", source: "Prøve", owner: "Drift" },
  ...change,
});

const reckonings = async (db: Db) => {
  const rows = await db.execute<{ dueAt: string }>(sql`
    select to_char(due_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as "dueAt" from outbox
     where kind = 'reckonBacklog' and organisation_id = ${administrator.organisationId} order by due_at`);
  return rows.map(({ dueAt }) => dueAt);
};

describe("an assumption", () => {
  test("is another from its day, the old one keeps its days, and the backlog is reckoned when the day begins", () =>
    database.rollback(async (db) => {
      expect((await changeAssumption(db, administrator, form(), now)).ok).toBe(true);
      const { organisationId } = administrator;
      expect((await getAssumptions(db, organisationId, "2026-12-31")).overheadRate).toBe(0.25);
      expect((await getAssumptions(db, organisationId, "2027-01-01")).overheadRate).toBe(0.3);
      const row = (await listAssumptions(db, administrator)).find(({ key }) => key === "overheadRate")!;
      expect(row.periods.map(({ value, validFrom }) => [value, validFrom])).toEqual([
        [0.3, "2027-01-01"],
        [0.25, "2000-01-01"],
      ]);
      expect(await reckonings(db)).toEqual(["2026-12-31 23:00"]);
      const audit = await db.execute(sql`
        select changes from audit_entry where entity = 'assumption' and action = 'change'`);
      expect(audit).toMatchObject([{ changes: { overheadRate: { from: 0.25, to: 0.3 } } }]);
    }));

  test("chosen twice for the same day is the latter, and what is only laid on later reckons nothing anew", () =>
    database.rollback(async (db) => {
      await changeAssumption(db, administrator, form({ key: "discountRate", value: 0.03, from: today }), now);
      await changeAssumption(db, administrator, form({ key: "discountRate", value: 0.02, from: today }), now);
      expect((await getAssumptions(db, administrator.organisationId, today)).discountRate).toBe(0.02);
      const row = (await listAssumptions(db, administrator)).find(({ key }) => key === "discountRate")!;
      expect(row.periods).toHaveLength(2);
      expect(await reckonings(db)).toEqual([]);
    }));

  test("is an administrator's to change, never the past, and never one that nobody knows", () =>
    database.rollback(async (db) => {
      const refusalOf = async (actor: Actor, one: AssumptionForm) => {
        const result = await changeAssumption(db, actor, one, now);
        return result.ok ? null : result.refusal;
      };
      expect(await refusalOf(manager, form())).toBe("notAllowed");
      expect(await refusalOf(administrator, form({ from: "2026-11-19" }))).toBe("fromInPast");
      expect(await refusalOf(administrator, form({ key: "luck" }))).toBe("notFound");
      expect(await refusalOf(administrator, form({ value: 0.25 }))).toBe("unchanged");
      expect(await refusalOf(administrator, form())).toBeNull();
      expect(await refusalOf(administrator, form({ value: 0.4, from: today }))).toBe("beforeItsStart");
    }));
});

const line: PriceLine = {
  ...{ code: "21-U", elementTypeCode: "21", purpose: "replace", nameDa: "Ny mur", nameEn: "New wall" },
  ...{ unit: "m²", unitPriceOre: 500_000 },
};
const list = { name: "Priser 2027", source: "Udbud", priceLevelOn: "2027-01-01", validFrom: "2027-01-01" };

describe("a price list", () => {
  test("follows the one before it from its day; where it has no price, the older goes on", () =>
    database.rollback(async (db) => {
      expect((await addPriceList(db, administrator, list, [line], now)).ok).toBe(true);
      const costOn = async (day: string, code: string) =>
        (await getElementBasis(db, administrator, day)).types.find((type) => type.code === code)!
          .replacementOre;
      expect([await costOn(today, "21"), await costOn("2027-01-01", "21")]).toEqual([487_500, 625_000]);
      expect(await costOn("2027-01-01", "31")).toBe(await costOn(today, "31"));
      const [newest] = await listPriceLists(db, administrator);
      expect(newest).toMatchObject({ name: "Priser 2027", lines: 1 });
      expect(await listPriceLines(db, administrator, newest!.id)).toMatchObject([{ code: "21-U" }]);
      expect(await reckonings(db)).toEqual(["2026-12-31 23:00"]);
    }));

  test("is refused twice for one day, from the past, empty, and from whoever is no administrator", () =>
    database.rollback(async (db) => {
      const refusalOf = async (actor: Actor, head = list, lines = [line]) => {
        const result = await addPriceList(db, actor, head, lines, now);
        return result.ok ? null : result.refusal;
      };
      expect(await refusalOf(manager)).toBe("notAllowed");
      expect(await refusalOf(administrator, list, [])).toBe("empty");
      expect(await refusalOf(administrator, { ...list, validFrom: "2026-01-01" })).toBe("fromInPast");
      expect(await refusalOf(administrator)).toBeNull();
      expect(await refusalOf(administrator)).toBe("dayTaken");
    }));
});

test("a month of the index that is corrected is a newer record, and both are kept", () =>
  database.rollback(async (db) => {
    const month = { month: "2026-01-01", value: 100 };
    const add = (value: number, at: Date) =>
      addIndexFigures(
        db,
        administrator,
        { key: "construction", source: "Statistik" },
        [{ ...month, value }],
        at,
      );
    expect(await add(100, now)).toEqual({ ok: true, value: { changed: 1 } });
    expect(await add(100, new Date(now.getTime() + 1_000))).toEqual({ ok: true, value: { changed: 0 } });
    expect(await add(101, new Date(now.getTime() + 2_000))).toEqual({ ok: true, value: { changed: 1 } });
    expect(await listIndexMonths(db, manager, "construction")).toMatchObject([
      { month: "2026-01-01", value: 101, records: 2 },
    ]);
    expect((await addIndexFigures(db, manager, { key: "npi", source: "x" }, [month], now)).ok).toBe(false);
  }));
