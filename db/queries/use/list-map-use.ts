import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import { maxPoints, type MapUse } from "#domain/map-data.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import { availableHours, eveningHourCount, usageRates } from "#domain/use/use-rates.ts";
import { usedHouses } from "./used-houses.ts";

interface Row {
  id: Id;
  usedHours: number;
  personHours: number;
  eveningHours: number;
  places: number;
}

/** The use of every building found whose places are known, in term weeks: utilisation of the office week, and evenings. */
export async function listMapUse(db: Db, actor: Actor, search: PortfolioSearch): Promise<MapUse> {
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    with ${usedHouses(actor, search, { period: "term", hours: "office" })}
    select building_id as id, used_hours as "usedHours", person_hours::float8 as "personHours",
           evening_hours::float8 as "eveningHours", places
      from house where places > 0 order by building_id limit ${maxPoints}`);
  const hours = availableHours("office").filter(Boolean).length;
  return {
    id: rows.map(({ id }) => id),
    utilisation: rows.map(
      ({ places, ...sums }) => usageRates({ ...sums, availableHours: hours, capacity: places }).utilisation,
    ),
    eveningShare: rows.map(({ eveningHours, places }) => eveningHours / eveningHourCount / places),
  };
}
