import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { recurringWithin } from "./list-recurring.ts";

/** Days a unit is closed, half-open; every unit where `unitName` is null. */
export interface ClosingPeriodRow {
  id: Id;
  unitName: string | null;
  name: string;
  validFrom: Day;
  validTo: Day;
  mayChange: boolean;
}

const most = 200;

/** The closing days of the actor's units from a day on, and those that hold for all. */
export async function listClosingPeriods(db: Db, actor: Actor, from: Day): Promise<ClosingPeriodRow[]> {
  const rows = await db.execute<ClosingPeriodRow & Record<string, unknown>>(sql`
    select x.id, n.name as "unitName", x.name, x.valid_from as "validFrom", x.valid_to as "validTo",
           (x.unit_id is not null and coalesce(${recurringWithin(actor, "write")}, false)) as "mayChange"
      from closing_period x left join unit n on n.id = x.unit_id
     where x.organisation_id = ${actor.organisationId} and x.valid_to > ${from}::date
       and (x.unit_id is null or ${recurringWithin(actor, "read")})
     order by x.valid_from, x.id limit ${most}`);
  return [...rows];
}
