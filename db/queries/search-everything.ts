import { sql } from "drizzle-orm";
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
  const exact = await searchBy(db, actor, asked, limit, containing(asked));
  return exact.total > 0 ? exact : searchBy(db, actor, asked, limit, sql`fold_danish(${asked}) <% e.folded`);
}

const containing = (asked: string) => {
  const words = asked.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const parts = words.map((word) => sql`e.folded like '%' || ${escaped(word)} || '%'`);
  const literally = parts.length > 0 ? sql.join(parts, sql` and `) : sql`false`;
  return sql`((${literally}) or e.words @@ plainto_tsquery('danish', ${asked}))`;
};

const escaped = (word: string) => sql`regexp_replace(fold_danish(${word}), '([\\\\%_])', '\\\\\\1', 'g')`;

async function searchBy(db: Db, actor: Actor, asked: string, limit: number, matches: ReturnType<typeof sql>) {
  const rows = await db.execute<SearchHit & { total: number } & Record<string, unknown>>(sql`
    select e.kind, e.entity_id as id, e.building_id as "buildingId", e.title, e.subtitle,
           count(*) over ()::int as total
      from search_entry e
     where ${matches} and ${withinScope(actor, "register", sql`e`)}
       and (e.kind <> 'lease' or ${withinScope(actor, "leases", sql`e`)})
     order by fold_danish(e.title) = fold_danish(${asked}) desc,
              e.folded like ${escaped(asked)} || '%' desc,
              e.folded like '%' || ${escaped(asked)} || '%' desc,
              word_similarity(fold_danish(${asked}), e.folded) desc,
              array_position(array['building', 'unit', 'address', 'lease'], e.kind), e.title, e.entity_id
     limit ${limit}`);
  return { items: rows.map(({ total: _, ...hit }) => hit as SearchHit), total: rows[0]?.total ?? 0 };
}
