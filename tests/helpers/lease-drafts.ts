import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { beginDraft, saveDraft } from "#db/commands/lease/save-draft.ts";
import type { Actor, Grant, Role } from "#domain/actor.ts";
import type { LeaseForm } from "#domain/lease/lease-form.ts";
import { newLease } from "#domain/lease/new-lease.ts";
import type { TestDatabase } from "./database.ts";
import { insertSmallPortfolio, type SmallPortfolio } from "./small-portfolio.ts";

export const now = new Date("2026-11-20T10:00:00Z");

export interface There {
  db: Db;
  small: SmallPortfolio;
  manager: Actor;
  as: (role: Role, reach?: Partial<Grant>) => Promise<Actor>;
  cellar: { floorId: string; spaceId: string };
  ground: string;
}

/** The small portfolio with a manager, and a floor that is free; all of it is rolled back. */
export const inDraftPortfolio = (database: TestDatabase) => (work: (there: There) => Promise<void>) =>
  database.rollback(async (db) => {
    const small = await insertSmallPortfolio(db);
    const as = async (role: Role, reach: Partial<Grant> = {}) => {
      const actor = small.as(role, reach);
      await db.execute(sql`insert into account (id, organisation_id, email, name, password_hash)
        values (${actor.accountId}, ${actor.organisationId}, ${`${actor.accountId}@prøve.example`}, ${role}, '-')`);
      return actor;
    };
    const spaces = await db.execute<{ id: string; floorId: string; number: string }>(
      sql`select id, floor_id as "floorId", number from space where building_id = ${small.daycare}`,
    );
    const of = (number: string) => spaces.find((space) => space.number === number)!;
    const cellar = { floorId: of("K01").floorId, spaceId: of("K01").id };
    await work({ db, small, as, manager: await as("manager"), cellar, ground: of("001").id });
  });

/** An internal lease of 80 of the cellar's 200 m², from the new year, at 500 kr a m² and a fixed 4,000. */
export function wanted({ small, cellar }: There, change: Partial<LeaseForm> = {}): LeaseForm {
  const form = newLease("internal", "KEjd");
  form.parties.tenant.name = "Børnehuset Solsikken";
  const premise = {
    buildingId: small.daycare,
    spaceId: "",
    floorId: cellar.floorId,
    areaM2: "80",
    from: "",
    to: "",
  };
  const amounts: Record<string, string> = { capital: "500", insurance: "4.000" };
  return {
    ...form,
    ...{ unit: "U1", from: "2027-01-01", to: "2036-12-31", premises: [premise] },
    terms: {
      ...form.terms,
      landlordNoticeMonths: "12",
      tenantNoticeMonths: "6",
      tenantBoundUntil: "2028-12-31",
    },
    rent: form.rent.map((row) => ({ ...row, kroner: amounts[row.part ?? row.kind] ?? "", isIndexed: false })),
    ...change,
  };
}

/** A draft that the manager has saved once. */
export async function drafted(there: There, change: Partial<LeaseForm> = {}): Promise<string> {
  const [unit] = await there.db.execute<{ code: string }>(
    sql`select code from unit where id = ${there.small.solsikken}`,
  );
  const form = { ...wanted(there), unit: unit!.code, ...change };
  const begun = await beginDraft(there.db, there.manager, form, now);
  if (!begun.ok) throw new Error(begun.refusal);
  await saveDraft(there.db, there.manager, begun.value, form, 1, now);
  return begun.value;
}

/** A free floor in a building of others, and a lease by which an administration rents 120 m² of a floor. */
export async function rentable({ db, small }: There) {
  const [floor, space] = ["01980000-0000-7000-8000-000000000001", "01980000-0000-7000-8000-000000000002"];
  await db.execute(sql`insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    values (${floor}, ${small.organisationId}, ${small.office}, 3, 500, '2015-01-01')`);
  await db.execute(sql`insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source, method, recorded_on)
    values (${space}, ${small.organisationId}, ${small.office}, ${floor}, '301', 500, true, '2015-01-01', 'p', 'drawing', '2015-01-01')`);
  const form = newLease("thirdPartyIn", "KEjd");
  form.parties.landlord.name = "Fiktiv Udlejning A/S";
  form.rent[0]!.kroner = "1000";
  form.rent[0]!.isIndexed = false;
  const of = (buildingId: string, floorId: string, administration = "BUF") => ({
    ...form,
    ...{ administration, from: "2027-03-01", to: "" },
    premises: [{ buildingId, spaceId: "", floorId, areaM2: "120", from: "", to: "" }],
  });
  return { floor: floor!, of };
}
