import { and, sql, type SQL } from "drizzle-orm";
import type { Bbox } from "#geo/bbox.ts";
import { scopeOf, type Area, type Right, type Scope } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { uuidArray } from "../sql-arrays.ts";

const texts = (values: string[]): SQL => sql`${sql.param(values)}::text[]`;

/** Ids of what a filter names by id, code or name, looked up once for the statement. */
const named = (table: "administration" | "unit" | "district", actor: Actor, values: string[]): SQL => sql`(
  select coalesce(array_agg(x.id), '{}') from ${sql.identifier(table)} x
   where x.organisation_id = ${actor.organisationId}
     and (x.id::text = any (${texts(values)}) or x.code = any (${texts(values)}) or x.name = any (${texts(values)})))::uuid[]`;

/**
 * The rows that an actor may see, or change by the right to write: the organisation's, within the scope of the right, and
 * protected units only where the scope names them. `row` is the alias of anything with administration_ids, unit_ids and
 * is_protected.
 */
export function withinScope(actor: Actor, area: Area, row: SQL = sql`r`, right: Right = "read"): SQL {
  const scope = scopeOf(actor, area, right);
  const own = withinOwn(scope, row);
  const visible = scope.seesProtected === "all" ? sql`true` : sql`(not ${row}.is_protected or ${own})`;
  return sql`(${row}.organisation_id = ${actor.organisationId} and ${scope.all ? sql`true` : own} and ${visible})`;
}

function withinOwn(scope: Scope, row: SQL): SQL {
  const parts: SQL[] = [];
  if (scope.administrationIds.length > 0)
    parts.push(sql`${row}.administration_ids && ${uuidArray(scope.administrationIds)}`);
  if (scope.unitIds.length > 0) parts.push(sql`${row}.unit_ids && ${uuidArray(scope.unitIds)}`);
  return parts.length > 0 ? sql`(${sql.join(parts, sql` or `)})` : sql`false`;
}

/** The rows of the portfolio that a search finds for an actor, on the search's day. Alias `r` is portfolio_row. */
export function portfolioFilter(actor: Actor, search: PortfolioSearch): SQL {
  const conditions = [
    withinScope(actor, "register"),
    sql`r.valid_from <= ${search.on}::date`,
    sql`r.valid_to > ${search.on}::date`,
    sql`r.state = 'registered'`,
    ...attributeConditions(actor, search),
    ...placeConditions(search),
  ];
  return and(...conditions)!;
}

/** What a search asks of a row's own columns; those of backlog_block among them. */
export function attributeConditions(actor: Actor, search: PortfolioSearch): SQL[] {
  const conditions: SQL[] = [];
  for (const word of search.q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(
      sql`r.search_text like '%' || replace(replace(fold_danish(${word}), '%', ''), '_', '') || '%'`,
    );
  if (search.administration.length > 0)
    conditions.push(sql`r.administration_ids && ${named("administration", actor, search.administration)}`);
  if (search.unit.length > 0) conditions.push(sql`r.unit_ids && ${named("unit", actor, search.unit)}`);
  if (search.use.length > 0)
    conditions.push(
      sql`(r.use_group = any (${texts(search.use)}) or r.use_code = any (${texts(search.use)}))`,
    );
  if (search.district.length > 0)
    conditions.push(sql`r.district_id = any (${named("district", actor, search.district)})`);
  if (search.tenure.length > 0) conditions.push(sql`r.tenure = any (${texts(search.tenure)})`);
  if (search.condition.length > 0)
    conditions.push(sql`r.condition = any (${`{${search.condition.join(",")}}`}::smallint[])`);
  if (search.builtFrom !== null) conditions.push(sql`r.built_year >= ${search.builtFrom}`);
  if (search.builtTo !== null) conditions.push(sql`r.built_year <= ${search.builtTo}`);
  if (search.areaFrom !== null) conditions.push(sql`r.area_m2 >= ${search.areaFrom}`);
  if (search.areaTo !== null) conditions.push(sql`r.area_m2 <= ${search.areaTo}`);
  if (search.digitised !== null)
    conditions.push(search.digitised ? sql`r.digitised_m2 > 0` : sql`r.digitised_m2 = 0`);
  return conditions;
}

/** Rows whose building stands within a box, edges included; found without the index of places. */
export const insideBox = ([minLon, minLat, maxLon, maxLat]: Bbox): SQL =>
  sql`r.lon between ${minLon}::float8 and ${maxLon}::float8 and r.lat between ${minLat}::float8 and ${maxLat}::float8`;

function placeConditions(search: PortfolioSearch): SQL[] {
  const conditions: SQL[] = [];
  if (search.bbox) {
    const [minLon, minLat, maxLon, maxLat] = search.bbox;
    // The index finds what is near, in single precision; the comparison says what is inside.
    conditions.push(
      sql`r.position_wgs84 && st_makeenvelope(${minLon}::float8, ${minLat}::float8, ${maxLon}::float8, ${maxLat}::float8, 4326)`,
      insideBox(search.bbox),
    );
  }
  if (search.ring) {
    const ring = search.ring.map(([lon, lat]) => `${lon} ${lat}`).join(",");
    conditions.push(sql`st_intersects(st_geomfromtext(${`POLYGON((${ring}))`}, 4326), r.position_wgs84)`);
  }
  if (search.ids.length > 0) conditions.push(sql`r.building_id = any (${uuidArray(search.ids)})`);
  return conditions;
}
