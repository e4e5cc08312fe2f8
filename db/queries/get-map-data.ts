import { sql } from "drizzle-orm";
import type { Bbox } from "#geo/bbox.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { maxPoints } from "#domain/map-data.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { portfolioFilter } from "./portfolio-filter.ts";

/** Up to this many buildings their names and addresses travel with them; above, the one pointed at is asked for. */
const maxNames = 5_000;

/** Cells along the longer side of the viewport, so that a cell is about 40 pixels wide on a large screen. */
const cellsAcross = 32;

/**
 * The map's data as JSON text (`MapData`), made by PostgreSQL and never unpacked here: points while there are few enough
 * in the search, else points of the viewport, else cells of it. Without a viewport cells cover all that was found.
 */
export async function getMapData(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  viewport: Bbox | null,
): Promise<string> {
  const everywhere = await countPlaced(db, actor, search);
  if (everywhere <= maxPoints) return pointsOf(db, actor, search, everywhere);
  if (viewport) {
    const seen = { ...search, bbox: search.bbox ? intersection(search.bbox, viewport) : viewport };
    const inView = await countPlaced(db, actor, seen);
    if (inView <= maxPoints / 4) return pointsOf(db, actor, seen, inView);
    return cellsOf(db, actor, seen, inView);
  }
  return cellsOf(db, actor, search, everywhere);
}

const intersection = (a: Bbox, b: Bbox): Bbox => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

async function countPlaced(db: Db, actor: Actor, search: PortfolioSearch): Promise<number> {
  const rows = await db.execute<{ total: number }>(sql`
    select count(*)::int as total from portfolio_row r where r.lon is not null and ${portfolioFilter(actor, search)}`);
  return rows[0]?.total ?? 0;
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

async function cellsOf(db: Db, actor: Actor, search: PortfolioSearch, total: number): Promise<string> {
  const rows = await db.execute<{ data: string }>(sql`
    with found as materialized (
      select r.building_id, r.lon, r.lat, r.area_m2, r.let_m2, r.exterior_backlog_ore, r.condition
        from portfolio_row r where r.lon is not null and ${portfolioFilter(actor, search)}
    ), extent as (
      select min(lon) as west, min(lat) as south, max(lon) as east, max(lat) as north,
             greatest((max(lon) - min(lon)) / ${cellsAcross}, (max(lat) - min(lat)) / ${cellsAcross} * 1.77, 1e-9) as size
        from found
    ), cell as (
      select avg(f.lon) as lon, avg(f.lat) as lat, count(*) as count, sum(f.area_m2) as area_m2, sum(f.let_m2) as let_m2,
             sum(f.exterior_backlog_ore) as backlog, avg(f.condition) as condition, min(f.building_id::text) as any_id
        from found f, extent e
       group by floor((f.lon - e.west) / e.size), floor((f.lat - e.south) / (e.size / 1.77))
    )
    select json_build_object(
      'kind', 'cells', 'on', ${search.on}::text, 'total', ${total}::int,
      'bbox', (select json_build_array(west, south, east, north) from extent),
      'lon', coalesce(json_agg(round(lon::numeric, 6)), '[]'), 'lat', coalesce(json_agg(round(lat::numeric, 6)), '[]'),
      'count', coalesce(json_agg(count), '[]'), 'areaM2', coalesce(json_agg(round(area_m2)), '[]'),
      'letM2', coalesce(json_agg(round(let_m2)), '[]'), 'exteriorBacklogOre', coalesce(json_agg(backlog), '[]'),
      'meanCondition', coalesce(json_agg(round(condition, 2)), '[]'), 'anyId', coalesce(json_agg(any_id), '[]'))::text as data
      from cell`);
  return rows[0]!.data;
}
