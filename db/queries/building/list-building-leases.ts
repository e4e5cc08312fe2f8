import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { contractVisibleTo } from "./visible-to.ts";
import { boundUntilOn, noticeMonthsOn } from "../lease/notice-on.ts";
import { yearlyRentOn } from "../lease/rent-on.ts";

export interface BuildingLeaseRow {
  id: Id;
  number: string;
  kind: "internal" | "thirdPartyIn" | "thirdPartyOut";
  partyName: string;
  administrationName: string | null;
  validFrom: Day;
  validTo: Day | null;
  noticeMonths: number | null;
  nonTerminableUntil: Day | null;
  annualRentOre: number | null;
  areaM2: number;
  isKnown: boolean;
  isInForce: boolean;
}

/**
 * The contracts that cover spaces of a building, those in force on the day first, as far as the actor may read them:
 * who shares a building does not see the rent of the others. `areaM2` is what the contract covers in this building. The
 * caller has made sure that the actor may see the building.
 */
export async function listBuildingLeases(
  db: Db,
  actor: Actor,
  buildingId: Id,
  on: Day,
): Promise<BuildingLeaseRow[]> {
  if (!may(actor, "leases", "read")) return [];
  const rows = await db.execute<BuildingLeaseRow & Record<string, unknown>>(sql`
    select k.id, k.number, k.kind, coalesce(k.counterparty, u.name, '') as "partyName", n.name as "administrationName",
           k.valid_from::text as "validFrom", k.valid_to::text as "validTo", ${noticeMonthsOn(on)} as "noticeMonths",
           ${boundUntilOn(on)}::text as "nonTerminableUntil", ${yearlyRentOn(on)} as "annualRentOre",
           coalesce(sum(s.area_m2) filter (where t.valid_from <= d.day and (t.valid_to is null or t.valid_to > d.day)), 0)
             as "areaM2", (k.known_from is not null and k.known_from <= ${on}::date) as "isKnown",
           (k.valid_from <= ${on}::date and (k.valid_to is null or k.valid_to > ${on}::date)) as "isInForce"
      from contract k join tenancy t on t.contract_id = k.id join space s on s.id = t.space_id
      cross join lateral (select least(${on}::date, k.valid_to - 1) as day) d
      left join unit u on u.id = k.unit_id left join administration n on n.id = k.administration_id
     where t.building_id = ${buildingId} and k.organisation_id = ${actor.organisationId}
       and k.valid_from <= ${on}::date and ${contractVisibleTo(actor)}
     group by k.id, u.name, n.name
     order by "isInForce" desc, k.valid_from desc, k.number limit 200`);
  return [...rows];
}
