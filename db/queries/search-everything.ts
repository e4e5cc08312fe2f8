import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { caseVisibleTo } from "./case/visible-cases.ts";
import { withinScope } from "./portfolio-filter.ts";

export interface SearchHit {
  kind: "building" | "address" | "unit" | "lease" | "case";
  id: Id;
  buildingId: Id | null;
  title: string;
  subtitle: string;
}

/** Shorter words would meet half the portfolio. */
const minLength = 2;

/** How many of each way to match are looked at and ranked: what many share has no best one, so time need not grow. */
const candidates = 200;

/**
 * Buildings, addresses, units and leases by any name or number they go by, best first: the start of a name, then a
 * part of it, then full-text words, then what is spelled alike. å/aa, ø/oe/o and æ/ae meet. Of several words, what has all of
 * them as words of its own is what was meant; only where there is none, what holds them anywhere. `total` counts all of them;
 * of what is only spelled alike, those that were looked at (at most 200).
 */
export async function searchEverything(
  db: Db,
  actor: Actor,
  text: string,
  limit = 12,
): Promise<{ items: SearchHit[]; total: number }> {
  // A number of a case, or its beginning, means cases and nothing else.
  if (/^\d{4}-\d/.test(text.trim())) return findCases(db, actor, text.trim(), limit);
  const found = await findHits(db, actor, text, limit);
  if (found.isAll) return { items: found.items, total: found.looked };
  return { items: found.items, total: await countMatches(db, actor, found.matches) };
}

/** Cases that the actor sees whose number begins so; an order is found by its case. */
async function findCases(db: Db, actor: Actor, text: string, limit: number) {
  const number = text.replace(/^(\d{4}-\d+).*$/s, "$1").slice(0, 30);
  const rows = await db.execute<SearchHit & { total: number } & Record<string, unknown>>(sql`
    select 'case' as kind, c.id, c.building_id as "buildingId", c.number as title,
           concat_ws(', ', b.name, left(c.text, 80)) as subtitle, count(*) over ()::int as total
      from service_case c join building b on b.id = c.building_id
     where c.organisation_id = ${actor.organisationId} and c.number like ${number} || '%'
       and ${caseVisibleTo(actor, sql`c`, dayAt(new Date()))}
     order by c.number desc limit ${limit}`);
  const items = rows.map(({ total: _, ...hit }): SearchHit => hit);
  return { items, total: rows[0]?.total ?? 0 };
}

interface Found {
  items: SearchHit[];
  /** How many matches were ranked, whether those were all, and what a match is. */
  looked: number;
  isAll: boolean;
  matches: SQL;
}

async function findHits(db: Db, actor: Actor, text: string, limit: number): Promise<Found> {
  const asked = text.trim().slice(0, 100);
  if (asked.length < minLength) return { items: [], looked: 0, isAll: true, matches: sql`false` };
  if (/\s/.test(asked)) {
    // From the index of whole words, which is as fast in a large portfolio as in a small one.
    const whole = await rankMatches(db, actor, asked, limit, havingWords(asked));
    if (whole.looked > 0) return whole;
  }
  const exact = await rankMatches(db, actor, asked, limit, containing(asked));
  if (exact.looked > 0) return exact;
  // How many are spelled somewhat alike tells nobody anything, and counting them takes a second in a large city.
  return {
    ...(await rankMatches(db, actor, asked, limit, sql`fold_danish(${asked}) <% e.folded`)),
    isAll: true,
  };
}

const escaped = (word: string) => sql`regexp_replace(fold_danish(${word}), '([\\\\%_])', '\\\\\\1', 'g')`;
const holding = (part: string) => sql`e.folded like '%' || ${escaped(part)} || '%'`;

const havingWords = (asked: string) => sql`e.words @@ plainto_tsquery('danish', ${asked})`;

const containing = (asked: string) => {
  const words = asked.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const literally = words.length > 0 ? sql.join(words.map(holding), sql` and `) : sql`false`;
  return sql`((${literally}) or ${havingWords(asked)})`;
};

const visibleTo = (actor: Actor) => sql`${withinScope(actor, "register", sql`e`)}
  and (e.kind <> 'lease' or ${withinScope(actor, "leases", sql`e`)})`;

/** Ranks all matches; of many so many of any kind, so many whose title begins so and so many that hold the whole. */
async function rankMatches(db: Db, actor: Actor, asked: string, limit: number, matches: SQL): Promise<Found> {
  const visible = visibleTo(actor);
  const areMany = sql`(select count(*) from matching) >= ${candidates}`;
  // One word as a whole is what the matches hold already.
  const areSeveral = /\s/.test(asked) ? areMany : sql`false`;
  const rows = await db.execute<SearchHit & { looked: number; most: number } & Record<string, unknown>>(sql`
    with matching as materialized (
      select * from search_entry e where ${visible} and ${matches} limit ${candidates}
    ), begun as materialized (
      select * from search_entry e where ${areMany} and ${visible} and ${matches}
         and fold_danish(e.title) collate "C" like ${escaped(asked)} || '%'
       order by fold_danish(e.title) collate "C" limit ${candidates}
    ), held as materialized (
      select * from search_entry e where ${areSeveral} and ${visible} and ${matches} and ${holding(asked)}
       limit ${candidates}
    ), chosen as (select * from matching union select * from begun union select * from held)
    select e.kind, e.entity_id as id, e.building_id as "buildingId", e.title, e.subtitle,
           count(*) over ()::int as looked, (select count(*) from matching)::int as most
      from chosen e
     order by fold_danish(e.title) = fold_danish(${asked}) desc,
              e.folded like ${escaped(asked)} || '%' desc,
              ${holding(asked)} desc,
              word_similarity(fold_danish(${asked}), e.folded) desc,
              array_position(array['building', 'unit', 'address', 'lease'], e.kind), e.title, e.entity_id
     limit ${limit}`);
  const looked = rows[0]?.looked ?? 0;
  const isAll = (rows[0]?.most ?? 0) < candidates;
  return { items: rows.map(({ looked: _, most: __, ...hit }) => hit as SearchHit), looked, isAll, matches };
}

async function countMatches(db: Db, actor: Actor, matches: SQL): Promise<number> {
  const rows = await db.execute<{ total: number }>(
    sql`select count(*)::int as total from search_entry e where ${matches} and ${visibleTo(actor)}`,
  );
  return rows[0]?.total ?? 0;
}
