import { sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { ElementBasis } from "../condition/get-element-basis.ts";
import { agedParts, partSums } from "./backlog-parts.ts";
import { bandSince, stale, sumColumns } from "./backlog-sums.ts";
import { keptBlocks, type Kept } from "./find-kept.ts";

/**
 * Backlog by kind of element, as a query of groups: buildings are counted where they have any, and no area belongs to an element.
 * Parts that no line opens are of no kind.
 */
export function summedTypes(
  actor: Actor,
  search: PortfolioSearch,
  basis: ElementBasis,
  kept: Kept | null,
): SQL {
  const byBlock = kept?.byBlock ? kept : null;
  return sql`
    with own as materialized ${stale(actor, search, byBlock)}, single as (
      select s.type_code, 1 as buildings, s.exterior, s.interior, s.ten_year_need, s.modernisation, s.old_ore,
             s.unopened_ore, s.band_ore, s.band_ore ^ 2 as band_square, s.observed_on
        from (select p.building_id, p.type_code, min(p.observed_on) as observed_on, ${partSums}
                from ${agedParts(sql`own`, basis)} p group by 1, 2) s
      ${byBlock ? sql`union all ${fromBlocks(actor, search, byBlock)}` : sql``}
    ), house as (
      select x.*, x.observed_on as surveyed_on, 0 as area_m2, 0 as owned_m2 from single x
    )
    select t.code as key, t.sfb || ' ' || t.name_da as "nameDa", t.sfb || ' ' || t.name_en as "nameEn", ${sumColumns}
      from house h
      left join element_type t on t.code = h.type_code and t.organisation_id = ${actor.organisationId}
     group by 1, 2, 3`;
}

const fromBlocks = (actor: Actor, search: PortfolioSearch, kept: Kept): SQL => sql`
  select k.type_code, k.buildings, k.exterior, k.interior, k.ten_year_need, k.modernisation, k.old_ore, k.unopened_ore,
         ${bandSince(sql`k`, sql`b.days_since`)}, k.observed_on
    from ${keptBlocks(actor, search, kept)} b join backlog_block_type k on k.block_id = b.id`;
