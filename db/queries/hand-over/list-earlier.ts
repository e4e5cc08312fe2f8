import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { handOverName, type HandOverKind } from "#domain/hand-over/hand-over-facts.ts";
import type { Earlier } from "#domain/hand-over/judge-together.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";

type Found = Omit<Earlier, "facts" | "isRegister"> &
  Earlier["facts"] & { number: number; kind: HandOverKind };

/** What new hand-overs of some administrations are compared with: what they have handed over, and their running leases. */
export async function listEarlier(
  db: Db,
  actor: Actor,
  kind: HandOverKind,
  administrationIds: readonly Id[],
  today: Day,
): Promise<Earlier[]> {
  const handed = await db.execute<Found & Record<string, unknown>>(sql`
    select h.number, h.contract_id as "contractId", h.building_id as "buildingId",
           (h.handed_over_at at time zone 'Europe/Copenhagen')::date::text as "handedOverOn", h.facts ->> 'street' as street,
           h.facts ->> 'houseNumber' as "houseNumber", h.facts ->> 'postcode' as postcode, h.facts ->> 'premises' as premises,
           h.facts ->> 'counterparty' as counterparty, h.facts ->> 'startsOn' as "startsOn", h.facts ->> 'lastDay' as "lastDay"
      from hand_over h
     where h.organisation_id = ${actor.organisationId} and h.kind = ${kind} and h.state <> 'rejected'
       and h.administration_id = any (${uuidArray(administrationIds)}) order by h.number`);
  const leases =
    kind === "property"
      ? []
      : await db.execute<Found & { name: string } & Record<string, unknown>>(sql`
    select k.number as name, k.id as "contractId", b.id as "buildingId", null as "handedOverOn", a.street,
           a.house_number as "houseNumber", a.postcode, '' as premises, k.counterparty, k.valid_from::text as "startsOn",
           (k.valid_to - 1)::text as "lastDay"
      from contract k
      join lateral (select t.building_id from tenancy t where t.contract_id = k.id order by t.valid_from desc, t.id limit 1) t on true
      join building b on b.id = t.building_id join address a on a.id = b.address_id
     where k.organisation_id = ${actor.organisationId} and k.kind = 'thirdPartyIn'
       and k.administration_id = any (${uuidArray(administrationIds)})
       and (k.valid_to is null or k.valid_to > ${today}::date) order by k.number`);
  return [
    ...handed.map((row) => earlierOf(row, handOverName(row.number), false)),
    ...leases.map((row) => earlierOf(row, row.name, true)),
  ];
}

function earlierOf(row: Found, name: string, isRegister: boolean): Earlier {
  const { contractId, buildingId, handedOverOn, street, houseNumber, postcode, premises } = row;
  const { counterparty, startsOn, lastDay } = row;
  const facts = { street, houseNumber, postcode, premises, counterparty, startsOn, lastDay };
  return { name, isRegister, contractId, buildingId, handedOverOn, facts };
}
