import { sql, type SQL } from "drizzle-orm";
import type { ServiceUnit } from "#domain/catalogue/service.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { Recurrence, ServiceCalendar } from "#domain/recurring/occurrences.ts";

/** A service that comes again, with all that decides on which days. */
export interface RecurringRow extends Recurrence, ServiceCalendar {
  id: Id;
  unitId: Id;
  unitName: string;
  buildingId: Id;
  buildingName: string;
  spaceId: Id | null;
  serviceCode: string;
  nameDa: string;
  nameEn: string;
  /** What one of it is today; null where the service has no terms today. */
  unit: ServiceUnit | null;
  unitPriceOre: number | null;
  quantity: number;
  description: string;
  createdBy: Id | null;
  isStopped: boolean;
  /** Orders are made up to and with this day. */
  madeUntil: Day | null;
}

/** Aliases: x is recurring_service, n its unit. */
export const recurringColumns: SQL = sql`x.id, x.unit_id as "unitId", n.name as "unitName", x.building_id as "buildingId",
  b.name as "buildingName", x.space_id as "spaceId", x.service_code as "serviceCode", s.name_da as "nameDa",
  s.name_en as "nameEn", v.unit, v.unit_price_ore as "unitPriceOre", x.quantity, x.description, x.rrule,
  x.starts_on as "startsOn", to_char(x.starts_at, 'HH24:MI') as "startsAt", x.ends_on as "endsOn",
  array_to_json(x.left_out) as "leftOut", x.skips_holidays as "skipsHolidays", k.valid_to as "leaseEndsOn",
  s.withdrawn_on as "withdrawnOn", x.created_by as "createdBy", x.stopped_at is not null as "isStopped",
  x.made_until as "madeUntil",
  (select coalesce(json_agg(json_build_object('validFrom', c.valid_from, 'validTo', c.valid_to) order by c.valid_from), '[]')
     from closing_period c where c.organisation_id = x.organisation_id and (c.unit_id is null or c.unit_id = x.unit_id)
      and c.valid_to > x.starts_on) as closings`;

export const recurringJoins = (on: Day): SQL => sql`recurring_service x
  join unit n on n.id = x.unit_id join building b on b.id = x.building_id
  join service s on s.organisation_id = x.organisation_id and s.code = x.service_code
  left join contract k on k.id = x.contract_id
  left join service_version v on v.organisation_id = x.organisation_id and v.service_code = x.service_code
   and v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date)`;
