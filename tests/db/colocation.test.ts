import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { createColocationCase } from "#db/commands/colocation/create-case.ts";
import { listColocationCases } from "#db/queries/colocation/list-cases.ts";
import { readColocationCase } from "#db/queries/colocation/read-case.ts";
import { CaseForm } from "#domain/colocation/case-form.ts";
import { newId, type Id } from "#domain/id.ts";
import {
  caseForm as form,
  caseMadeAt as now,
  givenColocationCase as givenCase,
} from "../helpers/colocation-case.ts";
import { useDatabase } from "../helpers/database.ts";
import { givenAccount, recordedOf } from "../helpers/people.ts";

const database = useDatabase();
const on = "2026-11-20";

describe("A co-location case", () => {
  test("has a number of its year, a base, an owner, and is in the record", () =>
    database.rollback(async (db) => {
      const { planner, id } = await givenCase(db);
      const second = await createColocationCase(db, planner, form({ name: "Nummer to" }), now);
      expect(second).toMatchObject({ ok: true, value: { number: "SAM-2026-002" } });
      const listed = await listColocationCases(db, planner);
      expect(listed.map(({ number, units, premises }) => [number, units, premises])).toEqual([
        ["SAM-2026-002", 0, 0],
        ["SAM-2026-001", 1, 1],
      ]);
      expect(listed[1]).toMatchObject({ ownerName: planner.name, administrations: ["BUF"], status: "draft" });
      expect((await recordedOf(db, id)).map(({ action }) => action)).toEqual(["create"]);
    }));

  test("is made once of what is sent twice under one key, also at once; another key is another case", async () => {
    const { db } = database;
    const { planner } = await givenCase(db);
    const other = await givenAccount(db, planner.organisationId, { role: "planner" });
    const send = (key: string | null, actor = planner) =>
      createColocationCase(db, actor, form({ name: "Sendt" }), now, key);
    const both = await Promise.all([send("en-sending"), send("en-sending")]);
    const made = both.map((one) => (one.ok ? one.value.id : one.refusal));
    expect(made[0]).toBe(made[1]);
    expect(both.map((one) => one.ok && one.value.isRepeated).sort()).toEqual([false, true]);
    for (const again of [await send("en-anden-sending"), await send("en-sending", other), await send(null)])
      expect(again).toMatchObject({ ok: true, value: { isRepeated: false } });
    expect(await recordedOf(db, made[0] as Id)).toHaveLength(1);
  });

  test("is read with what the register says of its units and premises on the day", () =>
    database.rollback(async (db) => {
      const { planner, id, unitId, premisesId } = await givenCase(db);
      const inputs = (await readColocationCase(db, planner, id, on))!;
      expect(inputs.scenarios).toMatchObject([
        { isBase: true, placements: [{ unitId, premisesId, standing: "assigned" }] },
      ]);
      expect(inputs.premises).toMatchObject([
        { name: "Børnehuset Åkanden", tenure: "owned", whenVacated: "sell", externalRentOre: 0, lease: null },
      ]);
      expect(inputs.units).toMatchObject([{ name: "Solsikken", employees: 12, administration: "BUF" }]);
      const [today] = inputs.units[0]!.today;
      expect(today!.premisesId).toBe(premisesId);
      expect(today!.areaM2).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(inputs))).toEqual(inputs);
    }));

  test("is made by planners alone; an administration reads those with its own units, others none", () =>
    database.rollback(async (db) => {
      const { city, as, id } = await givenCase(db);
      const buf = await as("administrationUser", { administrationIds: [city.buf] });
      const sof = await as("administrationUser", { administrationIds: [city.sof] });
      expect(await createColocationCase(db, buf, form(), now)).toMatchObject({ refusal: "notAllowed" });
      expect(await listColocationCases(db, buf)).toHaveLength(1);
      expect(await listColocationCases(db, sof)).toHaveLength(0);
      expect(await readColocationCase(db, buf, id, on)).not.toBeNull();
      expect(await readColocationCase(db, sof, id, on)).toBeNull();
    }));

  test("keeps a protected unit from whoever may not know where it is", () =>
    database.rollback(async (db) => {
      const { city, planner, as, id } = await givenCase(db);
      await db.execute(sql`insert into colocation_unit (id, organisation_id, case_id, unit_id, employees)
        values (${newId()}, ${city.organisationId}, ${id}, ${city.shelter}, 4)`);
      const names = async (actor: typeof planner) =>
        (await readColocationCase(db, actor, id, on))!.units.map(({ name }) => name);
      expect(await names(planner)).toEqual(["Solsikken"]);
      expect(await names(await as("auditor"))).toEqual(["Krisehjemmet Læ", "Solsikken"]);
      expect((await listColocationCases(db, planner))[0]).toMatchObject({
        units: 1,
        administrations: ["BUF"],
      });
    }));

  test("cannot be made of nonsense, and says which field is wrong", () => {
    const wrong = (given: object) =>
      CaseForm.safeParse({ ...form(), ...given }).error?.issues.map(({ message }) => message);
    expect(wrong({ name: " " })).toEqual(["name"]);
    expect(wrong({ horizonYears: "0" })).toEqual(["horizonYears"]);
    expect(wrong({ startOn: "2027-02-30" })).toEqual(["startOn"]);
    expect(wrong({ priceYear: "i år" })).toEqual(["priceYear"]);
  });
});
