import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Lease } from "./get-lease.ts";
import { yearlyRentOn } from "../lease/rent-on.ts";

/** Rents of a square metre a year among leases like one, in øre, the one itself left out. */
export interface ComparedRent {
  count: number;
  lowestOre: number;
  medianOre: number;
  highestOre: number;
}

/** Fewer would tell what a neighbour pays. */
const fewest = 5;

/**
 * What others like it pay for a square metre on a day: internal leases of units of the same kind, protected ones aside. Only the spread, never
 * whose; null where there are fewer than five. Lowest and highest are the tenth and ninetieth percentile.
 */
export async function compareRent(db: Db, actor: Actor, lease: Lease, on: Day): Promise<ComparedRent | null> {
  if (lease.kind !== "internal" || lease.unitKind === null) return null;
  const [row] = await db.execute<ComparedRent & Record<string, unknown>>(sql`
    with rate as (
      select ${yearlyRentOn(on)} / sum(s.area_m2) as ore
        from contract k join unit u on u.id = k.unit_id and u.kind = ${lease.unitKind} and not u.is_protected
        join tenancy t on t.contract_id = k.id and t.valid_from <= ${on}::date and (t.valid_to is null or t.valid_to > ${on}::date)
        join space s on s.id = t.space_id
       where k.organisation_id = ${actor.organisationId} and k.kind = 'internal' and k.id <> ${lease.id} and ${yearlyRentOn(on)} > 0
         and k.valid_from <= ${on}::date and (k.valid_to is null or k.valid_to > ${on}::date)
       group by k.id)
    select count(*)::int as count, percentile_cont(0.1) within group (order by ore)::float8 as "lowestOre",
           percentile_cont(0.5) within group (order by ore)::float8 as "medianOre",
           percentile_cont(0.9) within group (order by ore)::float8 as "highestOre" from rate`);
  return row!.count >= fewest ? row! : null;
}
