import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { unitVisibleTo } from "./visible-to.ts";

/** A unit's use of a building: how many spaces, how large, for how many, since when. Source of the latest record. */
export interface OccupationRow {
  unitId: Id;
  unitName: string;
  administrationName: string;
  purpose: string;
  spaces: number;
  areaM2: number;
  persons: number | null;
  since: Day;
  source: string;
  recordedOn: Day;
}

const maxUnits = 200;

/** Who uses a building on a day and for what, the largest first. The caller has made sure that it may be seen. */
export async function listOccupations(
  db: Db,
  actor: Actor,
  buildingId: Id,
  on: Day,
): Promise<OccupationRow[]> {
  const rows = await db.execute<OccupationRow & Record<string, unknown>>(sql`
    select u.id as "unitId", u.name as "unitName", n.name as "administrationName", o.purpose,
           count(distinct o.space_id)::int as spaces, sum(s.area_m2) as "areaM2", sum(o.persons)::int as persons,
           min(o.valid_from)::text as since, (array_agg(o.source order by o.recorded_on desc))[1] as source,
           max(o.recorded_on)::text as "recordedOn"
      from occupation o join unit u on u.id = o.unit_id join administration n on n.id = u.administration_id
      join space s on s.id = o.space_id
     where o.building_id = ${buildingId} and o.organisation_id = ${actor.organisationId}
       and o.valid_from <= ${on}::date and (o.valid_to is null or o.valid_to > ${on}::date)
       and ${unitVisibleTo(actor)}
     group by u.id, n.name, o.purpose
     order by "areaM2" desc, u.name, o.purpose limit ${maxUnits}`);
  return [...rows];
}
