import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { ElementUnit, PricePurpose } from "#domain/condition/element-type.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** A price list as it was published. */
export interface PriceListRow {
  id: Id;
  name: string;
  source: string;
  priceLevelOn: Day;
  validFrom: Day;
  lines: number;
}

export interface PriceLineRow {
  code: string;
  sfb: string;
  typeDa: string;
  typeEn: string;
  purpose: PricePurpose;
  nameDa: string;
  nameEn: string;
  unit: ElementUnit;
  unitPriceOre: number;
}

/** A month of the index as it stands, and how many records of it there are. */
export interface IndexRow {
  month: Day;
  value: number;
  source: string;
  recordedOn: Day;
  records: number;
}

const most = 1_000;

/** All price lists, the newest first. */
export async function listPriceLists(db: Db, actor: Actor): Promise<PriceListRow[]> {
  const rows = await db.execute<PriceListRow & Record<string, unknown>>(sql`
    select l.id, l.name, l.source, l.price_level_on::text as "priceLevelOn", l.valid_from::text as "validFrom",
           (select count(*)::int from price_line n where n.price_list_id = l.id) as lines
      from price_list l where l.organisation_id = ${actor.organisationId} order by l.valid_from desc limit ${most}`);
  return [...rows];
}

/** The lines of a list in the order of the elements. */
export async function listPriceLines(db: Db, actor: Actor, listId: Id): Promise<PriceLineRow[]> {
  const rows = await db.execute<PriceLineRow & Record<string, unknown>>(sql`
    select n.code, t.sfb, t.name_da as "typeDa", t.name_en as "typeEn", n.purpose, n.name_da as "nameDa",
           n.name_en as "nameEn", n.unit, n.unit_price_ore::float8 as "unitPriceOre"
      from price_line n join element_type t on t.organisation_id = n.organisation_id and t.code = n.element_type_code
     where n.organisation_id = ${actor.organisationId} and n.price_list_id = ${listId}
     order by t.sort_order, n.code limit ${most}`);
  return [...rows];
}

/** An index (of building works, or of net prices), the newest month first: of each month the record that counts. */
export async function listIndexMonths(
  db: Db,
  actor: Actor,
  key: "construction" | "npi",
): Promise<IndexRow[]> {
  const rows = await db.execute<IndexRow & Record<string, unknown>>(sql`
    select distinct on (month) month::text as month, value::float8 as value, source,
           (recorded_at at time zone 'Europe/Copenhagen')::date::text as "recordedOn",
           (count(*) over (partition by month))::int as records
      from price_index where organisation_id = ${actor.organisationId} and key = ${key}
     order by month desc, recorded_at desc limit ${most}`);
  return [...rows];
}
