import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { changeTerms } from "#db/commands/catalogue/change-terms.ts";
import { describeService } from "#db/commands/catalogue/describe-service.ts";
import { forgetWord, teachWord } from "#db/commands/catalogue/teach-word.ts";
import { withdrawService } from "#db/commands/catalogue/withdraw-service.ts";
import { ensureServiceBasics } from "#db/commands/ensure-service-basics.ts";
import type { Db } from "#db/client.server.ts";
import { compareServiceLevels } from "#db/queries/catalogue/compare-service-levels.ts";
import { getService, listServices, listServiceVersions } from "#db/queries/catalogue/list-services.ts";
import { listWords } from "#db/queries/catalogue/list-words.ts";
import { suggestServices } from "#db/queries/catalogue/suggest-services.ts";
import type { Actor } from "#domain/actor.ts";
import { TermsForm } from "#domain/catalogue/terms-form.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const today = "2026-11-20";
let city: SmallPortfolio;
let manager: Actor;

beforeAll(async () => {
  city = await insertSmallPortfolio(database.db);
  await ensureServiceBasics(database.db, city.organisationId);
  manager = await givenAccount(database.db, city.organisationId, { role: "manager" });
});

const terms = (given: object = {}) =>
  TermsForm.parse({
    ...{ validFrom: "2027-01-01", unit: "m2", unitPrice: "0,95", normMinutes: "0,15", quality: "3" },
    ...{
      visitsPerYear: "245",
      priority: "4",
      approvalAbove: "25.000".replace(".", ""),
      approver: "administration",
    },
    ...{ source: "Kontrakt 2027 (fiktiv)", ...given },
  });
const change = (db: Db, given: object = {}, actor = manager) =>
  changeTerms(db, actor, "1300.01", terms(given), today);
const priceOn = async (db: Db, on: string) =>
  (await getService(db, manager, "1300.01", on))?.unitPriceOre ?? null;
const spans = async (db: Db) =>
  (await listServiceVersions(db, manager, "1300.01")).map(({ validFrom, validTo, unitPriceOre }) => [
    ...[validFrom, validTo, unitPriceOre],
  ]);

describe("new terms", () => {
  test("hold from their day, the old until then, and are recorded", () =>
    database.rollback(async (db) => {
      const result = await change(db);
      expect(await spans(db)).toEqual([
        ["2027-01-01", null, 95],
        ["2013-06-01", "2027-01-01", 82],
      ]);
      expect(await priceOn(db, "2026-12-31")).toBe(82);
      expect(await priceOn(db, "2027-01-01")).toBe(95);
      expect(await recordedOf(db, result.ok ? result.value : "")).toEqual([
        { action: "changeTerms", accountId: manager.accountId },
      ]);
    }));

  test("on the same day replace, and before later ones end where those begin", () =>
    database.rollback(async (db) => {
      await change(db);
      await change(db, { unitPrice: "0,97" });
      await change(db, { validFrom: today, unitPrice: "0,90" });
      expect(await spans(db)).toEqual([
        ["2027-01-01", null, 97],
        [today, "2027-01-01", 90],
        ["2013-06-01", today, 82],
      ]);
    }));

  test("are refused for days gone by, of services out of the catalogue or unknown, and by those who only read", () =>
    database.rollback(async (db) => {
      expect(await change(db, { validFrom: "2026-11-19" })).toEqual({ ok: false, refusal: "dayPassed" });
      for (const role of ["planner", "administrationUser", "leader", "craftsman", "auditor"] as const)
        expect(await change(db, {}, city.as(role))).toEqual({ ok: false, refusal: "notAllowed" });
      expect(await changeTerms(db, manager, "9999", terms(), today)).toEqual({
        ok: false,
        refusal: "notFound",
      });
      await withdrawService(db, manager, "1300.01", "2026-12-01", today);
      expect(await change(db)).toEqual({ ok: false, refusal: "withdrawn" });
      expect((await change(db, { validFrom: "2026-11-30" })).ok).toBe(true);
    }));

  test("need a number where a number belongs", () => {
    const faults = (given: object) => {
      const parsed = TermsForm.safeParse({
        ...{ validFrom: today, unit: "m2", unitPrice: "1", normMinutes: "1" },
        ...{ priority: "4", source: "x" },
        ...given,
      });
      return parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]);
    };
    expect(faults({})).toEqual([]);
    expect(faults({ unitPrice: "gratis" })).toEqual(["unitPrice"]);
    expect(faults({ unitPrice: "-1" })).toEqual(["unitPrice"]);
    expect(faults({ quality: "6" })).toEqual(["quality"]);
    expect(faults({ approvalAbove: "1000" })).toEqual(["approver"]);
    expect(faults({ validFrom: "2026-02-30" })).toEqual(["validFrom"]);
  });
});

describe("a service", () => {
  test("is found by any of its words, and told otherwise by those who keep the catalogue", () =>
    database.rollback(async (db) => {
      const found = async (text: string) =>
        (await listServices(db, manager, today, text)).map(({ code }) => code);
      expect(await found("hovedrengøring")).toEqual(["1300.02"]);
      expect(await found("RENGOERING daglig")).toEqual(["1300.01"]);
      expect(await found("%")).toHaveLength((await found("")).length);
      const service = (await getService(db, manager, "1300.01", today))!;
      const texts = { ...service, nameDa: "Rengøring hver dag" };
      expect(await describeService(db, city.as("leader"), "1300.01", texts)).toEqual({
        ...{ ok: false, refusal: "notAllowed" },
      });
      const { nameEn, descriptionDa, descriptionEn, guidanceDa, guidanceEn, owner } = service;
      await describeService(db, manager, "1300.01", {
        ...{
          nameDa: "Rengøring hver dag",
          nameEn,
          descriptionDa,
          descriptionEn,
          guidanceDa,
          guidanceEn,
          owner,
        },
      });
      expect((await getService(db, manager, "1300.01", today))!.nameDa).toBe("Rengøring hver dag");
    }));

  test("is withdrawn from today or later, and put back", () =>
    database.rollback(async (db) => {
      const withdraw = (from: string | null, actor = manager) =>
        withdrawService(db, actor, "1300.01", from, today);
      expect(await withdraw("2026-11-01")).toEqual({ ok: false, refusal: "dayPassed" });
      expect(await withdraw(today, city.as("planner"))).toEqual({ ok: false, refusal: "notAllowed" });
      expect((await withdraw(today)).ok).toBe(true);
      expect((await getService(db, manager, "1300.01", today))!.withdrawnOn).toBe(today);
      expect((await withdraw(null)).ok).toBe(true);
      expect((await getService(db, manager, "1300.01", today))!.withdrawnOn).toBeNull();
    }));
});

test("a word that is taught is suggested at once, known once, and forgotten again", () =>
  database.rollback(async (db) => {
    const word = { term: "dimsedut", locale: "da" as const, target: "item:lift" };
    const first = async () =>
      (await suggestServices(db, city.organisationId, "dimsedutten er død", { on: today }))[0]?.itemCode;
    expect(await first()).toBeUndefined();
    expect(await teachWord(db, city.as("leader"), word)).toEqual({ ok: false, refusal: "notAllowed" });
    expect(await teachWord(db, manager, { ...word, target: "item:spaceship" })).toEqual({
      ...{ ok: false, refusal: "unknownTarget" },
    });
    const taught = await teachWord(db, manager, word);
    expect(await first()).toBe("lift");
    expect(await teachWord(db, manager, word)).toEqual({ ok: false, refusal: "alreadyKnown" });
    expect((await listWords(db, manager, { text: "dimse" })).total).toBe(1);
    const id = taught.ok ? taught.value : "";
    expect(await forgetWord(db, city.as("auditor"), id)).toEqual({ ok: false, refusal: "notAllowed" });
    expect((await forgetWord(db, manager, id)).ok).toBe(true);
    expect(await first()).toBeUndefined();
  }));

describe("levels beside each other", () => {
  const level = (db: Db, unitId: string, buildingId: string, price: number, areaM2 = 100) =>
    db.execute(sql`insert into service_level (id, organisation_id, unit_id, building_id, service_code, area_m2, quality,
        visits_per_year, annual_price_ore, valid_from, source)
      values (${newId()}, ${city.organisationId}, ${unitId}, ${buildingId}, '1300.01', ${areaM2}, 3, 245, ${price}, '2020-01-01', 'Prøve')`);
  const search = { serviceCode: "1300.01", kind: null, on: today };
  const extraUnits = async (db: Db) => {
    const ids = [newId(), newId()];
    for (const [index, id] of ids.entries())
      await db.execute(sql`insert into unit (id, organisation_id, administration_id, code, name, kind, valid_from)
        values (${id}, ${city.organisationId}, ${city.buf}, ${`X${index}`}, ${`Ekstra ${index}`}, 'daycare', '2016-01-01')`);
    return ids as [string, string];
  };

  test("show one's own in full and the others in a median alone", () =>
    database.rollback(async (db) => {
      const [one, two] = await extraUnits(db);
      await level(db, city.solsikken, city.daycare, 30_000_00);
      await level(db, one, city.daycare, 10_000_00);
      await level(db, two, city.daycare, 20_000_00);
      await level(db, city.shelter, city.shelterHouse, 99_000_00);
      const seen = await compareServiceLevels(db, city.as("leader", { unitIds: [city.solsikken] }), search);
      expect(seen.rows).toMatchObject([
        { unitName: "Solsikken", pricePerM2Ore: 300_00, medianPricePerM2Ore: 200_00 },
      ]);
      expect(seen.groups).toMatchObject([{ kind: "daycare", units: 3, medianPricePerM2Ore: 200_00 }]);
      const all = await compareServiceLevels(db, manager, search);
      expect(all.rows).toHaveLength(4);
      expect(all.groups.map(({ kind }) => kind).sort()).toEqual(["daycare", "shelter"]);
    }));

  test("of fewer than three units tell nobody else what one of them pays", () =>
    database.rollback(async (db) => {
      const [one] = await extraUnits(db);
      await level(db, city.solsikken, city.daycare, 30_000_00);
      await level(db, one, city.daycare, 10_000_00);
      const seen = await compareServiceLevels(db, city.as("leader", { unitIds: [city.solsikken] }), search);
      expect(seen.groups).toMatchObject([{ units: 2, medianPricePerM2Ore: null }]);
      expect(seen.rows[0]!.medianPricePerM2Ore).toBeNull();
      expect((await compareServiceLevels(db, manager, search)).groups[0]!.medianPricePerM2Ore).toBe(200_00);
    }));
});
