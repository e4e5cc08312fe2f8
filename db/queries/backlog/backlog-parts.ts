import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { portfolioFilter, withinScope } from "../portfolio-filter.ts";

/**
 * The buildings whose backlog a search finds for an actor: of the portfolio, never of what lies outside it, and only
 * where the actor may read both the register and the surveys. Rows of portfolio_row.
 */
export const backlogBuildings = (actor: Actor, search: PortfolioSearch): SQL => sql`(
  select r.* from portfolio_row r
   where ${portfolioFilter(actor, search)} and ${withinScope(actor, "surveys")} and r.tenure <> 'outside')`;

/**
 * What the estimates in force on the search's day consist of: every line, and for estimates that no lines open (older
 * ones, made without elements) what they come to beyond their lines, resting on the building's last survey. So parts
 * add up to the estimates whatever is asked. `found` is a relation of building_id and surveyed_on.
 */
export const backlogParts = (found: SQL, search: PortfolioSearch): SQL => sql`(
  with in_force as (
    select e.id, e.building_id, e.kind, e.amount_ore, f.surveyed_on
      from backlog_estimate e join ${found} f on f.building_id = e.building_id
     where e.valid_from <= ${search.on}::date and (e.valid_to is null or e.valid_to > ${search.on}::date)
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
