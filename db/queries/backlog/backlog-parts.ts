import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import { assumed } from "#domain/condition/assumption.ts";
import type { Day } from "#domain/day.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { ElementBasis } from "../condition/get-element-basis.ts";
import { portfolioFilter, withinScope } from "../portfolio-filter.ts";

/**
 * The buildings whose backlog a search finds for an actor: of the portfolio, never of what lies outside it, and only
 * where the actor may read both the register and the surveys. Rows of portfolio_row.
 */
export const backlogBuildings = (actor: Actor, search: PortfolioSearch): SQL => sql`(
  select r.* from portfolio_row r
   where ${portfolioFilter(actor, search)} and ${withinScope(actor, "surveys")} and r.tenure <> 'outside')`;

/**
 * What the estimates in force on a day consist of: every line, and for estimates that no lines open (older
 * ones, made without elements) what they come to beyond their lines, resting on the building's last survey. So parts
 * add up to the estimates whatever is asked. `found` is a relation of building_id and surveyed_on.
 */
export const backlogParts = (found: SQL, on: Day): SQL => sql`(
  with in_force as (
    select e.id, e.building_id, e.kind, e.amount_ore, f.surveyed_on
      from backlog_estimate e join ${found} f on f.building_id = e.building_id
     where e.valid_from <= ${on}::date and (e.valid_to is null or e.valid_to > ${on}::date)
  ), line as (
    select l.* , e.kind from backlog_line l join in_force e on e.id = l.estimate_id
  ), opened as (
    select estimate_id, sum(amount_ore) as ore from line group by 1
  )
  select l.id as line_id, l.building_id, l.kind, l.amount_ore, l.observed_on, l.element_id, n.type_code, l.work_id,
         l.condition, greatest(n.safety, n.authority, n.operation, n.damage, n.heritage, w.raised_consequence,
         1::smallint) as consequence, (n.authority = 5 or n.safety = 5) is true as is_bypassing
    from line l join element n on n.id = l.element_id left join work w on w.id = l.work_id
  union all
  select null, e.building_id, e.kind, e.amount_ore - coalesce(o.ore, 0), e.surveyed_on, null, null, null, null, null,
         false
    from in_force e left join opened o on o.estimate_id = e.id where e.amount_ore <> coalesce(o.ore, 0))`;

/**
 * The parts with what age makes of them: whether they rest on an old survey, how far they may be off that day and how
 * much further each day, and from which day on they are old (not before it).
 */
export function agedParts(found: SQL, { on, assumptions }: ElementBasis): SQL {
  const perYear = sql`${assumed(assumptions, "uncertaintyPerYear")}::float8`;
  const years = sql`greatest(0, ${on}::date - p.observed_on) / 365.25::float8`;
  const months = sql`make_interval(months => ${Math.round(assumed(assumptions, "surveyOldAfter") * 12)})`;
  return sql`(
    select p.*, (p.observed_on is null or p.observed_on < ${on}::date - ${months}) as is_old,
           p.amount_ore * (${assumed(assumptions, "uncertaintyBase")}::float8 + ${perYear} * coalesce(${years}, 0)) as band_ore,
           case when p.observed_on is null then 0 else p.amount_ore * ${perYear} / 365.25::float8 end as band_slope,
           (p.observed_on + ${months})::date as old_on
      from ${backlogParts(found, on)} p)`;
}

const isBacklog = sql`p.kind in ('exterior', 'interior')`;
const oreOf = (kind: string): SQL =>
  sql`coalesce(sum(p.amount_ore) filter (where p.kind = ${kind}), 0)::bigint`;

/** What parts come to, in the columns that are kept too; `p` is of agedParts. */
export const partSums = sql`
  ${oreOf("exterior")} as exterior, ${oreOf("interior")} as interior, ${oreOf("tenYearNeed")} as ten_year_need,
  ${oreOf("modernisation")} as modernisation,
  coalesce(sum(p.amount_ore) filter (where ${isBacklog} and p.is_old), 0)::bigint as old_ore,
  coalesce(sum(p.amount_ore) filter (where ${isBacklog} and p.line_id is null), 0)::bigint as unopened_ore,
  coalesce(sum(p.band_ore) filter (where ${isBacklog}), 0) as band_ore,
  coalesce(sum(p.band_slope) filter (where ${isBacklog}), 0) as band_slope`;

/** The same of a building that may have none: `s` is its sums, if any. */
export const noneIsZero = sql`
  coalesce(s.exterior, 0), coalesce(s.interior, 0), coalesce(s.ten_year_need, 0), coalesce(s.modernisation, 0),
  coalesce(s.old_ore, 0), coalesce(s.unopened_ore, 0), coalesce(s.band_ore, 0), coalesce(s.band_slope, 0)`;
