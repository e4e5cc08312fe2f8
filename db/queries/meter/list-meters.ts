import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { MeterKind } from "#domain/meter/meter.ts";
import { withinScope } from "../portfolio-filter.ts";

/** A meter as a building's page names it. */
export interface ListedMeter {
  id: Id;
  kind: MeterKind;
  number: string;
  validFrom: Day;
  validTo: Day | null;
  lastMonth: string | null;
  source: string | null;
}

/** The meters of a building, with the last month each has told and who said so. */
export async function listMeters(db: Db, actor: Actor, buildingId: Id): Promise<ListedMeter[]> {
  return [
    ...(await db.execute<ListedMeter & Record<string, unknown>>(sql`
      select m.id, m.kind, m.number, m.valid_from::text as "validFrom", m.valid_to::text as "validTo",
             to_char(x.month, 'YYYY-MM') as "lastMonth", x.source
        from meter m join portfolio_row_now r on r.building_id = m.building_id and ${withinScope(actor, "colocation")}
        left join lateral (select t.month, t.source from meter_month t where t.meter_id = m.id order by t.month desc limit 1) x
          on true
       where m.organisation_id = ${actor.organisationId} and m.building_id = ${buildingId}::uuid
       order by array_position(array['electricity', 'heat', 'water'], m.kind), m.number limit 200`)),
  ];
}
