import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { FigureGroup, FiguresSearch, StandingCounts } from "#domain/figures/figures-search.ts";
import { withinScope } from "../portfolio-filter.ts";
import { countedOrders, groupOf, standingOf } from "./counted-orders.ts";

/** What is known of a group of orders. Money in øre; the area is that of the group's buildings, where it has any. */
export interface OrderFigures {
  orders: number;
  respond: StandingCounts;
  resolve: StandingCounts;
  /** Orders that were done at least once, and those of them that were opened again. */
  doneOnce: number;
  reopened: number;
  priced: number;
  spendOre: number;
  withGap: number;
}

export interface FigureRow extends OrderFigures {
  /** An id or code; null for orders that have none. */
  key: string | null;
  nameDa: string | null;
  nameEn: string | null;
  areaM2: number | null;
}

export interface OrderSummary {
  total: OrderFigures;
  rows: FigureRow[];
  /** Groups beyond those shown. */
  rowsLeftOut: number;
}

export const mostFigureRows = 100;

const standings = (promise: "respond" | "resolve"): SQL => sql`json_build_object(
  'met', count(*) filter (where ${sql.raw(promise)} = 'met'), 'missed', count(*) filter (where ${sql.raw(promise)} = 'missed'),
  'running', count(*) filter (where ${sql.raw(promise)} = 'running'),
  'waiting', count(*) filter (where ${sql.raw(promise)} = 'waiting'),
  'unmeasured', count(*) filter (where ${sql.raw(promise)} = 'unmeasured'))`;

/** What a group is called, by its key; and how large its buildings are, where that means something. */
const names: Record<FigureGroup, SQL> = {
  team: sql`(select json_build_object('da', t.name, 'en', t.name) from team t where t.id::text = g.key)`,
  administration: sql`(select json_build_object('da', n.name, 'en', n.name, 'm2', (
      select sum(r.area_m2) from portfolio_row_now r where r.main_administration_id = n.id and r.state = 'registered'))
    from administration n where n.id::text = g.key)`,
  building: sql`(select json_build_object('da', r.name, 'en', r.name, 'm2', r.area_m2) from portfolio_row_now r
    where r.building_id = g.key::uuid)`,
  item: sql`coalesce((select json_build_object('da', i.name_da, 'en', i.name_en) from facility_item i
      where i.organisation_id = g.organisation_id and i.code = g.key),
    (select json_build_object('da', s.name_da, 'en', s.name_en) from service s
      where s.organisation_id = g.organisation_id and s.code = g.key))`,
};

type Row = OrderFigures & {
  key: string | null;
  isTotal: boolean;
  groups: number;
  name: { da: string; en: string; m2?: number } | null;
};

/** The figures of a period, as a whole and set out by what is asked: the hundred largest groups. One statement. */
export async function summariseOrders(
  db: Db,
  actor: Actor,
  search: FiguresSearch,
  now: Date,
): Promise<OrderSummary> {
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    with o as materialized (
      select ${groupOf(search.by)} as key, ${standingOf("respond", now)} as respond,
             ${standingOf("resolve", now)} as resolve, o.reopened, o.resolved_at, o.price_ore, o.gap_id
        from service_order o where ${countedOrders(actor, search, now)}
    ), g as (
      select key, grouping(key) = 1 as "isTotal", ${actor.organisationId}::uuid as organisation_id,
             count(*)::int as orders, ${standings("respond")} as respond, ${standings("resolve")} as resolve,
             count(*) filter (where resolved_at is not null or reopened > 0)::int as "doneOnce",
             count(*) filter (where reopened > 0)::int as reopened,
             count(price_ore)::int as priced, coalesce(sum(price_ore), 0)::bigint as "spendOre",
             count(gap_id)::int as "withGap"
        from o group by grouping sets ((), (key))
    ), ranked as (
      select g.*, count(*) over ()::int - 1 as groups from g
       order by g."isTotal" desc, g.orders desc, g.key limit ${mostFigureRows + 1}
    )
    select g.*, case when g."isTotal" or g.key is null then null else ${names[search.by]} end as name
      from ranked g order by g."isTotal" desc, g.orders desc, g.key`);
  const [total, ...groups] = rows.map(({ key, isTotal: _, groups: __, name, ...figures }): FigureRow => ({
    ...(figures as unknown as OrderFigures),
    ...{ key, nameDa: name?.da ?? null, nameEn: name?.en ?? null, areaM2: name?.m2 ?? null },
    spendOre: Number(figures.spendOre),
  }));
  return { total: total!, rows: groups, rowsLeftOut: Math.max(0, rows[0]!.groups - groups.length) };
}

/** How much the buildings of an actor's cases are, in m²: what spending is set against. */
export async function sumCaseArea(db: Db, actor: Actor): Promise<number> {
  const [row] = await db.execute<{ areaM2: number }>(sql`
    select round(coalesce(sum(r.area_m2), 0)::numeric, 2)::float8 as "areaM2" from portfolio_row_now r
     where ${withinScope(actor, "cases", sql`r`)} and r.state = 'registered'`);
  return row!.areaM2;
}
