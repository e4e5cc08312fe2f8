import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { planRatesOf, type OpenWork, type PlanRates } from "#domain/plan/open-work.ts";
import type { PlanYear } from "#domain/plan/plan-problem.ts";
import type { MendedElement, PlanQuestion } from "#domain/plan/plan-question.ts";

interface Head extends Record<string, unknown> {
  firstYear: number;
  kinds: string[];
  years: PlanYear[];
  choices: Record<Id, number | null>;
}

/**
 * All that a plan is reckoned from, as it stands on a day: the works that wait, what their lines of the estimates in force
 * cost, the elements they mend, money, rates and what people have decided. Null where there is no such plan. It speaks of
 * the whole organisation: who may see what of it is asked where it is shown.
 */
export async function readPlanQuestion(
  db: Db,
  organisationId: Id,
  planId: Id,
  on: Day,
): Promise<PlanQuestion | null> {
  const head = await readHead(db, organisationId, planId);
  if (!head) return null;
  const { firstYear, years, choices } = head;
  const lines = openLines(organisationId, head, on);
  const rates = await readRates(db, organisationId, on);
  const [works, elements, values, [area]] = await Promise.all([
    readWorks(db, lines, organisationId),
    readElements(db, lines, organisationId, on),
    readValues(db, organisationId, on),
    db.execute<{ areaM2: number }>(sql`
      select coalesce(sum(area_m2), 0)::float8 as "areaM2" from portfolio_row_now
       where organisation_id = ${organisationId} and tenure = 'owned' and state = 'registered'`),
  ]);
  const replacementOre = Math.round((area?.areaM2 ?? 0) * rates.replacementOrePerM2);
  return { firstYear, years, choices, works, elements, valueByCondition: values, replacementOre, rates };
}

async function readHead(db: Db, organisationId: Id, planId: Id): Promise<Head | null> {
  const [head] = await db.execute<Head>(sql`
    select p.first_year as "firstYear", p.kinds,
           (select json_agg(json_build_object('budgetOre', y.budget_ore, 'earmarksOre', coalesce(
                     (select json_object_agg(e.earmark, e.amount_ore) from plan_earmark e
                       where e.plan_id = y.plan_id and e.year = y.year), '{}'::json)) order by y.year)
              from plan_year y where y.plan_id = p.id) as years,
           coalesce((select json_object_agg(c.work_id, c.pinned_year) from plan_choice c where c.plan_id = p.id),
                    '{}'::json) as choices
      from plan p where p.id = ${planId} and p.organisation_id = ${organisationId}`);
  return head ?? null;
}

/** Lines of the estimates in force whose work waits: proposed, planned, or ordered for a year of the plan. */
const openLines = (organisationId: Id, { kinds, firstYear }: Head, on: Day): SQL => sql`
  select l.*, w.earmark, w.raised_consequence, w.number,
         case when w.state = 'ordered' then w.planned_year end as ordered_year
    from work w
    join backlog_line l on l.work_id = w.id
    join backlog_estimate b on b.id = l.estimate_id
     and b.valid_from <= ${on}::date and (b.valid_to is null or b.valid_to > ${on}::date)
    join portfolio_row_now r on r.building_id = w.building_id and r.state = 'registered'
   where w.organisation_id = ${organisationId} and w.kind = any (${sql.param(kinds)}::text[])
     and (w.state in ('proposed', 'planned') or (w.state = 'ordered' and w.planned_year >= ${firstYear}::int))`;

async function readWorks(db: Db, lines: SQL, organisationId: Id): Promise<OpenWork[]> {
  return [
    ...(await db.execute<OpenWork & Record<string, unknown>>(sql`
      with line as (${lines})
      select l.work_id as id, l.building_id as "buildingId", max(a.code) as administration, l.earmark,
             sum(l.amount_ore)::bigint as "costOre", max(l.condition)::int as condition,
             greatest(1, max(l.raised_consequence), max(greatest(e.safety, e.authority, e.operation, e.damage, e.heritage)))::int
               as consequence,
             bool_or(coalesce(greatest(e.authority, e.safety), 0) = 5 and l.condition >= 5) as "isDemanded",
             max(l.ordered_year)::int as "orderedYear"
        from line l
        join element e on e.id = l.element_id
        join portfolio_row_now r on r.building_id = l.building_id
        left join administration a on a.id = r.main_administration_id and a.organisation_id = ${organisationId}
       group by l.work_id, l.building_id, l.earmark, l.number
      having sum(l.amount_ore) > 0
       order by l.number`)),
  ];
}

/** What replacing a whole unit of an element costs by the newest list of prices. */
const replacementPrices = (organisationId: Id, on: Day): SQL => sql`
  select p.element_type_code as code, max(p.unit_price_ore) as unit_price_ore
    from price_line p
   where p.purpose = 'replace' and p.price_list_id = (
     select x.id from price_list x where x.organisation_id = ${organisationId} and x.valid_from <= ${on}::date
      order by x.valid_from desc limit 1)
   group by 1`;

async function readElements(db: Db, lines: SQL, organisationId: Id, on: Day): Promise<MendedElement[]> {
  return [
    ...(await db.execute<MendedElement & Record<string, unknown>>(sql`
      with line as (${lines}), price as (${replacementPrices(organisationId, on)})
      select l.work_id as "workId", l.element_id as "elementId", max(l.condition)::int as condition,
             round(max(e.quantity) * max(p.unit_price_ore))::bigint as "valueOre",
             max(l.share_to_repair)::float8 as "shareToRepair"
        from line l join element e on e.id = l.element_id join price p on p.code = e.type_code
       group by 1, 2`)),
  ];
}

/** Replacement value of what stands today, by the condition each element was last seen in, from 1 to 6. */
async function readValues(db: Db, organisationId: Id, on: Day): Promise<number[]> {
  const rows = await db.execute<{ condition: number; valueOre: number }>(sql`
    with price as (${replacementPrices(organisationId, on)}), seen as (
      select distinct on (o.element_id) o.element_id, o.condition
        from element_observation o join survey s on s.id = o.survey_id
       where o.organisation_id = ${organisationId} and s.signed_at is not null and o.condition is not null
       order by o.element_id, s.surveyed_on desc, s.signed_at desc)
    select s.condition::int as condition, sum(round(e.quantity * p.unit_price_ore))::float8 as "valueOre"
      from seen s join element e on e.id = s.element_id join price p on p.code = e.type_code
     where e.valid_from <= ${on}::date and (e.valid_to is null or e.valid_to > ${on}::date)
     group by 1`);
  const values = [0, 0, 0, 0, 0, 0];
  for (const { condition, valueOre } of rows) values[condition - 1] = valueOre;
  return values;
}

async function readRates(db: Db, organisationId: Id, on: Day): Promise<PlanRates> {
  const rows = await db.execute<{ key: string; value: number }>(sql`
    select key, value::float8 as value from assumption
     where organisation_id = ${organisationId} and valid_from <= ${on}::date
       and (valid_to is null or valid_to > ${on}::date)`);
  return planRatesOf(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}
