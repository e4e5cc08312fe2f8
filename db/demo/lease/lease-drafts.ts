import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { addMonths, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { LeaseForm } from "#domain/lease/lease-form.ts";
import { newLease } from "#domain/lease/new-lease.ts";

const city = "Københavns Ejendomme";

/** Three drafts: one that could be put in force, one without its rent, and one that has just been begun. */
export async function demoDrafts(db: Db, organisationId: Id, loadDay: Day): Promise<LeaseForm[]> {
  const [floor] = await db.execute<{ buildingId: Id; floorId: Id }>(sql`
    select s.building_id as "buildingId", s.floor_id as "floorId"
      from space s join portfolio_row_now r on r.building_id = s.building_id and r.tenure = 'owned' and not r.is_protected
     where s.organisation_id = ${organisationId} and s.is_undivided and s.valid_to is null and s.area_m2 > 300
       and not exists (select 1 from tenancy t where t.space_id = s.id and (t.valid_to is null or t.valid_to > ${loadDay}::date))
     order by s.area_m2 desc, s.id limit 1`);
  const units = await db.execute<{ code: string; name: string; administration: string }>(sql`
    select u.code, u.name, a.code as administration from unit u join administration a on a.id = u.administration_id
     where u.organisation_id = ${organisationId} and not u.is_protected and a.code in ('BUF', 'KFF')
     order by a.code, u.name, u.id limit 40`);
  const [first, second] = [units[0], units.at(-1)];
  const begun = newLease("thirdPartyOut", city);
  begun.parties.tenant.name = "Foreningen Havnens Både (fiktiv)";
  if (!floor || !first || !second) return [begun];
  const from = `${addMonths(loadDay, 3).slice(0, 8)}01`;
  const premise = { ...floor, spaceId: "", from: "", to: "" };
  return [
    whole(first, { ...premise, areaM2: "120" }, from),
    { ...withUnit(second, from), premises: [{ ...premise, areaM2: "64" }] },
    begun,
  ];
}

interface Unit {
  code: string;
  name: string;
  administration: string;
}

function withUnit({ code, name, administration }: Unit, from: Day): LeaseForm {
  const form = newLease("internal", city);
  form.parties.tenant.name = name;
  return { ...form, unit: code, administration, from };
}

const kroner: Record<string, string> = {
  capital: "410",
  exteriorMaintenance: "112",
  reserve: "28",
  administration: "34",
  insurance: "2.400",
  taxes: "7.200",
};

function whole(unit: Unit, premise: LeaseForm["premises"][number], from: Day): LeaseForm {
  const form = withUnit(unit, from);
  return {
    ...form,
    premises: [premise],
    terms: { ...form.terms, landlordNoticeMonths: "12", tenantNoticeMonths: "6", restoration: "maintained" },
    rent: form.rent.map((row) => ({
      ...row,
      ...{ kroner: kroner[row.part ?? row.kind] ?? "", isIndexed: false },
    })),
  };
}
