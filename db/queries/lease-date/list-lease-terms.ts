import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { LeaseKind } from "#domain/lease-date/dates-search.ts";
import type { LeaseTerms } from "#domain/lease-date/lease-terms.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

/** A lease with what it says of its dates. */
export interface LeaseWithTerms {
  contractId: Id;
  number: string;
  kind: LeaseKind;
  /** The other side as people call it: the landlord outside, the tenant outside, or the unit. */
  partyName: string;
  administrationId: Id | null;
  administrationCode: string | null;
  buildingId: Id | null;
  buildingName: string | null;
  buildings: number;
  terms: LeaseTerms;
}

interface Row extends Omit<LeaseWithTerms, "terms"> {
  validFrom: Day;
  validTo: Day | null;
  noticeMonths: number | null;
  boundUntil: Day | null;
  adjustsInMonth: number | null;
  [key: string]: unknown;
}

export interface TermsAsked {
  /** Leases that had ended by then say nothing any more. */
  endedBefore: Day;
  contractIds?: readonly Id[];
}

/** The leases that the actor may read, with their terms, by number. */
export async function listLeaseTerms(db: Db, actor: Actor, asked: TermsAsked): Promise<LeaseWithTerms[]> {
  const only = asked.contractIds
    ? sql`k.id = any (${`{${asked.contractIds.join(",")}}`}::uuid[])`
    : sql`(k.valid_to is null or k.valid_to >= ${asked.endedBefore}::date)`;
  const rows = await db.execute<Row>(sql`
    with lease as materialized (
      select k.*, coalesce(k.counterparty, u.name, '') as party_name
        from contract k left join unit u on u.id = k.unit_id
       where k.organisation_id = ${actor.organisationId} and ${only} and ${contractVisibleTo(actor)}
    ), house as (
      select t.contract_id, count(distinct t.building_id)::int as buildings, min(b.id::text)::uuid as building_id,
             min(b.name) as building_name
        from tenancy t join lease k on k.id = t.contract_id join building b on b.id = t.building_id group by 1
    ), adjusted as (
      select r.contract_id, min(r.adjusts_in_month) as month
        from rent_term r join lease k on k.id = r.contract_id group by 1
    )
    select k.id as "contractId", k.number, k.kind, k.party_name as "partyName", k.administration_id as "administrationId",
           n.code as "administrationCode", h.building_id as "buildingId", h.building_name as "buildingName",
           coalesce(h.buildings, 0) as buildings, k.valid_from::text as "validFrom", k.valid_to::text as "validTo",
           k.notice_months as "noticeMonths", k.non_terminable_until::text as "boundUntil",
           a.month as "adjustsInMonth"
      from lease k left join administration n on n.id = k.administration_id left join house h on h.contract_id = k.id
      left join adjusted a on a.contract_id = k.id
     order by k.number`);
  return rows.map(withTerms);
}

function withTerms(row: Row): LeaseWithTerms {
  const { validFrom, validTo, noticeMonths, boundUntil, adjustsInMonth, ...lease } = row;
  const party = { noticeMonths, boundUntil };
  const terms: LeaseTerms = {
    ...{ validFrom, validTo, tenant: party, landlord: party, noticeTo: "monthEnd", adjustsInMonth },
    ...{ marketRentFrom: null, marketRentEveryYears: null, options: [], mustRestore: false, depositOre: 0 },
  };
  return { ...(lease as Omit<LeaseWithTerms, "terms">), terms };
}
