import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { CaseItem } from "#domain/case/case-form.ts";
import type { CaseFacts } from "#domain/case/case-facts.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { uuidArray } from "../../sql-arrays.ts";
import type { CasePlace } from "./case-place.ts";

type Read = Pick<CaseFacts, "items" | "services" | "rules" | "targets" | "teams">;

/** All that decides what becomes of some needs at a place on a day, in one statement, so that it is of one moment. */
export async function getCaseFacts(
  db: Db,
  organisationId: Id,
  place: CasePlace,
  items: readonly CaseItem[],
  on: Day,
): Promise<CaseFacts> {
  const codes = (values: (string | undefined)[]) =>
    sql`${sql.param(values.filter((value) => value !== undefined))}::text[]`;
  const itemCodes = codes(items.map(({ itemCode }) => itemCode));
  const serviceCodes = codes(items.map(({ serviceCode }) => serviceCode));
  const holds = sql`x.valid_from <= ${on}::date and (x.valid_to is null or x.valid_to > ${on}::date)`;
  const [read] = await db.execute<Read & Record<string, unknown>>(sql`
    select
      (select coalesce(json_agg(json_build_object('code', x.code, 'nameDa', x.name_da, 'nameEn', x.name_en,
                'usualLocation', x.usual_location, 'elementGroup', x.element_group, 'usualPriority', x.usual_priority,
                'normMinutes', x.norm_minutes, 'withdrawnOn', x.withdrawn_on)), '[]')
         from facility_item x where x.organisation_id = ${organisationId} and x.code = any (${itemCodes})) as items,
      (select coalesce(json_agg(json_build_object('code', s.code, 'nameDa', s.name_da, 'nameEn', s.name_en,
                'withdrawnOn', s.withdrawn_on, 'teamId', s.team_id, 'unitPriceOre', x.unit_price_ore,
                'normMinutes', coalesce(x.norm_minutes, 0), 'slaCode', coalesce(x.sla_code, 'standard'),
                'priority', coalesce(x.priority, 4), 'approvalAboveOre', x.approval_above_ore, 'approver', x.approver)), '[]')
         from service s left join service_version x on x.organisation_id = s.organisation_id
          and x.service_code = s.code and ${holds}
        where s.organisation_id = ${organisationId} and s.code = any (${serviceCodes})) as services,
      (select coalesce(json_agg(json_build_object('id', x.id, 'level', x.level, 'administrationId', x.administration_id,
                'contractId', x.contract_id, 'itemCode', x.item_code, 'location', x.location, 'cause', x.cause,
                'tenure', x.tenure, 'validFrom', x.valid_from, 'validTo', x.valid_to, 'executor', x.executor,
                'payer', x.payer, 'payerSharePercent', x.payer_share_percent, 'otherPayer', x.other_payer,
                'teamId', x.team_id, 'budgetLine', x.budget_line, 'slaCode', x.sla_code, 'clauseDa', x.clause_da,
                'clauseEn', x.clause_en, 'source', x.source)), '[]')
         from responsibility_rule x
        where x.organisation_id = ${organisationId} and ${holds}
          and (x.item_code is null or x.item_code = any (${itemCodes}))
          and (x.tenure is null or x.tenure = ${place.tenure})
          and (x.administration_id is null or x.administration_id = ${place.administrationId}::uuid)
          and (x.contract_id is null or x.contract_id = any (${uuidArray(place.contractIds)}))
          and ${items.some(({ itemCode }) => itemCode !== undefined)}::boolean) as rules,
      (select coalesce(json_agg(json_build_object('code', x.code, 'priority', x.priority,
                'respondMinutes', x.respond_minutes, 'resolveMinutes', x.resolve_minutes,
                'isRoundTheClock', x.is_round_the_clock)), '[]')
         from sla_target x where x.organisation_id = ${organisationId} and ${holds}) as targets,
      (select coalesce(json_agg(json_build_object('id', x.id, 'code', x.code, 'kind', x.kind,
                'administrationId', x.administration_id) order by x.code), '[]')
         from team x where x.organisation_id = ${organisationId}
          and (x.closed_on is null or x.closed_on > ${on}::date)) as teams`);
  const { tenure, unitId, administrationId, contractIds, tenants } = place;
  return { ...read!, on, tenure, unitId, administrationId, contractIds, tenants };
}
