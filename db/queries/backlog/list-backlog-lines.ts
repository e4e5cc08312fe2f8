import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { LineFilter } from "#domain/backlog/backlog-search.ts";
import { conditionsOfProbability } from "#domain/backlog/priority-matrix.ts";
import { assumed, type Assumptions } from "#domain/condition/assumption.ts";
import type { ElementUnit } from "#domain/condition/element-type.ts";
import type { Day } from "#domain/day.ts";
import { isId, type Id } from "#domain/id.ts";
import type { Condition } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { backlogBuildings, backlogParts } from "./backlog-parts.ts";

/** A line of backlog with all it was reckoned from: quantity × share × price × index × (1 + overhead) = amount. */
export interface BacklogLineRow {
  id: Id;
  kind: BacklogKind;
  buildingId: Id;
  buildingName: string;
  sfb: string;
  typeDa: string;
  typeEn: string;
  unit: ElementUnit;
  label: string | null;
  condition: Condition;
  consequence: number;
  observedOn: Day;
  remedy: string;
  recommendedYear: number | null;
  quantity: number;
  shareToRepair: number;
  unitPriceOre: number;
  isLumpSum: boolean;
  indexFactor: number;
  indexMonth: Day | null;
  overheadRate: number;
  amountOre: number;
  /** The list that the price is of, and where that is from; null for a surveyor's own price. */
  priceList: string | null;
  priceSource: string | null;
  workId: Id | null;
  workNumber: string | null;
}

export interface BacklogLines {
  items: BacklogLineRow[];
  total: number;
  sumOre: number;
  /** What estimates come to beyond any line, in the kinds asked for: not opened, and in no cell or element type. */
  unopenedOre: number;
}

/** The lines behind a figure of backlog, the dearest first; the total and the sum are of all of them. */
export async function listBacklogLines(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  filter: LineFilter,
  assumptions: Assumptions,
  { from, limit }: { from: number; limit: number },
): Promise<BacklogLines> {
  const part = sql`
    found as materialized ${backlogBuildings(actor, search)},
    part as materialized (select p.* from ${backlogParts(sql`found`, search.on)} p where ${asked(filter, search, assumptions)})`;
  const [sums, items] = await Promise.all([
    db.execute<{ total: number; sumOre: number; unopenedOre: number }>(sql`
      with ${part} select count(line_id)::int as total,
        coalesce(sum(amount_ore) filter (where line_id is not null), 0)::float8 as "sumOre",
        coalesce(sum(amount_ore) filter (where line_id is null), 0)::float8 as "unopenedOre" from part`),
    db.execute<BacklogLineRow & Record<string, unknown>>(sql`
      with ${part}, shown as (
        select * from part where line_id is not null order by amount_ore desc, line_id limit ${limit} offset ${from})
      select ${columns} from shown p join found f on f.building_id = p.building_id
        join backlog_line l on l.id = p.line_id join backlog_estimate b on b.id = l.estimate_id
        join element n on n.id = l.element_id join remedy m on m.id = l.remedy_id
        join element_type t on t.organisation_id = n.organisation_id and t.code = n.type_code
        left join work w on w.id = l.work_id
        left join lateral (
          select x.name, x.source from price_line own
            join price_line y on y.organisation_id = own.organisation_id and y.code = own.code
             and y.element_type_code = own.element_type_code and y.unit_price_ore = l.unit_price_ore
            join price_list x on x.id = y.price_list_id
           where own.id = m.price_line_id
           order by x.valid_from <= b.valid_from desc, x.valid_from desc limit 1) q on true
       order by p.amount_ore desc, p.line_id`),
  ]);
  return { items: [...items], ...sums[0]! };
}

const columns = sql`
  l.id, p.kind, f.building_id as "buildingId", f.name as "buildingName", t.sfb, t.name_da as "typeDa",
  t.name_en as "typeEn", t.unit, n.label, l.condition, p.consequence, l.observed_on::text as "observedOn",
  m.description as remedy, m.recommended_year as "recommendedYear", l.quantity::float8 as quantity,
  l.share_to_repair::float8 as "shareToRepair", l.unit_price_ore::float8 as "unitPriceOre",
  m.is_lump_sum as "isLumpSum", l.index_factor::float8 as "indexFactor", l.index_month::text as "indexMonth",
  l.overhead_rate::float8 as "overheadRate", l.amount_ore::float8 as "amountOre", q.name as "priceList",
  q.source as "priceSource", w.id as "workId", w.number as "workNumber"`;

function asked(filter: LineFilter, search: PortfolioSearch, assumptions: Assumptions): SQL {
  const { kind, elementType, work, consequence, probability, isOld } = filter;
  const months = Math.round(assumed(assumptions, "surveyOldAfter") * 12);
  const conditions: SQL[] = [
    // A cell of the matrix is of backlog: what is only coming is in none.
    kind
      ? sql`p.kind = ${kind}`
      : consequence || probability || isOld
        ? sql`p.kind in ('exterior', 'interior')`
        : sql`true`,
  ];
  if (elementType) conditions.push(sql`p.type_code = ${elementType}`);
  if (work) conditions.push(isId(work) ? sql`p.work_id = ${work}` : sql`false`);
  if (consequence) conditions.push(sql`p.consequence = ${consequence}`);
  if (probability)
    conditions.push(
      sql`p.condition = any (${`{${conditionsOfProbability(probability).join(",")}}`}::smallint[])`,
    );
  if (isOld)
    conditions.push(
      sql`(p.observed_on is null or p.observed_on < ${search.on}::date - make_interval(months => ${months}))`,
    );
  return sql.join(conditions, sql` and `);
}
