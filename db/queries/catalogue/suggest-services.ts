import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { dayAt, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import {
  rankSuggestions,
  targetKey,
  type Suggestion,
  type Synonym,
} from "#domain/suggestion/rank-suggestions.ts";
import { wordsOf } from "#domain/suggestion/words-of.ts";

export interface SuggestOptions {
  /** Where it is. It does not weigh in the ranking yet; the words alone decide. */
  buildingId?: Id | null;
  /** How many at most; three unless told. */
  limit?: number;
  /** The day it is asked for: what is withdrawn by then is not suggested. Today unless told. */
  on?: Day;
}

interface KnownWords {
  /** Changes whenever a word, an item or a service does, so that words are read once and never stale. */
  version: string;
  synonyms: Synonym[];
}

const words = new Map<Id, KnownWords>();

/**
 * What a text is about, the likeliest first: items and services of the catalogue by the words it has been taught. Asks
 * the database for the words only when they have changed, and no network.
 * @example await suggestServices(db, organisationId, "ruden er knust", { limit: 3 }) // [{ itemCode: "window", score: 0.8 }, …]
 */
export async function suggestServices(
  db: Db,
  organisationId: Id,
  text: string,
  { limit = 3, on = dayAt(new Date()) }: SuggestOptions = {},
): Promise<Suggestion[]> {
  const version = `${on} ${await versionOf(db, organisationId)}`;
  let known = words.get(organisationId);
  if (known?.version !== version) {
    known = { version, synonyms: await listWords(db, organisationId, on) };
    words.set(organisationId, known);
  }
  return rankSuggestions(text, known.synonyms, limit);
}

async function versionOf(db: Db, organisationId: Id): Promise<string> {
  const [row] = await db.execute<{ version: string }>(sql`
    select concat_ws(' ', (select count(*) || ' ' || max(id::text) from service_synonym where organisation_id = ${organisationId}),
      (select string_agg(code || withdrawn_on, ' ' order by code) from facility_item where organisation_id = ${organisationId} and withdrawn_on is not null),
      (select string_agg(code || withdrawn_on, ' ' order by code) from service where organisation_id = ${organisationId} and withdrawn_on is not null)) as version`);
  return row!.version;
}

async function listWords(db: Db, organisationId: Id, on: Day): Promise<Synonym[]> {
  const rows = await db.execute<{
    term: string;
    itemCode: string | null;
    serviceCode: string | null;
    weight: number;
  }>(sql`
    select y.term, y.item_code as "itemCode", y.service_code as "serviceCode", y.weight
      from service_synonym y
      left join facility_item i on i.organisation_id = y.organisation_id and i.code = y.item_code
      left join service s on s.organisation_id = y.organisation_id and s.code = y.service_code
     where y.organisation_id = ${organisationId}
       and coalesce(i.withdrawn_on, s.withdrawn_on, 'infinity'::date) > ${on}::date
     order by y.id`);
  return rows.map(({ term, itemCode, serviceCode, weight }) => ({
    ...{ words: wordsOf(term), weight },
    target: targetKey(itemCode !== null ? { itemCode } : { serviceCode: serviceCode! }),
  }));
}
