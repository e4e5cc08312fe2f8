import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { HandOverFacts, KnownPlace } from "#domain/hand-over/hand-over-facts.ts";
import type { HandOverRegister } from "#domain/hand-over/read-hand-over.ts";
import type { Id } from "#domain/id.ts";
import { withinAdministrations } from "./hand-over-scope.ts";
import { boundUntilOn, noticeMonthsOn } from "../lease/notice-on.ts";
import { yearlyRentOn } from "../lease/rent-on.ts";

/** A known place, with what a list shows of it. */
export interface KnownRow extends KnownPlace {
  buildingName: string;
  administrationName: string;
  /** The hand-over that it is in, if any. */
  handOverId: Id | null;
}

type Found = Omit<KnownRow, "facts"> & Omit<HandOverFacts, "premises" | "position" | "note">;

const most = 5_000;

/** What an actor may hand over, and what a form or a file is read against. */
export async function getHandOverRegister(
  db: Db,
  actor: Actor,
  today: Day,
): Promise<Omit<HandOverRegister, "known"> & { known: KnownRow[] }> {
  const inScope = withinAdministrations(actor, "write", sql`n.id`, sql`null::uuid`);
  const administrations = await db.execute<{ id: Id; code: string; name: string }>(sql`
    select n.id, n.code, n.name from administration n
     where n.organisation_id = ${actor.organisationId} and ${inScope} order by n.code`);
  const units = await db.execute<HandOverRegister["units"][number] & Record<string, unknown>>(sql`
    select u.id, u.code, u.name, u.administration_id as "administrationId" from unit u
     where u.organisation_id = ${actor.organisationId} and u.valid_from <= ${today}::date
       and (u.valid_to is null or u.valid_to > ${today}::date)
       and ${withinAdministrations(actor, "write", sql`u.administration_id`, sql`u.id`)}
     order by danish_order(u.name), u.id limit ${most}`);
  const known = [
    ...(await listUnknownLeases(db, actor, today)),
    ...(await listOutsideProperties(db, actor, today)),
  ];
  return { today, administrations: [...administrations], units: [...units], known };
}

/** Leases that run on a day and that KEjd does not know of, with where they are. */
async function listUnknownLeases(db: Db, actor: Actor, today: Day): Promise<KnownRow[]> {
  const rows = await db.execute<Found & Record<string, unknown>>(sql`
    select k.number as key, 'lease' as kind, k.administration_id as "administrationId", n.name as "administrationName",
           k.id as "contractId", b.id as "buildingId", k.unit_id as "unitId", b.name as "buildingName", h.id as "handOverId",
           a.street, a.house_number as "houseNumber", a.postcode, a.town, v.use_code as "useCode",
           t.area_m2 as "areaM2", k.counterparty, k.valid_from::text as "startsOn",
           (k.valid_to - 1)::text as "lastDay", ${noticeMonthsOn(today)} as "noticeMonths",
           ${boundUntilOn(today)}::text as "nonTerminableUntil", ${yearlyRentOn(today)}::float8 as "annualRentOre",
           null as "bfeNumber", null as "builtYear"
      from contract k join administration n on n.id = k.administration_id
      join lateral (
        select (array_agg(x.building_id order by s.area_m2 desc, x.building_id))[1] as building_id,
               sum(s.area_m2)::float8 as area_m2
          from tenancy x join space s on s.id = x.space_id
         where x.contract_id = k.id and x.valid_from <= ${today}::date and (x.valid_to is null or x.valid_to > ${today}::date)
      ) t on t.building_id is not null
      join building b on b.id = t.building_id join address a on a.id = b.address_id
      join building_version v on v.building_id = b.id and v.valid_from <= ${today}::date
       and (v.valid_to is null or v.valid_to > ${today}::date)
      left join hand_over h on h.contract_id = k.id and h.state <> 'rejected'
     where k.organisation_id = ${actor.organisationId} and k.kind = 'thirdPartyIn'
       and (k.known_from is null or k.known_from > ${today}::date)
       and k.valid_from <= ${today}::date and (k.valid_to is null or k.valid_to > ${today}::date)
       and ${withinAdministrations(actor, "write", sql`k.administration_id`, sql`k.unit_id`)}
     order by n.code, danish_order(a.street), a.house_number, k.id limit ${most}`);
  return rows.map(knownOf);
}

/** Buildings that stand outside KEjd without such a lease: an administration's, or a self-governing institution's. */
async function listOutsideProperties(db: Db, actor: Actor, today: Day): Promise<KnownRow[]> {
  const rows = await db.execute<Found & Record<string, unknown>>(sql`
    select b.id::text as key, 'property' as kind, r.main_administration_id as "administrationId",
           n.name as "administrationName", null as "contractId", b.id as "buildingId", r.unit_ids[1] as "unitId",
           b.name as "buildingName", h.id as "handOverId", a.street, a.house_number as "houseNumber", a.postcode, a.town,
           r.use_code as "useCode", r.area_m2 as "areaM2", null as counterparty, null as "startsOn", null as "lastDay",
           null as "noticeMonths", null as "nonTerminableUntil", null as "annualRentOre",
           r.bfe_number::float8 as "bfeNumber", r.built_year as "builtYear"
      from portfolio_row r join building b on b.id = r.building_id join address a on a.id = b.address_id
      join administration n on n.id = coalesce(r.main_administration_id,
        (select u.administration_id from unit u where u.id = r.unit_ids[1]))
      left join hand_over h on h.building_id = b.id and h.kind = 'property' and h.state <> 'rejected'
     where r.organisation_id = ${actor.organisationId} and r.tenure = 'outside' and r.unknown_leases = 0
       and r.valid_from <= ${today}::date and r.valid_to > ${today}::date
       and ${withinAdministrations(actor, "write", sql`n.id`, sql`r.unit_ids[1]`)}
     order by n.code, r.address_order, b.id limit ${most}`);
  return rows.map(knownOf);
}

function knownOf(row: Found): KnownRow {
  const {
    key,
    kind,
    administrationId,
    administrationName,
    contractId,
    buildingId,
    unitId,
    buildingName,
    handOverId,
  } = row;
  const { street, houseNumber, postcode, town, useCode, areaM2, counterparty, startsOn, lastDay } = row;
  const { noticeMonths, nonTerminableUntil, annualRentOre, bfeNumber, builtYear } = row;
  return {
    ...{
      key,
      kind,
      administrationId,
      administrationName,
      contractId,
      buildingId,
      unitId,
      buildingName,
      handOverId,
    },
    facts: {
      ...{ street, houseNumber, postcode, town, premises: "", position: null, useCode, areaM2, counterparty },
      ...{
        startsOn,
        lastDay,
        noticeMonths,
        nonTerminableUntil,
        annualRentOre,
        bfeNumber,
        builtYear,
        note: "",
      },
    },
  };
}
