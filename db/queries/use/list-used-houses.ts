import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { availableHours } from "#domain/use/use-rates.ts";
import type { UseSort, UseView } from "#domain/use/use-search.ts";
import type { UseSource } from "#domain/use/use-week.ts";
import { isEmptyHouse, usedHouses } from "./used-houses.ts";

/** A building with the sums of its week. */
export interface UsedHouse {
  id: Id;
  name: string;
  address: string;
  useGroup: UseGroup;
  areaM2: number;
  usedHours: number;
  personHours: number;
  eveningHours: number;
  capacity: number | null;
  sources: UseSource[];
  /** Of the least sure of its units. */
  confidence: number;
}

const utilisation = (hours: number): SQL => sql`(person_hours / nullif(places, 0) / ${hours}::float8)`;

/** Buildings in the order asked for; those without a number of places last. At most `limit` of them, and how many there are. */
export async function listUsedHouses(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  view: UseView,
  limit: number,
): Promise<{ items: UsedHouse[]; total: number }> {
  const hours = availableHours(view.hours).filter(Boolean).length;
  const orders: Record<UseSort, SQL> = {
    utilisation: utilisation(hours),
    emptyM2: sql`(area_m2 * (1 - least(1, ${utilisation(hours)})))`,
    area: sql`area_m2`,
    evening: sql`(evening_hours / nullif(places, 0))`,
    name: sql`name_order`,
  };
  const direction = view.order === "asc" ? sql`asc` : sql`desc`;
  const rows = await db.execute<UsedHouse & { total: number } & Record<string, unknown>>(sql`
    with ${usedHouses(actor, search, view)}
    select building_id as id, name, address, use_group as "useGroup", area_m2::float8 as "areaM2",
           used_hours as "usedHours", person_hours::float8 as "personHours", evening_hours::float8 as "eveningHours",
           places as capacity, sources, confidence, (count(*) over ())::int as total
      from house
     ${view.emptyEvenings ? sql`where ${isEmptyHouse}` : sql``}
     order by ${orders[view.sort]} ${direction} nulls last, name_order, building_id limit ${limit}`);
  return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
}
