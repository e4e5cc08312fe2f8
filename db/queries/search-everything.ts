import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { withinScope } from "./portfolio-filter.ts";

export interface SearchHit {
  kind: "building" | "address" | "unit" | "lease";
  id: Id;
  buildingId: Id | null;
  title: string;
  subtitle: string;
}

/** Shorter words would meet half the portfolio. */
const minLength = 2;

/**
 * Buildings, addresses, units and leases by any name or number they go by, best first: the start of a name, then a
 * part of it, then full-text words, then what is spelled alike. å/aa, ø/oe/o and æ/ae meet.
 */
export async function searchEverything(
  db: Db,
  actor: Actor,
  text: string,
  limit = 12,
): Promise<{ items: SearchHit[]; total: number }> {
  const asked = text.trim().slice(0, 100);
  if (asked.length < minLength) return { items: [], total: 0 };
  const exact = await searchBy(db, actor, asked, limit, named(asked));
  return exact.total > 0 ? exact : searchBy(db, actor, asked, limit, alike(asked));
}

/** Which entries match, and which of many are looked at more closely: those of the least rank. */
interface Match {
  matches: SQL;
  rank: SQL;
}

const alike = (asked: string): Match => ({
  matches: sql`fold_danish(${asked}) <% e.folded`,
  rank: sql`-word_similarity(a.folded, e.folded)`,
});

const named = (asked: string): Match => ({ matches: containing(asked), rank: sql`length(e.folded)` });

const containing = (asked: string): SQL => {
  const words = asked.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const parts = words.map((word) => sql`e.folded like '%' || ${escaped(word)} || '%'`);
  const literally = parts.length > 0 ? sql.join(parts, sql` and `) : sql`false`;
  return sql`((${literally}) or e.words @@ plainto_tsquery('danish', ${asked}))`;
};

const escaped = (word: string) => sql`regexp_replace(fold_danish(${word}), '([\\\\%_])', '\\\\\\1', 'g')`;

/** Likeness costs more than all else, so only so many of the best by name are weighed by it. */
const mostWeighed = 200;

async function searchBy(
  db: Db,
  actor: Actor,
  asked: string,
  limit: number,
  { matches, rank }: Match,
): Promise<{ items: SearchHit[]; total: number }> {
  const rows = await db.execute<SearchHit & { total: number } & Record<string, unknown>>(sql`
    with asked as materialized (
      select fold_danish(${asked}) as folded, ${escaped(asked)} as pattern
    ), found as (
      select e.kind, e.entity_id, e.building_id, e.title, e.subtitle, e.folded, count(*) over ()::int as total,
             case when e.folded like a.pattern || '%' then 0 when e.folded like '%' || a.pattern || '%' then 1
                  else 2 end as place
        from search_entry e cross join asked a
       where ${matches} and ${withinScope(actor, "register", sql`e`)}
         and (e.kind <> 'lease' or ${withinScope(actor, "leases", sql`e`)})
       order by place, ${rank}, e.entity_id limit ${Math.max(limit, mostWeighed)}
    )
    select f.kind, f.entity_id as id, f.building_id as "buildingId", f.title, f.subtitle, f.total
      from found f cross join asked a
     order by fold_danish(f.title) = a.folded desc, f.place, word_similarity(a.folded, f.folded) desc,
              array_position(array['building', 'unit', 'address', 'lease'], f.kind), f.title, f.entity_id
     limit ${limit}`);
  return { items: rows.map(({ total: _, ...hit }) => hit as SearchHit), total: rows[0]?.total ?? 0 };
}
