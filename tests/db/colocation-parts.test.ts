import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { addComment } from "#db/commands/colocation/add-comment.ts";
import { resetCaseAssumption, setCaseAssumption } from "#db/commands/colocation/change-case-assumption.ts";
import { describeCasePremises, removeCasePremises } from "#db/commands/colocation/change-premises.ts";
import { copyScenario, placeUnit, removeScenario } from "#db/commands/colocation/change-scenarios.ts";
import { removeCondition } from "#db/commands/colocation/change-conditions.ts";
import { removeCaseUnit } from "#db/commands/colocation/change-units.ts";
import { createWholeCase } from "#db/commands/colocation/create-whole-case.ts";
import { listComments } from "#db/queries/colocation/list-comments.ts";
import { listColocationCases } from "#db/queries/colocation/list-cases.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { economyOf } from "#domain/colocation/case-economy.ts";
import { premisesOf } from "#domain/colocation/case-inputs.ts";
import { WholeCaseForm } from "#domain/colocation/whole-case-form.ts";
import {
  caseForm as form,
  caseMadeAt as now,
  givenColocationCase as givenCase,
} from "../helpers/colocation-case.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const on = "2026-11-20";

const whole = (city: SmallPortfolio, given: object = {}) =>
  WholeCaseForm.parse({
    ...form(),
    premises: [
      { key: "daycare", buildingId: city.daycare, whenVacated: "sell" },
      { key: "store", buildingId: city.store, capacity: [], whenVacated: "keep" },
    ],
    units: [
      {
        ...{ unitId: city.solsikken, employees: 12 },
        needs: [{ roomFunction: "activity", places: 40, areaM2: 300, mayShare: true }],
        hours: [{ weekday: 1, fromHour: 7, toHour: 17, persons: 40 }],
      },
    ],
    scenarios: [
      {
        name: "Alle i depotet",
        placements: [
          { unitId: city.solsikken, premisesId: "store", standing: "assigned", fromDay: "2028-01-01" },
        ],
      },
    ],
    conditions: [
      {
        unitId: city.solsikken,
        strength: "hard",
        kind: "within",
        distanceMeters: 1500,
        words: "Til fods fra hjemmet",
      },
    ],
    assumptions: [
      { key: "salePrice", premisesId: "daycare", low: 1, base: 2, high: 3, source: "Mægler", owner: "KEjd" },
    ],
    ...given,
  });

describe("A whole case at once", () => {
  test("is made by the same commands, begins as things are, and is read back as it was sent", () =>
    database.rollback(async (db) => {
      const city = await insertSmallPortfolio(db);
      const planner = await givenAccount(db, city.organisationId, { role: "planner" });
      const made = await createWholeCase(db, planner, whole(city), now);
      if (!made.ok) throw new Error(made.refusal);
      const inputs = (await readColocationCase(db, planner, made.value.id, on))!;
      const [base, moved] = inputs.scenarios;
      const [unit] = inputs.units;
      const idOf = (name: string) => inputs.premises.find((one) => one.name.startsWith(name))!.id;
      expect(premisesOf(base!, unit!.id)).toBe(idOf("Børnehuset"));
      expect(premisesOf(moved!, unit!.id)).toBe(idOf("Depot"));
      expect(moved!.placements).toMatchObject([{ standing: "assigned", fromDay: "2028-01-01" }]);
      expect(unit).toMatchObject({ employees: 12, needs: [{ mayShare: true }], hours: [{ toHour: 17 }] });
      expect(inputs.conditions).toMatchObject([{ kind: "within", distanceMeters: 1500 }]);
      expect(inputs.assumptions).toMatchObject([
        { key: "salePrice", premisesId: idOf("Børnehuset"), base: 2 },
      ]);
      const [economy] = economyOf(inputs);
      expect(economy!.lines.find(({ kind }) => kind === "move")!.party).toBe("BUF");
    }));

  test("is made whole or not at all, and says which part was refused", () =>
    database.rollback(async (db) => {
      const city = await insertSmallPortfolio(db);
      const planner = await givenAccount(db, city.organisationId, { role: "planner" });
      const protectedUnit = { unitId: city.shelter, employees: 1 };
      const refusedOf = async (given: object) =>
        db.transaction((tx) => createWholeCase(tx, planner, whole(city, given), now));
      expect(await refusedOf({ units: [protectedUnit], scenarios: [], conditions: [] })).toMatchObject({
        ...{ ok: false, refusal: "protected", at: `units.${city.shelter}` },
      });
      const house = { key: "shelter", buildingId: city.shelterHouse };
      expect(await refusedOf({ premises: [house] })).toMatchObject({ refusal: "noSuchPremises" });
      const twice = [
        { key: "a", buildingId: city.daycare },
        { key: "b", buildingId: city.daycare },
      ];
      expect(await refusedOf({ premises: twice })).toMatchObject({ refusal: "isThere", at: "premises.b" });
      expect(await refusedOf({ premises: [] })).toMatchObject({ refusal: "noSuchPremises" });
      expect(await listColocationCases(db, planner)).toEqual([]);
    }));
});

describe("The parts of a case", () => {
  test("are changed by whoever saw the latest of it, in a draft, and each change is recorded", () =>
    database.rollback(async (db) => {
      const { planner, id, baseId, unitId, premisesId, as, city } = await givenCase(db);
      const seen = { id, version: 1 };
      const place = { unitId, premisesId, standing: "pinned" as const, fromDay: null };
      expect(await placeUnit(db, planner, seen, baseId, place)).toMatchObject({ ok: true });
      expect(await placeUnit(db, planner, seen, baseId, place)).toMatchObject({ refusal: "changed" });
      const copied = await copyScenario(db, planner, { id, version: 2 }, { id: baseId, name: "Kopi" }, now);
      if (!copied.ok) throw new Error(copied.refusal);
      const again = { id: baseId, name: "Kopi" };
      expect(await copyScenario(db, planner, { id, version: 3 }, again, now)).toMatchObject({
        refusal: "nameTaken",
      });
      const version = async () => (await readColocationCase(db, planner, id, on))!.case.version;
      const none = { ...place, standing: "none" as const };
      await placeUnit(db, planner, { id, version: await version() }, copied.value, none);
      const inputs = (await readColocationCase(db, planner, id, on))!;
      expect(inputs.scenarios.map(({ placements }) => placements.length)).toEqual([1, 0]);
      expect(inputs.scenarios[1]).toMatchObject({ name: "Kopi", copiedFromId: baseId });
      const removed = await removeScenario(db, planner, { id, version: await version() }, baseId);
      expect(removed).toMatchObject({ refusal: "isBase" });
      const buf = await as("administrationUser", { administrationIds: [city.buf] });
      expect(await placeUnit(db, buf, { id, version: await version() }, baseId, place)).toMatchObject({
        refusal: "notFound",
      });
      await db.execute(sql`update colocation_case set status = 'submitted' where id = ${id}`);
      expect(await placeUnit(db, planner, { id, version: await version() }, baseId, place)).toMatchObject({
        refusal: "notDraft",
      });
      expect((await recordedOf(db, id)).map(({ action }) => action)).toEqual([
        ...["create", "placeUnit", "copyScenario", "placeUnit"],
      ]);
    }));

  test("cannot be what the premises are not: no lease ended where there is none, nothing sold that is rented", () =>
    database.rollback(async (db) => {
      const { planner, id, premisesId } = await givenCase(db);
      const to = (whenVacated: "endLease" | "let", version: number) =>
        describeCasePremises(db, planner, { id, version }, premisesId, {
          whenVacated,
          exitOn: null,
          capacity: [],
        });
      expect(await to("endLease", 1)).toMatchObject({ refusal: "notALease" });
      const inputs = (await readColocationCase(db, planner, id, on))!;
      expect(await to("let", inputs.case.version)).toMatchObject({ ok: true });
    }));

  test("go with everything that was said of them", () =>
    database.rollback(async (db) => {
      const city = await insertSmallPortfolio(db);
      const planner = await givenAccount(db, city.organisationId, { role: "planner" });
      const made = await createWholeCase(db, planner, whole(city), now);
      if (!made.ok) throw new Error(made.refusal);
      const { id } = made.value;
      const read = async () => (await readColocationCase(db, planner, id, on))!;
      const seen = async () => ({ id, version: (await read()).case.version });
      const { conditions, premises, units } = await read();
      expect(await removeCondition(db, planner, await seen(), conditions[0]!.id)).toMatchObject({ ok: true });
      const store = premises.find(({ name }) => name.startsWith("Depot"))!;
      expect(await removeCasePremises(db, planner, await seen(), store.id)).toMatchObject({ ok: true });
      expect((await read()).scenarios[1]!.placements).toEqual([]);
      expect(await removeCaseUnit(db, planner, await seen(), units[0]!.id)).toMatchObject({ ok: true });
      expect(await removeCaseUnit(db, planner, await seen(), units[0]!.id)).toMatchObject({
        refusal: "noSuchUnit",
      });
      expect(await read()).toMatchObject({ units: [], conditions: [] });
    }));

  test("have values of their own until the usual one is let in again", () =>
    database.rollback(async (db) => {
      const { planner, id, unitId, premisesId } = await givenCase(db);
      const value = { key: "energy" as const, low: 1, base: 2, high: 3, source: "Måler", owner: "BUF" };
      const latest = async () => {
        const { version } = (await readColocationCase(db, planner, id, on))!.case;
        return { id, version };
      };
      const set = async (more: object) =>
        setCaseAssumption(db, planner, await latest(), { ...value, ...more });
      expect(await set({ premisesId })).toMatchObject({ ok: true });
      expect(await set({ premisesId, base: 3 })).toMatchObject({ ok: true });
      expect(await set({ unitId })).toMatchObject({ refusal: "noSuchPart" });
      expect((await readColocationCase(db, planner, id, on))!.assumptions).toMatchObject([
        { base: 3, premisesId },
      ]);
      const reset = async () => resetCaseAssumption(db, planner, await latest(), "energy", { premisesId });
      expect(await reset()).toMatchObject({ ok: true });
      expect(await reset()).toMatchObject({ refusal: "noSuchPart" });
    }));

  test("may be spoken of by an administration whose unit is in it, and by nobody outside", () =>
    database.rollback(async (db) => {
      const { city, as, id } = await givenCase(db);
      const buf = await as("administrationUser", { administrationIds: [city.buf] });
      const sof = await as("administrationUser", { administrationIds: [city.sof] });
      const auditor = await as("auditor");
      expect(await addComment(db, buf, id, " Vi mangler plads til barnevogne. ", now)).toMatchObject({
        ok: true,
      });
      for (const actor of [sof, auditor])
        expect(await addComment(db, actor, id, "Hej", now)).toMatchObject({ refusal: "notFound" });
      expect(await addComment(db, buf, id, "  ", now)).toMatchObject({ refusal: "comment" });
      expect(await listComments(db, buf, id)).toMatchObject([
        { words: "Vi mangler plads til barnevogne.", name: buf.name },
      ]);
      expect(await listComments(db, sof, id)).toEqual([]);
    }));
});
