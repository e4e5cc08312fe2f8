import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { danishToday } from "#db/danish-today.ts";
import type { Id } from "#domain/id.ts";
import { keepBacklog } from "./kept-backlog/keep-backlog.ts";
import { uuidArray } from "../sql-arrays.ts";

/** How many buildings are recomputed in one statement, so that a whole portfolio never holds the database for long. */
const batchSize = 2_000;

/**
 * Rebuilds the read models for some buildings, or for all of an organisation's, from the register itself. Every command
 * that changes something about a building calls this in its own transaction. The buildings are marked as changed now.
 */
export async function refreshPortfolio(db: Db, organisationId: Id, buildingIds: Id[] | "all"): Promise<void> {
  const ids = buildingIds === "all" ? await allBuildings(db, organisationId) : [...new Set(buildingIds)];
  for (let start = 0; start < ids.length; start += batchSize) {
    const batch = uuidArray(ids.slice(start, start + batchSize));
    await refreshRows(db, organisationId, batch);
    await refreshBuildingEntries(db, organisationId, batch);
  }
  await keepBacklog(db, organisationId, ids);
  await refreshOtherEntries(db, organisationId, buildingIds === "all" ? null : uuidArray(ids));
}

async function allBuildings(db: Db, organisationId: Id): Promise<Id[]> {
  const rows = await db.execute<{ id: Id }>(
    sql`select id from building where organisation_id = ${organisationId} order by id`,
  );
  return rows.map((row) => row.id);
}

async function refreshRows(db: Db, organisationId: Id, ids: SQL): Promise<void> {
  await db.execute(sql`delete from portfolio_row where building_id = any (${ids})`);
  await db.execute(sql`
    insert into portfolio_row (
      building_id, organisation_id, valid_from, valid_to, property_id, address_id, district_id, bbr_id, bfe_number,
      name, name_order, address, address_order, search_text, position_wgs84, lon, lat, state, tenure, use_code,
      use_group, built_year, area_m2, let_m2, digitised_m2, administration_ids, main_administration_id, unit_ids,
      is_protected, condition, surveyed_on, exterior_backlog_ore, whole_renovation_ore, lease_end_on, unknown_leases,
      trust, changed_at)
    select b.id, b.organisation_id, r.valid_from, r.valid_to, b.property_id, b.address_id, a.district_id, b.bbr_id,
           p.bfe_number, b.name, danish_order(b.name),
           a.street || ' ' || a.house_number || ', ' || a.postcode || ' ' || a.town,
           danish_order(a.street) || lpad(substring(a.house_number from '\\d+'), 5, '0') || a.house_number,
           fold_danish(b.name || ' ' || a.street || ' ' || a.house_number || ' ' || a.postcode || ' ' || a.town
             || ' ' || coalesce(p.bfe_number::text, '') || ' ' || coalesce(b.bbr_id::text, '')),
           b.position_wgs84, st_x(b.position_wgs84), st_y(b.position_wgs84), b.state, r.tenure, r.use_code,
           r.use_group, r.built_year, r.area_m2, r.let_m2, r.digitised_m2, r.administration_ids,
           r.main_administration_id, r.unit_ids, r.is_protected, r.condition, r.surveyed_on, r.exterior_backlog_ore,
           r.whole_renovation_ore, r.lease_end_on, r.unknown_leases, r.trust, now()
      from portfolio_rows_of(${organisationId}, ${ids}) r
      join building b on b.id = r.building_id
      join address a on a.id = b.address_id
      join property p on p.id = b.property_id`);
}

/** Buildings and leases are found under their own scope: the administrations and units of any period. */
async function refreshBuildingEntries(db: Db, organisationId: Id, ids: SQL): Promise<void> {
  await db.execute(sql`delete from search_entry where kind = 'building' and entity_id = any (${ids})`);
  await db.execute(sql`
    insert into search_entry (kind, entity_id, organisation_id, building_id, title, subtitle, folded, words,
      administration_ids, unit_ids, is_protected)
    select 'building', r.building_id, ${organisationId}, r.building_id, r.name, r.address, r.search_text,
           to_tsvector('danish', r.name || ' ' || r.address), r.administration_ids, r.unit_ids, r.is_protected
      from (select distinct on (building_id) * from portfolio_row where building_id = any (${ids})
             order by building_id, valid_from > ${danishToday}, abs(valid_from - ${danishToday})) r`);
}

async function refreshOtherEntries(db: Db, organisationId: Id, ids: SQL | null): Promise<void> {
  const touched = ids === null ? sql`true` : sql`r.building_id = any (${ids})`;
  await db.execute(sql`
    insert into search_entry (kind, entity_id, organisation_id, building_id, title, subtitle, folded, words,
      administration_ids, unit_ids, is_protected)
    select 'address', a.id, a.organisation_id, min(r.building_id::text)::uuid,
           a.street || ' ' || a.house_number, a.postcode || ' ' || a.town,
           fold_danish(a.street || ' ' || a.house_number || ' ' || a.postcode || ' ' || a.town),
           to_tsvector('danish', a.street || ' ' || a.house_number || ' ' || a.postcode || ' ' || a.town),
           coalesce(array_agg(distinct x.administration_id) filter (where x.administration_id is not null), '{}'),
           coalesce(array_agg(distinct y.unit_id) filter (where y.unit_id is not null), '{}'), bool_or(r.is_protected)
      from address a join portfolio_row r on r.address_id = a.id
      left join lateral unnest(r.administration_ids) x(administration_id) on true
      left join lateral unnest(r.unit_ids) y(unit_id) on true
     where a.organisation_id = ${organisationId} and a.id in (select r.address_id from portfolio_row r where ${touched})
     group by a.id
    union all
    select 'unit', u.id, u.organisation_id, (array_agg(r.building_id order by r.valid_to desc, r.area_m2 desc))[1],
           u.name, n.name, fold_danish(u.name || ' ' || u.code), to_tsvector('danish', u.name),
           array[u.administration_id], array[u.id], u.is_protected
      from unit u join administration n on n.id = u.administration_id
      join portfolio_row r on u.id = any (r.unit_ids) and r.organisation_id = u.organisation_id
     where u.organisation_id = ${organisationId} and ${touched}
     group by u.id, n.id
    union all
    select 'lease', k.id, k.organisation_id, min(t.building_id::text)::uuid, k.number,
           coalesce(k.counterparty, min(u.name), ''),
           fold_danish(k.number || ' ' || coalesce(k.counterparty, '') || ' ' || coalesce(min(u.name), '')),
           to_tsvector('danish', coalesce(k.counterparty, '') || ' ' || coalesce(min(u.name), '')),
           array_remove(array[k.administration_id], null), array_remove(array[k.unit_id], null),
           coalesce(bool_or(u.is_protected), false)
      from contract k join tenancy t on t.contract_id = k.id left join unit u on u.id = k.unit_id
     where k.organisation_id = ${organisationId}
       and k.id in (select r.contract_id from tenancy r where ${touched})
     group by k.id
    on conflict (kind, entity_id) do update set building_id = excluded.building_id, title = excluded.title,
      subtitle = excluded.subtitle, folded = excluded.folded, words = excluded.words,
      administration_ids = excluded.administration_ids, unit_ids = excluded.unit_ids,
      is_protected = excluded.is_protected`);
}
