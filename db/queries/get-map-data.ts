import { sql } from "drizzle-orm";
import type { Bbox } from "#geo/bbox.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { maxPoints } from "#domain/map-data.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { insideBox, portfolioFilter } from "./portfolio-filter.ts";

/** Up to this many buildings their names and addresses travel with them; above, the one pointed at is asked for. */
const maxNames = 5_000;

/** Cells along the longer side of the viewport at least, so that a cell is 20 to 40 pixels wide on a large screen. */
const cellsAcross = 32;

/** A cell's width in degrees of longitude for one of latitude, so that it is square on the screen at this latitude. */
const widthOfHeight = 1.77;

/**
 * The map's data as JSON text (`MapData`), made by PostgreSQL and never unpacked here: points while there are few enough
 * in the search, else points of the viewport, else cells of it. Without a viewport cells cover all that was found.
 * `most` is how many points are few enough.
 */
export async function getMapData(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  viewport: Bbox | null,
  most = maxPoints,
): Promise<string> {
  const everywhere = await countUpTo(most + 1, db, actor, search);
  if (everywhere <= most) return pointsOf(db, actor, search, everywhere);
  const box = search.bbox && viewport ? intersection(search.bbox, viewport) : (viewport ?? search.bbox);
  const seen = { ...search, bbox: box };
  const inView = viewport ? await countUpTo(most / 4 + 1, db, actor, seen) : everywhere;
  if (inView <= most / 4) return pointsOf(db, actor, seen, inView);
  return cellsOf(db, actor, search, box ?? (await extentOf(db, actor, search)));
}

const intersection = (a: Bbox, b: Bbox): Bbox => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

/** How many placed buildings a search finds, counted no further than `most`. */
async function countUpTo(most: number, db: Db, actor: Actor, search: PortfolioSearch): Promise<number> {
  const rows = await db.execute<{ found: number }>(sql`
    select count(*)::int as found from (select 1 from portfolio_row r
     where r.lon is not null and ${portfolioFilter(actor, search)} limit ${most}) found`);
  return rows[0]?.found ?? 0;
}

async function extentOf(db: Db, actor: Actor, search: PortfolioSearch): Promise<Bbox> {
  const rows = await db.execute<{ west: number; south: number; east: number; north: number }>(sql`
    select min(r.lon) as west, min(r.lat) as south, max(r.lon) as east, max(r.lat) as north
      from portfolio_row r where r.lon is not null and ${portfolioFilter(actor, search)}`);
  const { west, south, east, north } = rows[0]!;
  return [west, south, east, north];
}

async function pointsOf(db: Db, actor: Actor, search: PortfolioSearch, total: number): Promise<string> {
  const names = total <= maxNames ? sql`coalesce(json_agg(r.name), '[]')` : sql`null::json`;
  const addresses = total <= maxNames ? sql`coalesce(json_agg(r.address), '[]')` : sql`null::json`;
  const rows = await db.execute<{ data: string }>(sql`
    with administration_at as materialized (
      select id, (row_number() over (order by code) - 1)::int as place from administration
       where organisation_id = ${actor.organisationId}
    ), found as materialized (
      select r.* , a.place from portfolio_row r left join administration_at a on a.id = r.main_administration_id
       where r.lon is not null and ${portfolioFilter(actor, search)} order by r.building_id
    )
    select json_build_object(
      'kind', 'points', 'on', ${search.on}::text, 'total', count(*),
      'id', coalesce(json_agg(r.building_id), '[]'),
      'lon', coalesce(json_agg(round(r.lon::numeric, 6)), '[]'), 'lat', coalesce(json_agg(round(r.lat::numeric, 6)), '[]'),
      'name', ${names}, 'address', ${addresses}, 'tenure', coalesce(json_agg(r.tenure), '[]'),
      'useGroup', coalesce(json_agg(r.use_group), '[]'), 'administration', coalesce(json_agg(r.place), '[]'),
      'condition', coalesce(json_agg(r.condition), '[]'), 'areaM2', coalesce(json_agg(r.area_m2), '[]'),
      'letM2', coalesce(json_agg(r.let_m2), '[]'),
      'exteriorBacklogOre', coalesce(json_agg(r.exterior_backlog_ore), '[]'),
      'leaseEndOn', coalesce(json_agg(r.lease_end_on), '[]'),
      'surveyedOn', coalesce(json_agg(r.surveyed_on), '[]'), 'trust', coalesce(json_agg(r.trust), '[]'))::text as data
      from found r`);
  return rows[0]!.data;
}

/** Cells on a grid that stays where it is while the map is panned: its lines are multiples of a step. */
async function cellsOf(db: Db, actor: Actor, search: PortfolioSearch, box: Bbox): Promise<string> {
  const span = Math.max(box[2] - box[0], (box[3] - box[1]) * widthOfHeight, 1e-6);
  const width = 2 ** Math.floor(Math.log2(span / cellsAcross));
  const rows = await db.execute<{ data: string }>(sql`
    with cell as (
      select avg(r.lon) as lon, avg(r.lat) as lat, count(*) as count, sum(r.area_m2) as area_m2, sum(r.let_m2) as let_m2,
             sum(r.exterior_backlog_ore) as backlog, avg(r.condition) as condition, min(array[r.building_id]) as ids
        from portfolio_row r where r.lon is not null and ${insideBox(box)} and ${portfolioFilter(actor, { ...search, bbox: null })}
       group by floor(r.lon / ${width}::float8), floor(r.lat / ${width / widthOfHeight}::float8)
    )
    select json_build_object(
      'kind', 'cells', 'on', ${search.on}::text, 'total', coalesce(sum(count), 0), 'bbox', ${JSON.stringify(box)}::json,
      'lon', coalesce(json_agg(round(lon::numeric, 6)), '[]'), 'lat', coalesce(json_agg(round(lat::numeric, 6)), '[]'),
      'count', coalesce(json_agg(count), '[]'), 'areaM2', coalesce(json_agg(round(area_m2)), '[]'),
      'letM2', coalesce(json_agg(round(let_m2)), '[]'), 'exteriorBacklogOre', coalesce(json_agg(backlog), '[]'),
      'meanCondition', coalesce(json_agg(round(condition, 2)), '[]'), 'anyId', coalesce(json_agg(ids[1]), '[]'))::text as data
      from cell`);
  return rows[0]!.data;
}
