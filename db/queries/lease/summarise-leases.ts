import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { RentEnding } from "#domain/lease/forecast-rent.ts";
import type { LeaseKind } from "#domain/lease/lease-search.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import { contractVisibleTo } from "../building/visible-to.ts";

/** Which leases in force the figures speak of. */
export interface FiguresAsked {
  on: Day;
  kind: LeaseKind | null;
  administration: string | null;
}

interface Sums {
  count: number;
  areaM2: number;
  yearlyOre: number;
}
export interface KindSums extends Sums {
  kind: LeaseKind;
}
/** Leases whose last day lies in a year; null for those without an end. `administration` is a code, null where there is none. */
export interface Expiry extends Sums {
  year: number | null;
  administration: string | null;
}
export interface Exposure extends Sums {
  key: string;
  name: string;
}
/** Rent of a square metre a year in øre among leases of a kind in buildings of a use, where there are five or more. */
export interface RateSpread {
  kind: LeaseKind;
  useGroup: UseGroup;
  count: number;
  lowOre: number;
  middleOre: number;
  highOre: number;
}
/** A lease that costs more a square metre than the middle of those like it, and what that comes to a year. */
export interface DearLease {
  id: Id;
  number: string;
  party: string;
  kind: LeaseKind;
  useGroup: UseGroup;
  rateOre: number;
  middleOre: number;
  aboveOre: number;
}

export interface LeaseFigures {
  kinds: KindSums[];
  expiries: Expiry[];
  ending: RentEnding[];
  landlords: Exposure[];
  addresses: Exposure[];
  largest: Exposure[];
  rates: RateSpread[];
  dearest: DearLease[];
}

/** So many are named of what is largest. */
const mostNamed = 10;
/** Fewer would tell what a neighbour pays. */
const fewestCompared = 5;

const sums = sql`'count', count(*), 'areaM2', round(sum(area_m2))::float8, 'yearlyOre', coalesce(sum(yearly_ore), 0)`;

/**
 * The leases in force on a day within the actor's right, summed: by kind, by the year and administration that they end in,
 * by whom and where most is paid, and by the square metre beside those like them. A lease is counted at the first of its
 * buildings.
 */
export async function summariseLeases(db: Db, actor: Actor, asked: FiguresAsked): Promise<LeaseFigures> {
  const [row] = await db.execute<LeaseFigures & Record<string, unknown>>(sql`
    with roll as materialized (${roll(actor, asked)}),
    house as (
      select distinct on (t.contract_id) t.contract_id, r.use_group, r.address_id, r.address
        from tenancy t join roll k on k.id = t.contract_id
        join portfolio_row r on r.building_id = t.building_id and r.valid_from <= ${asked.on}::date and r.valid_to > ${asked.on}::date
       where t.valid_from <= ${asked.on}::date and (t.valid_to is null or t.valid_to > ${asked.on}::date)
       order by t.contract_id, t.building_id
    ), placed as materialized (
      select k.*, h.use_group, h.address_id, h.address, k.yearly_ore / nullif(k.area_m2, 0) as rate
        from roll k left join house h on h.contract_id = k.id
    ), spread as materialized (
      select kind, use_group, count(*)::int as count, percentile_cont(0.1) within group (order by rate) as low,
             percentile_cont(0.5) within group (order by rate) as middle, percentile_cont(0.9) within group (order by rate) as high
        from placed where rate > 0 and use_group is not null group by 1, 2 having count(*) >= ${fewestCompared}
    )
    select ${grouped(sql`select json_build_object('kind', kind, ${sums}) as x, sum(yearly_ore) as y from roll group by kind`)} as kinds,
           ${grouped(sql`select json_build_object('year', last_year, 'administration', code, ${sums}) as x, -min(last_year) as y
             from roll group by last_year, code`)} as expiries,
           ${grouped(sql`select json_build_object('lastYear', last_year, 'yearlyOre', coalesce(sum(yearly_ore), 0),
             'indexedOre', round(coalesce(sum(yearly_ore * indexed_share), 0))) as x, -min(last_year) as y from roll group by last_year`)} as ending,
           ${largestBy(sql`counterparty`, sql`counterparty`, sql`roll where kind = 'thirdPartyIn' and counterparty is not null`)} as landlords,
           ${largestBy(sql`address_id::text`, sql`min(address)`, sql`placed where address_id is not null`)} as addresses,
           ${largestBy(sql`id::text`, sql`min(concat_ws(' · ', number, nullif(party, '')))`, sql`roll`)} as largest,
           ${grouped(sql`select json_build_object('kind', kind, 'useGroup', use_group, 'count', count, 'lowOre', low, 'middleOre', middle,
             'highOre', high) as x, count as y from spread`)} as rates,
           ${grouped(dearest, mostNamed)} as dearest`);
  return row!;
}

/** The leases in force with their m² and rent on the day, and how much of the rent follows the index. */
const roll = (actor: Actor, { on, kind, administration }: FiguresAsked): SQL => sql`
  select k.id, k.number, k.kind, k.counterparty, coalesce(k.counterparty, u.name, '') as party, n.code,
         extract(year from k.valid_to - 1)::int as last_year, coalesce(l.area_m2, 0) as area_m2,
         coalesce(l.yearly_ore, k.annual_rent_ore) as yearly_ore, coalesce(x.share, 0) as indexed_share
    from contract k left join unit u on u.id = k.unit_id left join administration n on n.id = k.administration_id
    left join lease_level l on l.contract_id = k.id and l.valid_from <= ${on}::date and l.valid_to > ${on}::date
    left join lateral (
      select sum(a.ore) filter (where a.is_indexed) / nullif(sum(a.ore), 0) as share from (
        select m.base_month is not null as is_indexed,
               m.yearly_ore * case m.basis when 'perM2' then coalesce(l.area_m2, 0) else 1 end as ore
          from rent_term m where m.contract_id = k.id and m.valid_from <= ${on}::date
           and (m.valid_to is null or m.valid_to > ${on}::date)) a) x on true
   where k.organisation_id = ${actor.organisationId} and ${contractVisibleTo(actor)} and k.valid_from <= ${on}::date
     and (k.valid_to is null or k.valid_to > ${on}::date)
     ${kind ? sql`and k.kind = ${kind}` : sql``} ${administration ? sql`and n.code = ${administration}` : sql``}`;

/** Rows `x` as a list, those with the greatest `y` first. */
const grouped = (rows: SQL, limit?: number): SQL => sql`(
  select coalesce(json_agg(g.x order by g.y desc nulls last), '[]')
    from (select * from (${rows}) r order by y desc nulls last ${limit ? sql`limit ${limit}` : sql``}) g)`;

const largestBy = (key: SQL, name: SQL, from: SQL): SQL =>
  grouped(
    sql`select json_build_object('key', ${key}, 'name', ${name}, ${sums}) as x, coalesce(sum(yearly_ore), 0) as y
      from ${from} group by ${key}`,
    mostNamed,
  );

const dearest = sql`
  select json_build_object('id', p.id, 'number', p.number, 'party', p.party, 'kind', p.kind, 'useGroup', p.use_group,
           'rateOre', p.rate, 'middleOre', s.middle, 'aboveOre', round((p.rate - s.middle) * p.area_m2)) as x,
         (p.rate - s.middle) * p.area_m2 as y
    from placed p join spread s on s.kind = p.kind and s.use_group = p.use_group where p.rate > s.middle`;
