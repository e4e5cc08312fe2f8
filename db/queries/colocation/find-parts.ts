import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { danishToday } from "#db/danish-today.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "../portfolio-filter.ts";

/** What may be taken into a case: units, and buildings with the leases by which the city rents in them. */
export interface FoundParts {
  units: { id: Id; name: string; administration: string; employees: number }[];
  buildings: {
    id: Id;
    name: string;
    address: string;
    areaM2: number;
    contractId: Id | null;
    number: string | null;
  }[];
}

const most = 8;

/** Units and buildings of a name or address that a case does not have yet; protected ones are in no case. */
export async function findCaseParts(db: Db, actor: Actor, caseId: Id, q: string): Promise<FoundParts> {
  const like = sql`'%' || replace(replace(fold_danish(${q.trim()}), '%', ''), '_', '') || '%'`;
  const units = await db.execute<FoundParts["units"][number] & Record<string, unknown>>(sql`
    select u.id, u.name, a.code as administration, coalesce((select sum(o.persons)::int from occupation o
             where o.unit_id = u.id and o.valid_from <= ${danishToday} and (o.valid_to is null or o.valid_to > ${danishToday})), 0) as employees
      from unit u join administration a on a.id = u.administration_id
     where u.organisation_id = ${actor.organisationId} and not u.is_protected and fold_danish(u.name) like ${like}
       and not exists (select 1 from colocation_unit x where x.case_id = ${caseId} and x.unit_id = u.id)
     order by danish_order(u.name), u.id limit ${most}`);
  const buildings = await db.execute<FoundParts["buildings"][number] & Record<string, unknown>>(sql`
    select r.building_id as id, r.name, r.address, r.area_m2 as "areaM2", k.id as "contractId", k.number
      from portfolio_row_now r left join lateral (
        select distinct k.id, k.number from tenancy t join contract k on k.id = t.contract_id and k.kind = 'thirdPartyIn'
         where t.building_id = r.building_id and t.side = 'in' and t.valid_from <= ${danishToday}
           and (t.valid_to is null or t.valid_to > ${danishToday})) k on true
     where ${withinScope(actor, "colocation")} and not r.is_protected and r.search_text like ${like}
       and not exists (select 1 from colocation_premises p where p.case_id = ${caseId} and p.building_id = r.building_id
         and p.contract_id is not distinct from k.id)
     order by r.name_order, r.building_id, k.number limit ${most}`);
  return { units: [...units], buildings: [...buildings] };
}
