import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { readCandidatePlaces } from "#db/queries/colocation/read-candidate-places.ts";
import type { Actor } from "#domain/actor.ts";
import { givenColocationCase } from "../helpers/colocation-case.ts";
import { useDatabase } from "../helpers/database.ts";

const database = useDatabase();
const on = "2026-11-20";

describe("Who is where, for the search for candidates", () => {
  test("is read with free m², weeks, and what planners have written in open cases", () =>
    database.rollback(async (db) => {
      const { city, planner, id, unitId, premisesId } = await givenColocationCase(db);
      await db.execute(sql`insert into colocation_condition (id, organisation_id, case_id, colocation_unit_id, strength,
          kind, colocation_premises_id, words)
        values (gen_random_uuid(), ${city.organisationId}, ${id}, ${unitId}, 'hard', 'notHere', ${premisesId}, 'Støj')`);
      const week = Array.from({ length: 168 }, (_, hour) => (hour === 8 ? 40 : 0));
      for (const [source, persons] of [
        ["estimate", 1],
        ["count", 40],
      ] as const)
        await db.execute(sql`insert into use_pattern (id, organisation_id, building_id, unit_id, period, persons, source,
            weeks_observed, confidence, recorded_on, valid_from)
          values (gen_random_uuid(), ${city.organisationId}, ${city.daycare}, ${city.solsikken}, 'term',
            ${`{${week.map((each) => (each ? persons : 0)).join(",")}}`}::real[], ${source}, 3, 0.5, ${on}, '2026-01-01')`);
      const places = await readCandidatePlaces(db, planner, on);
      const daycare = places.houses.find((house) => house.id === city.daycare)!;
      expect(daycare).toMatchObject({
        tenure: "owned",
        areaM2: 900,
        vacantM2: 200,
        externalRentOre: 0,
        contractId: null,
      });
      const seat = places.seats.find((one) => one.unitId === city.solsikken)!;
      expect(seat).toMatchObject({
        buildingId: city.daycare,
        areaM2: 350,
        administration: "BUF",
        source: "count",
      });
      expect(seat.week![8]).toBe(40);
      expect(places.rules).toMatchObject([
        {
          unitId: city.solsikken,
          kind: "notHere",
          buildingId: city.daycare,
          strength: "hard",
          words: "Støj",
        },
      ]);
      await db.execute(sql`update colocation_case set status = 'rejected' where id = ${id}`);
      expect((await readCandidatePlaces(db, planner, on)).rules).toEqual([]);
    }));

  test("leaves protected units and their houses out for a planner, and shows an administration its own alone", () =>
    database.rollback(async (db) => {
      const { city, planner, as } = await givenColocationCase(db);
      const seen = async (actor: Actor) => {
        const { houses, seats } = await readCandidatePlaces(db, actor, on);
        return { houses: houses.map((one) => one.id), units: seats.map((one) => one.unitId) };
      };
      const toPlanner = await seen(planner);
      expect(toPlanner.houses).not.toContain(city.shelterHouse);
      expect(toPlanner.units).not.toContain(city.shelter);
      expect((await seen(await as("administrator"))).units).toContain(city.shelter);
      const sof = await as("administrationUser", { administrationIds: [city.sof] });
      expect(await seen(sof)).toEqual({ houses: [city.shelterHouse], units: [city.shelter] });
    }));
});
