import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { DegreeMonth, MeterKind } from "#domain/meter/meter.ts";
import { monthAfter } from "#domain/meter/meter.ts";
import type { MeteredHouse } from "#domain/meter/metered-house.ts";
import { withinScope } from "../portfolio-filter.ts";

/** So many months are compared: the last year and two before. */
export const monthsCompared = 36;

type Row = Omit<MeteredHouse, "months"> & { months: string[]; amounts: number[] };

/**
 * Buildings with their meters' months, those of a kind together, for the 36 months before `until` (`YYYY-MM`). A month counts
 * for a building where every meter of the kind that hung there all month has told it.
 */
export async function listMeteredHouses(db: Db, actor: Actor, until: string): Promise<MeteredHouse[]> {
  const from = `${monthAfter(until, -monthsCompared)}-01`;
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    with hung as (
      select m.building_id, m.kind, m.id, m.valid_from, m.valid_to from meter m
       where m.organisation_id = ${actor.organisationId}
    ), told as (
      select h.building_id, h.kind, x.month, sum(x.amount) as amount, count(*) as meters
        from hung h join meter_month x on x.meter_id = h.id
       where x.organisation_id = ${actor.organisationId} and x.month >= ${from}::date and x.month < ${`${until}-01`}::date
       group by 1, 2, 3
    ), due as (
      select h.building_id, h.kind, n.month::date as month, count(*) as meters
        from hung h join generate_series(${from}::timestamp, ${`${until}-01`}::timestamp, interval '1 month') n(month)
          on h.valid_from <= n.month and (h.valid_to is null or h.valid_to >= n.month + interval '1 month')
       group by 1, 2, 3
    ), whole as (
      select t.* from told t left join due d using (building_id, kind, month) where t.meters >= coalesce(d.meters, 0)
    )
    select w.building_id as "buildingId", r.name, r.use_group as "useGroup", r.area_m2::float8 as "areaM2", w.kind,
           array_agg(to_char(w.month, 'YYYY-MM') order by w.month) as months, array_agg(w.amount order by w.month) as amounts
      from whole w join portfolio_row_now r on r.building_id = w.building_id and ${withinScope(actor, "colocation")}
     group by 1, 2, 3, 4, 5 order by r.name, w.building_id, w.kind limit 20000`);
  return rows.map(({ months, amounts, kind, ...house }) => ({
    ...house,
    kind: kind as MeterKind,
    months: months.map((month, at) => ({ month, amount: amounts[at]! })),
  }));
}

/** How cold a month was, and who says so. */
export interface DegreeSource extends DegreeMonth {
  source: string;
}

/** How cold the months were, by month, the newest first. */
export async function listDegreeMonths(
  db: Db,
  { organisationId }: Actor,
): Promise<Map<string, DegreeSource>> {
  const rows = await db.execute<DegreeSource & Record<string, unknown>>(sql`
    select to_char(month, 'YYYY-MM') as month, degree_days::float8 as "degreeDays", normal_degree_days::float8 as "normalDegreeDays", source
      from degree_month where organisation_id = ${organisationId} order by month desc limit 600`);
  return new Map(rows.map((row) => [row.month, row]));
}
