import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { ChangingParty, LeaseChangeKind } from "#domain/lease/change-plan.ts";
import type { PartyRole } from "#domain/lease/lease-step.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

interface Dated {
  validFrom: Day;
  validTo: Day | null;
}

export interface LeaseTermsRow extends Dated {
  landlordNoticeMonths: number | null;
  tenantNoticeMonths: number | null;
  landlordBoundUntil: Day | null;
  tenantBoundUntil: Day | null;
  noticeTo: "anyDay" | "monthEnd" | "quarterEnd";
  restoration: "none" | "maintained" | "asReceived" | "cleared";
  depositOre: number;
  prepaidOre: number;
  marketRentFrom: Day | null;
}

export interface LeaseChangeRow {
  id: Id;
  number: number;
  kind: LeaseChangeKind;
  state: "draft" | "confirmed" | "done" | "undone" | "dropped";
  by: ChangingParty;
  receivedOn: Day;
  effectiveOn: Day;
  reason: string;
  confirmedAt: string | null;
  confirmedByName: string | null;
  steps: { id: Id; key: string; dueOn: Day; doneOn: Day | null; doneByName: string | null; note: string }[];
}

/** What a lease says and what happened to it: terms, options, parties and premises with their days, and its changes. */
export interface LeaseLife {
  terms: LeaseTermsRow[];
  options: {
    kind: "extend" | "break" | "expand" | "buy";
    holder: "landlord" | "tenant";
    decideBy: Day;
    effectOn: Day;
    months: number | null;
    usedOn: Day | null;
  }[];
  parties: (Dated & {
    role: PartyRole;
    name: string;
    cvr: string | null;
    ean: string | null;
    contact: string;
    mail: string;
    phone: string;
  })[];
  premises: (Dated & { buildingId: Id; building: string; level: number; space: string; areaM2: number })[];
  amendments: {
    number: number;
    fromDay: Day;
    reason: string;
    madeAt: string;
    madeByName: string | null;
    isTakenBack: boolean;
  }[];
  changes: LeaseChangeRow[];
}

const instant = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** The whole life of a lease that the actor may read; null where there is none for them. Newest first. */
export async function getLeaseLife(db: Db, actor: Actor, id: Id): Promise<LeaseLife | null> {
  const [row] = await db.execute<LeaseLife & Record<string, unknown>>(sql`
    select (select coalesce(json_agg(json_build_object('landlordNoticeMonths', t.landlord_notice_months, 'tenantNoticeMonths', t.tenant_notice_months,
              'landlordBoundUntil', t.landlord_bound_until, 'tenantBoundUntil', t.tenant_bound_until, 'noticeTo', t.notice_to,
              'restoration', t.restoration, 'depositOre', t.deposit_ore, 'prepaidOre', t.prepaid_ore, 'marketRentFrom', t.market_rent_from,
              'validFrom', t.valid_from, 'validTo', t.valid_to) order by t.valid_from desc), '[]')
              from lease_term t where t.contract_id = k.id) as terms,
           (select coalesce(json_agg(json_build_object('kind', o.kind, 'holder', o.holder, 'decideBy', o.decide_by, 'effectOn', o.effect_on,
              'months', o.months, 'usedOn', o.used_on) order by o.decide_by), '[]') from lease_option o where o.contract_id = k.id) as options,
           (select coalesce(json_agg(json_build_object('role', p.role, 'name', p.name, 'cvr', p.cvr, 'ean', p.ean, 'contact', p.contact,
              'mail', p.mail, 'phone', p.phone, 'validFrom', p.valid_from, 'validTo', p.valid_to)
              order by array_position(array['landlord', 'tenant', 'administrator', 'payer'], p.role), p.valid_from desc), '[]')
              from lease_party p where p.contract_id = k.id) as parties,
           (select coalesce(json_agg(json_build_object('buildingId', b.id, 'building', b.name, 'level', f.level, 'space', s.number,
              'areaM2', s.area_m2, 'validFrom', t.valid_from, 'validTo', t.valid_to) order by b.name, f.level, s.number, t.valid_from), '[]')
              from tenancy t join space s on s.id = t.space_id join floor f on f.id = s.floor_id join building b on b.id = t.building_id
             where t.contract_id = k.id) as premises,
           (select coalesce(json_agg(json_build_object('number', m.number, 'fromDay', m.from_day, 'reason', m.reason,
              'madeAt', ${instant("m.made_at")}, 'madeByName', a.name, 'isTakenBack', m.taken_back_at is not null) order by m.number desc), '[]')
              from lease_amendment m left join account a on a.id = m.made_by where m.contract_id = k.id) as amendments,
           (select coalesce(json_agg(json_build_object('id', c.id, 'number', c.number, 'kind', c.kind, 'state', c.state, 'by', c.by_party,
              'receivedOn', c.received_on, 'effectiveOn', c.effective_on, 'reason', c.form->>'reason',
              'confirmedAt', ${instant("c.confirmed_at")}, 'confirmedByName', a.name,
              'steps', (select coalesce(json_agg(json_build_object('id', s.id, 'key', s.key, 'dueOn', s.due_on, 'doneOn', s.done_on,
                  'doneByName', d.name, 'note', s.note) order by s.position), '[]')
                from lease_change_step s left join account d on d.id = s.done_by where s.change_id = c.id)) order by c.number desc), '[]')
              from lease_change c left join account a on a.id = c.confirmed_by where c.contract_id = k.id) as changes
      from contract k left join unit u on u.id = k.unit_id
     where k.id = ${id} and k.organisation_id = ${actor.organisationId} and ${contractVisibleTo(actor)}`);
  return row ?? null;
}
