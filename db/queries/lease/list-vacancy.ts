import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Condition, UseGroup } from "#domain/portfolio-row.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A building of the portfolio that is not let whole. */
export interface VacantBuilding {
  id: Id;
  name: string;
  address: string;
  useGroup: UseGroup;
  condition: Condition | null;
  areaM2: number;
  vacantM2: number;
}

/** Less than this is what rounding leaves. */
const leastM2 = 1;

/** What of the buildings owned and rented in is let to nobody on a day, the most first; within the right to the register. */
export async function listVacancy(db: Db, actor: Actor, on: Day): Promise<VacantBuilding[]> {
  const rows = await db.execute<VacantBuilding & Record<string, unknown>>(sql`
    select r.building_id as id, r.name, r.address, r.use_group as "useGroup", r.condition, r.area_m2 as "areaM2",
           round((r.area_m2 - r.let_m2)::numeric, 2)::float8 as "vacantM2"
      from portfolio_row r
     where ${withinScope(actor, "register")} and r.valid_from <= ${on}::date and r.valid_to > ${on}::date
       and r.state = 'registered' and r.tenure in ('owned', 'leasedIn') and r.area_m2 - r.let_m2 >= ${leastM2}
     order by r.area_m2 - r.let_m2 desc, r.building_id limit 20000`);
  return [...rows];
}

/** The m² that the vacancy is a share of. */
export async function sumPortfolioArea(
  db: Db,
  actor: Actor,
  on: Day,
): Promise<{ useGroup: UseGroup; areaM2: number }[]> {
  const rows = await db.execute<{ useGroup: UseGroup; areaM2: number }>(sql`
    select r.use_group as "useGroup", sum(r.area_m2) as "areaM2" from portfolio_row r
     where ${withinScope(actor, "register")} and r.valid_from <= ${on}::date and r.valid_to > ${on}::date
       and r.state = 'registered' and r.tenure in ('owned', 'leasedIn') group by 1`);
  return [...rows];
}
