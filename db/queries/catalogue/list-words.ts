import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";

/** A word of the catalogue and what it points at. */
export interface WordRow {
  id: Id;
  term: string;
  locale: "da" | "en";
  itemCode: string | null;
  serviceCode: string | null;
  nameDa: string;
  nameEn: string;
}

export interface WordFilter {
  itemCode?: string;
  serviceCode?: string;
  /** What the word begins with or holds. */
  text?: string;
}

const most = 200;

/** Words of the catalogue in the order of the alphabet, and how many there are. */
export async function listWords(
  db: Db,
  actor: Actor,
  { itemCode, serviceCode, text = "" }: WordFilter,
): Promise<{ items: WordRow[]; total: number }> {
  const conditions = [sql`y.organisation_id = ${actor.organisationId}`];
  if (itemCode !== undefined) conditions.push(sql`y.item_code = ${itemCode}`);
  if (serviceCode !== undefined) conditions.push(sql`y.service_code = ${serviceCode}`);
  if (text.trim() !== "")
    conditions.push(
      sql`fold_danish(y.term) like '%' || replace(replace(fold_danish(${text.trim()}), '%', ''), '_', '') || '%'`,
    );
  const where = sql.join(conditions, sql` and `);
  const rows = await db.execute<WordRow & { total: number } & Record<string, unknown>>(sql`
    select y.id, y.term, y.locale, y.item_code as "itemCode", y.service_code as "serviceCode",
           coalesce(i.name_da, s.name_da) as "nameDa", coalesce(i.name_en, s.name_en) as "nameEn",
           count(*) over ()::int as total
      from service_synonym y
      left join facility_item i on i.organisation_id = y.organisation_id and i.code = y.item_code
      left join service s on s.organisation_id = y.organisation_id and s.code = y.service_code
     where ${where} order by danish_order(y.term), y.locale, y.id limit ${most}`);
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}

/** What a word can point at: items and services that are in use, by name. */
export interface WordTarget {
  key: string;
  nameDa: string;
  nameEn: string;
  isItem: boolean;
}

export async function listWordTargets(db: Db, actor: Actor): Promise<WordTarget[]> {
  const rows = await db.execute<WordTarget & Record<string, unknown>>(sql`
    select 'item:' || code as key, name_da as "nameDa", name_en as "nameEn", true as "isItem"
      from facility_item where organisation_id = ${actor.organisationId} and withdrawn_on is null
    union all
    select 'service:' || code, name_da, name_en, false
      from service where organisation_id = ${actor.organisationId} and withdrawn_on is null
     order by 4 desc, 2 limit 500`);
  return [...rows];
}
