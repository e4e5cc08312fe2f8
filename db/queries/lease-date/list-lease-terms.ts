import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { LeaseKind } from "#domain/lease/lease-search.ts";
import type { LeaseTerms } from "#domain/lease-date/lease-terms.ts";
import type { OwnDeadlineKind } from "#domain/lease-date/own-deadline.ts";
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
  /** What KEjd has promised to answer in a change of the lease that is under way. */
  ownDeadlines: { kind: OwnDeadlineKind; on: Day; doneOn: Day | null }[];
}

interface Row extends Omit<LeaseWithTerms, "terms"> {
  terms: LeaseTerms;
  [key: string]: unknown;
}

export interface TermsAsked {
  today: Day;
  /** Leases that had ended by then say nothing any more. */
  endedBefore: Day;
  contractIds?: readonly Id[];
}

/**
 * The leases that the actor may read, with the terms in force, or of one that begins later its first; by number. A lease
 * whose terms nobody has written down has those of its register line, the same for both parties.
 */
export async function listLeaseTerms(db: Db, actor: Actor, asked: TermsAsked): Promise<LeaseWithTerms[]> {
  const only = asked.contractIds
    ? sql`k.id = any (${`{${asked.contractIds.join(",")}}`}::uuid[])`
    : sql`(k.valid_to is null or k.valid_to >= ${asked.endedBefore}::date)`;
  const rows = await db.execute<Row>(sql`
    with lease as materialized (
      select k.*, coalesce(k.counterparty, u.name, '') as party_name
        from contract k left join unit u on u.id = k.unit_id
       where k.organisation_id = ${actor.organisationId} and ${only} and ${contractVisibleTo(actor)}
    ), place as (
      -- Thousands of rooms are a few houses: they are told apart before anything is asked of them.
      select distinct t.contract_id, t.building_id from tenancy t join lease k on k.id = t.contract_id
    ), house as (
      select distinct on (p.contract_id) p.contract_id, p.building_id, b.name as building_name,
             count(*) over (partition by p.contract_id)::int as buildings
        from place p join building b on b.id = p.building_id order by p.contract_id, p.building_id
    ), term as (
      -- The terms in force; of those to come the first, of those that are over the last.
      select distinct on (m.contract_id) m.* from lease_term m join lease k on k.id = m.contract_id
       order by m.contract_id, (m.valid_from <= ${asked.today}::date and (m.valid_to is null or m.valid_to > ${asked.today}::date)) desc,
                m.valid_from > ${asked.today}::date desc, abs(m.valid_from - ${asked.today}::date)
    ), adjusted as (
      -- Only where the terms do not say it themselves.
      select r.contract_id, min(r.adjusts_in_month) as month from rent_term r
       where r.contract_id in (select k.id from lease k left join term m on m.contract_id = k.id where m.regulates_in_month is null)
       group by 1
    )
    select k.id as "contractId", k.number, k.kind, k.party_name as "partyName", k.administration_id as "administrationId",
           n.code as "administrationCode", h.building_id as "buildingId", h.building_name as "buildingName",
           coalesce(h.buildings, 0) as buildings,
           json_build_object('validFrom', k.valid_from, 'validTo', k.valid_to,
             'tenant', json_build_object('noticeMonths', case when m.id is null then k.notice_months else m.tenant_notice_months end,
               'boundUntil', case when m.id is null then k.non_terminable_until else m.tenant_bound_until end),
             'landlord', json_build_object('noticeMonths', case when m.id is null then k.notice_months else m.landlord_notice_months end,
               'boundUntil', case when m.id is null then k.non_terminable_until else m.landlord_bound_until end),
             'noticeTo', coalesce(m.notice_to, 'monthEnd'), 'adjustsInMonth', coalesce(m.regulates_in_month, a.month),
             'marketRentFrom', m.market_rent_from, 'marketRentEveryYears', m.market_rent_every_years,
             'mustRestore', coalesce(m.restoration, 'none') <> 'none', 'depositOre', coalesce(m.deposit_ore, 0),
             'options', coalesce(o.options, '[]'::json)) as terms,
           coalesce(d.deadlines, '[]'::json) as "ownDeadlines"
      from lease k left join administration n on n.id = k.administration_id left join house h on h.contract_id = k.id
      left join adjusted a on a.contract_id = k.id left join term m on m.contract_id = k.id
      left join (${options(asked.today)}) o on o.contract_id = k.id left join (${ownDeadlines}) d on d.contract_id = k.id
     order by k.number`);
  return [...rows];
}

/** Options that nobody has used yet. */
const options = (today: Day) => sql`
  select o.contract_id, json_agg(json_build_object('kind', o.kind, 'party', o.holder, 'by', o.decide_by, 'effectOn', o.effect_on,
           'months', o.months) order by o.decide_by, o.id) as options
    from lease_option o join lease k on k.id = o.contract_id
   where o.used_on is null and (o.valid_to is null or o.valid_to > ${today}::date) group by 1`;

/** Steps of changes under way that KEjd has promised a time for, and those done with their day. */
const ownDeadlines = sql`
  select c.contract_id, json_agg(json_build_object('kind', case s.key when 'confirm' then 'confirmTermination'
             when 'objection' then 'objectToMoveIn' else 'consentConversion' end, 'on', s.due_on, 'doneOn', s.done_on)
           order by s.due_on) as deadlines
    from lease_change c join lease k on k.id = c.contract_id join lease_change_step s on s.change_id = c.id
   where c.state in ('draft', 'confirmed', 'done') and s.due_on is not null
     and s.key in ('confirm', 'objection', 'consent') group by 1`;
