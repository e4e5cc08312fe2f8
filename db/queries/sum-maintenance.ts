import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { portfolioFilter } from "./portfolio-filter.ts";

/** Maintenance booked in one calendar year on the buildings that a search finds, in øre. */
export async function sumMaintenance(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  year: number,
): Promise<number> {
  const rows = await db.execute<{ ore: number }>(sql`
    select coalesce(sum(m.amount_ore), 0)::bigint as ore
      from maintenance_entry m join portfolio_row r on r.building_id = m.building_id
     where m.organisation_id = ${actor.organisationId}
       and m.booked_on >= make_date(${year}, 1, 1) and m.booked_on < make_date(${year + 1}, 1, 1)
       and ${portfolioFilter(actor, search)}`);
  return rows[0]?.ore ?? 0;
}
