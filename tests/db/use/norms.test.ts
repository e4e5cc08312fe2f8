import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeAssumption } from "#db/commands/condition/change-assumption.ts";
import { ensureConditionBasics } from "#db/commands/ensure-condition-basics.ts";
import { getHouseSpace } from "#db/queries/use/house-space.ts";
import { listNorms } from "#db/queries/use/list-norms.ts";
import { normFor } from "#domain/use/space-norm.ts";
import { readUseView } from "#domain/use/use-search.ts";
import { useDatabase } from "../../helpers/database.ts";
import { givenAccount } from "../../helpers/people.ts";
import { insertSmallPortfolio } from "../../helpers/small-portfolio.ts";

const database = useDatabase();
const now = new Date("2026-11-28T10:00:00Z");
const view = readUseView(new URLSearchParams());

test("a norm is an assumption with a source, an owner and days: changed for next year, today says what it said", () =>
  database.rollback(async (db) => {
    const { organisationId } = await insertSmallPortfolio(db);
    await ensureConditionBasics(db, organisationId);
    const administrator = await givenAccount(db, organisationId, { role: "administrator" });
    const change = { key: "norm.school.to", value: 15, from: "2027-01-01", source: "BUF 2026", owner: "BUF" };
    expect((await changeAssumption(db, administrator, change, now)).ok).toBe(true);
    const school = async (on: string) => normFor(await listNorms(db, administrator, on), "school");
    expect(await school("2026-12-31")).toMatchObject({ fromM2: 11, toM2: 13, head: "pupil" });
    expect(await school("2027-01-01")).toMatchObject({ fromM2: 11, toM2: 15, owner: "BUF" });
    expect((await school("2027-01-01"))!.source).toContain("BUF 2026");
  }));

test("a house of one unit has its m² a person; shared or outside the scope it has none", () =>
  database.rollback(async (db) => {
    const city = await insertSmallPortfolio(db);
    const tell = (unitId: string, buildingId: string) =>
      db.execute(sql`
      insert into use_pattern (id, organisation_id, building_id, unit_id, period, persons, source, weeks_observed, confidence,
                               recorded_on, valid_from)
      values (gen_random_uuid(), ${city.organisationId}, ${buildingId}, ${unitId}, 'term',
              array_fill(30::real, array[168]), 'estimate', 0, 0.4, '2026-11-28', '2026-01-01')`);
    await tell(city.solsikken, city.daycare);
    await tell(city.shelter, city.shelterHouse);
    const of = (id: string, actor = city.as("planner")) =>
      getHouseSpace(db, actor, { id, on: "2026-11-28" }, view);
    expect(await of(city.daycare)).toEqual({ kind: "daycare", m2PerHead: 30, peers: null });
    expect(await of(city.shelterHouse)).toBeNull();
    await tell(city.skolen, city.daycare);
    expect(await of(city.daycare)).toBeNull();
  }));
