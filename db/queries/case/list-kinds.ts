import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { ItemLocation } from "#domain/responsibility/terms.ts";

/** Something one can ask for: an item that can fail, or a service with its price. Money in øre. */
export interface Kind {
  /** `item:window` or `service:1300.02`. */
  kind: string;
  nameDa: string;
  nameEn: string;
  guidanceDa: string;
  guidanceEn: string;
  /** Where such an item usually is; null for a service. */
  usualLocation: ItemLocation | null;
  unit: "piece" | "hour" | "m2" | "visit" | "month" | null;
  unitPriceOre: number | null;
}

/** All that can be asked for on a day: items in their order, then services that have a price. */
export async function listKinds(db: Db, actor: Actor, on: Day): Promise<Kind[]> {
  return [
    ...(await db.execute<Kind & Record<string, unknown>>(sql`
      select 'item:' || i.code as kind, i.name_da as "nameDa", i.name_en as "nameEn", i.guidance_da as "guidanceDa",
             i.guidance_en as "guidanceEn", i.usual_location as "usualLocation", null as unit, null::bigint as "unitPriceOre", 0 as part, i.sort, i.code
        from facility_item i
       where i.organisation_id = ${actor.organisationId} and (i.withdrawn_on is null or i.withdrawn_on > ${on}::date)
      union all
      select 'service:' || s.code, s.name_da, s.name_en, s.guidance_da, s.guidance_en, null, v.unit, v.unit_price_ore, 1, 0, s.code
        from service s join service_version v on v.organisation_id = s.organisation_id and v.service_code = s.code
         and v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date)
       where s.organisation_id = ${actor.organisationId} and (s.withdrawn_on is null or s.withdrawn_on > ${on}::date)
       order by part, sort, code`)),
  ];
}
