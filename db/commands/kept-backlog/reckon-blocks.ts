import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { agedParts, noneIsZero, partSums } from "#db/queries/backlog/backlog-parts.ts";
import { basisKey } from "#db/queries/backlog/find-kept.ts";
import type { ElementBasis } from "#db/queries/condition/get-element-basis.ts";
import { nextClassOn, standingElements } from "#db/queries/condition/standing-elements.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

const squares = sql`sum(s.band_ore ^ 2), sum(s.band_ore * s.band_slope), sum(s.band_slope ^ 2)`;

/** A day that comes, tomorrow at the earliest; null where there is none. */
const notBefore = (day: SQL, on: Day): SQL =>
  sql`case when ${day} is not null then greatest(${day}, ${on}::date + 1) end`;

/**
 * Adds blocks up anew from the lines and elements of their buildings, as they hold on the basis' day, and notes until when that
 * holds by itself. The caller holds the blocks, so that two who change buildings of one block take turns.
 */
export async function reckonBlocks(tx: Db, blockIds: readonly Id[], basis: ElementBasis): Promise<void> {
  const own = uuidArray(blockIds);
  await tx.execute(sql`delete from backlog_block where id = any (${own})
    and not exists (select 1 from building_backlog k where k.block_id = backlog_block.id)`);
  for (const table of ["backlog_block_type", "backlog_block_cell", "backlog_block_condition"])
    await tx.execute(sql`delete from ${sql.identifier(table)} where block_id = any (${own})`);
  const found = sql`found as materialized (
    select r.*, k.block_id from building_backlog k join portfolio_row r on r.building_id = k.building_id
     where k.block_id = any (${own}) and r.valid_from <= ${basis.on}::date and r.valid_to > ${basis.on}::date
       and r.state = 'registered' and r.tenure <> 'outside')`;
  await addUpLines(tx, blockIds, basis, found);
  await addUpElements(tx, basis, found);
  await tx.execute(sql`
    with ${found}, s as (
      select k.block_id, min(k.next_on) as next_on, count(f.building_id) as buildings, sum(f.area_m2) as area_m2,
             sum(f.area_m2) filter (where f.tenure = 'owned') as owned_m2, sum(k.exterior) as exterior,
             sum(k.interior) as interior, sum(k.ten_year_need) as ten_year_need, sum(k.modernisation) as modernisation,
             sum(k.old_ore) as old_ore, sum(k.unopened_ore) as unopened_ore, sum(k.band_ore) as band_ore,
             sum(k.band_slope) as band_slope, sum(k.band_ore ^ 2) as band_square,
             sum(k.band_ore * k.band_slope) as band_cross, sum(k.band_slope ^ 2) as slope_square,
             min(f.surveyed_on) as surveyed_on
        from building_backlog k left join found f on f.building_id = k.building_id
       where k.block_id = any (${own}) group by 1)
    update backlog_block b set
      (kept_on, holds_until, basis, buildings, area_m2, owned_m2, exterior, interior, ten_year_need, modernisation,
       old_ore, unopened_ore, band_ore, band_slope, band_square, band_cross, slope_square, surveyed_on) =
      (${basis.on}::date, s.next_on, ${basisKey(basis)}, s.buildings, coalesce(s.area_m2, 0), coalesce(s.owned_m2, 0),
       s.exterior, s.interior, s.ten_year_need, s.modernisation, s.old_ore, s.unopened_ore, s.band_ore, s.band_slope,
       s.band_square, s.band_cross, s.slope_square, s.surveyed_on)
      from s where s.block_id = b.id`);
}

/** What lines come to: by building, by building and kind of element within the block, and by cell of the matrix. */
async function addUpLines(tx: Db, blockIds: readonly Id[], basis: ElementBasis, found: SQL): Promise<void> {
  const { on } = basis;
  await tx.execute(sql`
    with ${found}, part as materialized (
      select p.*, f.block_id, f.organisation_id from ${agedParts(sql`found`, basis)} p join found f on f.building_id = p.building_id
    ), by_type as (
      insert into backlog_block_type (block_id, organisation_id, type_code, buildings, exterior, interior, ten_year_need,
        modernisation, old_ore, unopened_ore, band_ore, band_slope, band_square, band_cross, slope_square, observed_on)
      select s.block_id, s.organisation_id, s.type_code, count(*), sum(s.exterior), sum(s.interior), sum(s.ten_year_need),
             sum(s.modernisation), sum(s.old_ore), sum(s.unopened_ore), sum(s.band_ore), sum(s.band_slope), ${squares},
             min(s.observed_on)
        from (select p.block_id, p.organisation_id, p.building_id, p.type_code, min(p.observed_on) as observed_on, ${partSums}
                from part p group by 1, 2, 3, 4) s group by 1, 2, 3
    ), by_cell as (
      insert into backlog_block_cell (block_id, organisation_id, condition, consequence, elements, works, amount_ore, bypassing)
      select p.block_id, p.organisation_id, p.condition, p.consequence, count(distinct p.element_id), count(distinct p.work_id),
             sum(p.amount_ore), count(distinct p.element_id) filter (where p.is_bypassing)
        from part p where p.line_id is not null and p.kind in ('exterior', 'interior') group by 1, 2, 3, 4
    ), by_building as (
      select p.building_id, ${partSums}, min(p.old_on) filter (where not p.is_old) as old_on from part p group by 1
    ), ahead as (
      -- A building's own days: what is known of it ends, or begins.
      select k.building_id, min(case when r.valid_from > ${on}::date then r.valid_from else r.valid_to end) as day
        from building_backlog k join portfolio_row r on r.building_id = k.building_id and r.valid_to > ${on}::date
       where k.block_id = any (${uuidArray(blockIds)}) group by 1
    )
    update building_backlog b set
      (next_on, exterior, interior, ten_year_need, modernisation, old_ore, unopened_ore, band_ore, band_slope) =
      (least(a.day, ${notBefore(sql`s.old_on`, on)}, 'infinity'), ${noneIsZero})
      from building_backlog k left join by_building s on s.building_id = k.building_id
      left join ahead a on a.building_id = k.building_id
     where k.block_id = any (${uuidArray(blockIds)}) and b.building_id = k.building_id`);
}

/** What elements come to, and the first day on which one of them ages into another class, comes or goes. */
const addUpElements = (tx: Db, basis: ElementBasis, found: SQL) =>
  tx.execute(sql`
    with ${found}, standing as materialized (
      select x.*, f.block_id, f.organisation_id, ${nextClassOn} as next_on
        from ${standingElements(basis, sql`select f.building_id from found f`)} x join found f on f.building_id = x.building_id
    ), by_condition as (
      insert into backlog_block_condition (block_id, organisation_id, type_code, condition, estimated_class, elements, quantity)
      select x.block_id, x.organisation_id, x.type_code, x.condition, x.estimated_class, count(*), sum(x.quantity)
        from standing x group by 1, 2, 3, 4, 5
    ), ahead as (
      select building_id, min(day) as day from (
        select x.building_id, x.next_on as day from standing x
        union all
        select e.building_id, case when e.valid_from > ${basis.on}::date then e.valid_from else e.valid_to end
          from element e join found f on f.building_id = e.building_id
         where e.valid_from > ${basis.on}::date or e.valid_to > ${basis.on}::date) d group by 1
    )
    update building_backlog b set next_on = least(b.next_on, ${notBefore(sql`a.day`, basis.on)})
      from ahead a where a.building_id = b.building_id`);
