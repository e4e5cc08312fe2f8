import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import {
  listMaintenanceReceived,
  type MaintenanceReceived,
} from "#db/queries/building/list-maintenance-received.ts";
import { newId } from "#domain/id.ts";
import { useDatabase } from "../helpers/database.ts";
import { insertSmallPortfolio } from "../helpers/small-portfolio.ts";

const database = useDatabase();
const on = "2026-11-20";

const sumOf = (rows: MaintenanceReceived["years"]) =>
  rows.reduce((sum, { exteriorOre, interiorOre }) => sum + exteriorOre + interiorOre, 0);

test("what the leases received sums to what was booked on the building, whoever looks; others' leases have no names", () =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const { organisationId, daycare } = small;
    await db.execute(sql`delete from maintenance_entry where building_id = ${daycare}`);
    const [lease] = await db.execute<{ id: string; number: string }>(sql`
      select k.id, k.number from contract k join tenancy t on t.contract_id = k.id
       where t.building_id = ${daycare} and t.side = 'out' and k.unit_id = ${small.solsikken} limit 1`);
    const book = (day: string, scope: string, ore: number, contractId: string | null = null) =>
      db.execute(sql`insert into maintenance_entry (id, organisation_id, building_id, booked_on, scope, description, amount_ore, source, contract_id)
        values (${newId()}, ${organisationId}, ${daycare}, ${day}, ${scope}, 'Prøve', ${ore}, 'Prøve', ${contractId})`);
    await book("2025-04-01", "exterior", 1_000_001);
    await book("2026-04-01", "interior", 50_003, lease!.id);
    await book("2026-12-24", "interior", 7);
    const all = await listMaintenanceReceived(db, small.as("manager"), daycare, on);
    expect(all.years).toEqual([
      { year: 2026, exteriorOre: 0, interiorOre: 50_003 },
      { year: 2025, exteriorOre: 1_000_001, interiorOre: 0 },
    ]);
    expect(all.leases.reduce((sum, { years }) => sum + sumOf(years), 0)).toBe(1_050_004);
    const own = all.leases.find(({ contractId }) => contractId === lease!.id)!;
    expect(own).toMatchObject({ number: lease!.number, unitName: expect.any(String) as string });
    const stranger = small.as("administrationUser", { administrationIds: [small.sof] });
    const seen = await listMaintenanceReceived(db, stranger, daycare, on);
    expect(seen.years).toEqual(all.years);
    expect(seen.leases.every(({ contractId, unitName }) => contractId === null && unitName === null)).toBe(
      true,
    );
    expect(seen.leases.reduce((sum, { years }) => sum + sumOf(years), 0)).toBe(1_050_004);
  }));
