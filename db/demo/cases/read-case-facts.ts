import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { responsibilityTenureOf } from "#domain/responsibility/terms.ts";
import { demoAccounts } from "../demo-account.ts";
import type { DemoCaseFacts, DemoCaseUnit, DemoPeople, DemoPremises } from "./case-facts.ts";

type Place = Omit<DemoPremises, "tenure"> & { unitId: Id; tenure: "owned" | "leasedIn" | "outside" };
type Unit = Omit<DemoCaseUnit, "premises">;

/** Reads all that the demo's cases are made from, as it is on a day. Everything comes in an order that ids do not decide. */
export async function readCaseFacts(
  db: Db,
  organisationId: Id,
  on: Day,
): Promise<Omit<DemoCaseFacts, "passwordHash">> {
  const units = await db.execute<Unit & Record<string, unknown>>(sql`
    select id, code, name, kind, administration_id as "administrationId", is_protected as "isProtected" from unit
     where organisation_id = ${organisationId} and valid_from <= ${on}::date and (valid_to is null or valid_to > ${on}::date)
     order by code`);
  const placesOf = new Map<Id, DemoPremises[]>(units.map(({ id }) => [id, []]));
  for (const { unitId, tenure, ...place } of await readPlaces(db, organisationId, on))
    placesOf.get(unitId)?.push({ ...place, tenure: responsibilityTenureOf(tenure) });
  const { leadersUnitIds, people } = await readPeople(db, organisationId);
  return {
    organisationId,
    units: units.map((unit) => ({ ...unit, premises: placesOf.get(unit.id)! })),
    ...{ leadersUnitIds, people, firstNumber: await nextCaseNumber(db) },
    ...(await readRules(db, organisationId, on)),
  };
}

/** The number that the next case will get. */
export async function nextCaseNumber(db: Db): Promise<number> {
  const [row] = await db.execute<{ last: number }>(
    sql`select case when is_called then last_value else 0 end::int as last from case_number`,
  );
  return row!.last + 1;
}

/** The buildings of each unit that day, with the rooms that are recorded as its own. */
const readPlaces = (db: Db, organisationId: Id, on: Day) =>
  db.execute<Place & Record<string, unknown>>(sql`
    with held as (
      select k.unit_id, t.building_id, t.space_id, k.id as contract_id, t.valid_from
        from tenancy t join contract k on k.id = t.contract_id
       where t.organisation_id = ${organisationId} and k.unit_id is not null
         and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)
      union all
      select o.unit_id, o.building_id, o.space_id, null, o.valid_from from occupation o
       where o.organisation_id = ${organisationId}
         and o.valid_from <= ${on}::date and (o.valid_to is null or o.valid_to > ${on}::date)
    ), room as (
      select x.unit_id, x.building_id, sum(x.area_m2)::float8 as area_m2,
             coalesce(json_agg(json_build_object('id', x.id, 'number', x.number, 'roomUse', x.room_use) order by x.number, x.id)
                        filter (where x.room_use is not null), '[]') as rooms
        from (select distinct h.unit_id, h.building_id, s.id, s.number, s.room_use, s.area_m2
                from held h join space s on s.id = h.space_id) x
       group by x.unit_id, x.building_id
    ), place as (
      select h.unit_id, h.building_id, max(h.valid_from) as since,
             coalesce(json_agg(distinct h.contract_id) filter (where h.contract_id is not null), '[]') as contract_ids
        from held h group by h.unit_id, h.building_id
    )
    select p.unit_id as "unitId", p.building_id as "buildingId", r.tenure, r.condition, p.since,
           coalesce(m.area_m2, 0) as "areaM2", coalesce(v.storeys, 1)::int as storeys, p.contract_ids as "contractIds",
           coalesce(m.rooms, '[]') as rooms
      from place p
      join portfolio_row r on r.building_id = p.building_id and r.valid_to = 'infinity'
      left join building_version v on v.building_id = p.building_id and v.valid_to is null
      left join room m on m.unit_id = p.unit_id and m.building_id = p.building_id
     order by p.unit_id, p.building_id`);

/** The same parts that placing a case reads, all of them. */
async function readRules(db: Db, organisationId: Id, on: Day) {
  type Read = Pick<DemoCaseFacts, "items" | "services" | "rules" | "targets" | "teams">;
  const holds = sql`x.valid_from <= ${on}::date and (x.valid_to is null or x.valid_to > ${on}::date)`;
  const [read] = await db.execute<Read & Record<string, unknown>>(sql`
    select
      (select coalesce(json_agg(json_build_object('code', x.code, 'nameDa', x.name_da, 'nameEn', x.name_en,
                'usualLocation', x.usual_location, 'elementGroup', x.element_group, 'usualPriority', x.usual_priority,
                'normMinutes', x.norm_minutes, 'withdrawnOn', x.withdrawn_on) order by x.code), '[]')
         from facility_item x where x.organisation_id = ${organisationId}) as items,
      (select coalesce(json_agg(json_build_object('code', s.code, 'nameDa', s.name_da, 'nameEn', s.name_en,
                'withdrawnOn', s.withdrawn_on, 'teamId', s.team_id, 'unitPriceOre', x.unit_price_ore,
                'normMinutes', x.norm_minutes, 'slaCode', x.sla_code, 'priority', x.priority,
                'approvalAboveOre', x.approval_above_ore, 'approver', x.approver) order by s.code), '[]')
         from service s join service_version x on x.organisation_id = s.organisation_id
          and x.service_code = s.code and ${holds}
        where s.organisation_id = ${organisationId} and s.withdrawn_on is null) as services,
      (select coalesce(json_agg(json_build_object('id', x.id, 'level', x.level, 'administrationId', x.administration_id,
                'contractId', x.contract_id, 'itemCode', x.item_code, 'location', x.location, 'cause', x.cause,
                'tenure', x.tenure, 'validFrom', x.valid_from, 'validTo', x.valid_to, 'executor', x.executor,
                'payer', x.payer, 'payerSharePercent', x.payer_share_percent, 'otherPayer', x.other_payer,
                'teamId', x.team_id, 'budgetLine', x.budget_line, 'slaCode', x.sla_code, 'clauseDa', x.clause_da,
                'clauseEn', x.clause_en, 'source', x.source)), '[]')
         from responsibility_rule x where x.organisation_id = ${organisationId}) as rules,
      (select coalesce(json_agg(json_build_object('code', x.code, 'priority', x.priority,
                'respondMinutes', x.respond_minutes, 'resolveMinutes', x.resolve_minutes,
                'isRoundTheClock', x.is_round_the_clock) order by x.code, x.priority), '[]')
         from sla_target x where x.organisation_id = ${organisationId} and ${holds}) as targets,
      (select coalesce(json_agg(json_build_object('id', x.id, 'code', x.code, 'kind', x.kind, 'name', x.name,
                'administrationId', x.administration_id) order by x.code), '[]')
         from team x where x.organisation_id = ${organisationId} and x.closed_on is null) as teams`);
  return read!;
}

async function readPeople(db: Db, organisationId: Id) {
  const rows = await db.execute<{ id: Id; email: string; unitIds: Id[] | null }>(sql`
    select a.id, a.email, (select array_agg(u.id order by u.name, u.id) from account_grant g join unit u on u.id = any (g.unit_ids)
                            where g.account_id = a.id and g.role = 'leader') as "unitIds"
      from account a where a.organisation_id = ${organisationId} and a.is_demo`);
  const of = (key: string) => {
    const email = demoAccounts.find((one) => one.key === key)?.email;
    return rows.find((row) => row.email === email);
  };
  const keys = ["leader", "deputy", "administration", "manager", "craftsman"] as const;
  const people = Object.fromEntries(
    keys.flatMap((key) => (of(key) ? [[key, of(key)!.id]] : [])),
  ) as DemoPeople;
  return { leadersUnitIds: of("leader")?.unitIds ?? [], people };
}
