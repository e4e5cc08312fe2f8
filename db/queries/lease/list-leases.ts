import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { LeaseKind, LeaseSearch, LeaseSort, LeaseStatus } from "#domain/lease/lease-search.ts";
import { contractVisibleTo } from "../building/visible-to.ts";
import { readCursor, writeCursor, type KeyType } from "../list-cursor.ts";
import { levelDay } from "./rent-on.ts";

/** A lease as a line of a list, as of the day asked for. `validTo` is the day after its last; rent is øre a year. */
export interface LeaseRow {
  id: Id;
  number: string;
  kind: LeaseKind;
  party: string;
  unitName: string | null;
  administrationName: string | null;
  administrationCode: string | null;
  buildings: { id: Id; name: string }[];
  validFrom: Day;
  validTo: Day | null;
  areaM2: number;
  yearlyOre: number | null;
  status: LeaseStatus;
}

/** Of all that a search finds, not of the page. Leases whose rent is not known are in the count and the m² alone. */
export interface LeaseTotals {
  count: number;
  areaM2: number;
  yearlyOre: number;
  /** The part of both that the city rents from others; the rest it lets. */
  rentedM2: number;
  rentedOre: number;
  withoutRent: number;
}

/** A part of the list: from a place in it, or after a cursor. */
export interface LeaseCut {
  limit: number;
  from?: number;
  cursor?: string | null;
}

const like = (word: string): SQL =>
  sql`'%' || replace(replace(fold_danish(${word}), '%', ''), '_', '') || '%'`;

const firstBuilding = sql`(select min(danish_order(b.name)) from tenancy t join building b on b.id = t.building_id
  where t.contract_id = k.id)`;

/** Sort keys are never null, so that a list can go on after any row. */
const sortKeys: Record<LeaseSort, { key: SQL; type: KeyType }> = {
  number: { key: sql`k.number collate "C"`, type: "text" },
  party: { key: sql`danish_order(coalesce(k.counterparty, u.name, ''))`, type: "text" },
  building: { key: sql`coalesce(${firstBuilding}, '')`, type: "text" },
  area: { key: sql`coalesce(l.area_m2, 0)`, type: "float8" },
  rent: { key: sql`coalesce(l.yearly_ore, k.annual_rent_ore, -1)::float8`, type: "float8" },
  from: { key: sql`k.valid_from`, type: "date" },
  to: { key: sql`coalesce(k.valid_to, '9999-12-31'::date)`, type: "date" },
};

const isUnknown = (on: Day): SQL =>
  sql`(k.kind = 'thirdPartyIn' and (k.known_from is null or k.known_from > ${on}::date))`;
const isInForce = (on: Day): SQL =>
  sql`(k.valid_from <= ${on}::date and (k.valid_to is null or k.valid_to > ${on}::date))`;

const withStatus = (status: LeaseStatus, on: Day): SQL =>
  ({
    inForce: isInForce(on),
    unknown: sql`(${isInForce(on)} and ${isUnknown(on)})`,
    coming: sql`k.valid_from > ${on}::date`,
    ended: sql`k.valid_to <= ${on}::date`,
  })[status];

const names = (alias: "n" | "u", value: string): SQL =>
  sql`(${sql.identifier(alias)}.id::text = ${value} or ${sql.identifier(alias)}.code = ${value} or ${sql.identifier(alias)}.name = ${value})`;

/** What figures open to their leases by. A lease is counted at the first of the buildings that it has on the day. */
function opened({ on, ends, party, address, use }: LeaseSearch): SQL[] {
  const conditions: SQL[] = [];
  if (ends === "never") conditions.push(sql`k.valid_to is null`);
  else if (ends !== null) conditions.push(sql`extract(year from k.valid_to - 1) = ${ends}`);
  if (party !== null) conditions.push(sql`k.counterparty = ${party}`);
  if (address !== null || use !== null)
    conditions.push(sql`k.id in (
      select h.contract_id from (
        select distinct on (t.contract_id) t.contract_id, r.address_id, r.use_group
          from tenancy t join portfolio_row r on r.building_id = t.building_id
           and r.valid_from <= ${on}::date and r.valid_to > ${on}::date
         where t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)
         order by t.contract_id, t.building_id) h
       where (${address}::uuid is null or h.address_id = ${address}::uuid) and (${use}::text is null or h.use_group = ${use}::text))`);
  return conditions;
}

function found(actor: Actor, search: LeaseSearch): SQL {
  const { on, kind, administration, unit, status, q } = search;
  const conditions = [sql`k.organisation_id = ${actor.organisationId}`, contractVisibleTo(actor)];
  if (kind) conditions.push(sql`k.kind = ${kind}`);
  if (administration) conditions.push(names("n", administration));
  if (unit) conditions.push(names("u", unit));
  if (status) conditions.push(withStatus(status, on));
  conditions.push(...opened(search));
  for (const word of q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(sql`(fold_danish(k.number || ' ' || coalesce(k.counterparty, '') || ' ' || coalesce(u.name, '')) like ${like(word)}
      or exists (select 1 from tenancy t join building b on b.id = t.building_id join address a on a.id = b.address_id
                  where t.contract_id = k.id and fold_danish(b.name || ' ' || a.street || ' ' || a.house_number) like ${like(word)}))`);
  return sql.join(conditions, sql` and `);
}

/**
 * The leases that an actor may read and a search finds, as of its day, a part at a time; totals are of all of them. Drafts
 * are no leases and never here. Throws CursorFault for a cursor of another list.
 */
export async function listLeases(
  db: Db,
  actor: Actor,
  search: LeaseSearch,
  cut: LeaseCut,
): Promise<{ items: LeaseRow[]; totals: LeaseTotals; nextCursor: string | null }> {
  const { on } = search;
  const { key, type } = sortKeys[search.sort];
  const after = cut.cursor ? readCursor(cut.cursor, type) : null;
  const [direction, than] = search.order === "desc" ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const goOn = after
    ? sql`where ("sortKey", id) ${than} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`
    : sql``;
  const [row] = await db.execute<
    { items: (LeaseRow & { sortKey: string | number })[]; totals: LeaseTotals } & Record<string, unknown>
  >(sql`
    with matching as materialized (
      select k.id, k.kind, ${key} as "sortKey", coalesce(l.area_m2, 0) as area_m2, coalesce(l.yearly_ore, k.annual_rent_ore) as yearly_ore
        from contract k left join unit u on u.id = k.unit_id left join administration n on n.id = k.administration_id
        left join lease_level l on l.contract_id = k.id and l.valid_from <= ${levelDay(on)} and l.valid_to > ${levelDay(on)}
       where ${found(actor, search)}
    ), shown as (
      select * from matching ${goOn} order by "sortKey" ${direction}, id ${direction}
      offset ${cut.from ?? 0} limit ${cut.limit + 1}
    )
    select (select coalesce(json_agg(p order by p."sortKey" ${direction}, p.id ${direction}), '[]') from (
              select s.id, s."sortKey", k.number, k.kind, coalesce(k.counterparty, u.name, '') as party, u.name as "unitName",
                     n.name as "administrationName", n.code as "administrationCode", k.valid_from as "validFrom",
                     k.valid_to as "validTo", round(s.area_m2::numeric, 2)::float8 as "areaM2", s.yearly_ore as "yearlyOre",
                     case when k.valid_from > ${on}::date then 'coming' when k.valid_to <= ${on}::date then 'ended'
                          when ${isUnknown(on)} then 'unknown' else 'inForce' end as status,
                     (select coalesce(json_agg(distinct jsonb_build_object('id', b.id, 'name', b.name)), '[]')
                        from tenancy t join building b on b.id = t.building_id where t.contract_id = k.id) as buildings
                from shown s join contract k on k.id = s.id left join unit u on u.id = k.unit_id
                left join administration n on n.id = k.administration_id) p) as items,
           (select json_build_object('count', count(*), 'areaM2', coalesce(round(sum(area_m2)::numeric, 2), 0)::float8,
                     'yearlyOre', coalesce(sum(yearly_ore), 0),
                     'rentedM2', coalesce(round((sum(area_m2) filter (where kind = 'thirdPartyIn'))::numeric, 2), 0)::float8,
                     'rentedOre', coalesce(sum(yearly_ore) filter (where kind = 'thirdPartyIn'), 0), 'withoutRent', count(*) filter (where yearly_ore is null))
              from matching) as totals`);
  const { items, totals } = row!;
  const shown = items.slice(0, cut.limit);
  const last = shown.at(-1);
  const nextCursor = items.length > cut.limit && last ? writeCursor(String(last.sortKey), last.id) : null;
  return { items: shown.map(({ sortKey: _, ...lease }) => lease), totals, nextCursor };
}
