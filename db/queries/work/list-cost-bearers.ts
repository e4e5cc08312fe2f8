import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { PossibleBearer } from "#domain/case/split-form.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** Who can bear a part of an order's price, the landlord first, and the hours recorded on it. */
export interface CostBearers {
  bearers: PossibleBearer[];
  recordedHours: number;
}

/** The landlord and the units that rent in the order's building on a day. The caller has made sure the order may be seen. */
export async function listCostBearers(
  db: Db,
  organisationId: Id,
  orderId: Id,
  today: Day,
): Promise<CostBearers> {
  const [row] = await db.execute<CostBearers & Record<string, unknown>>(sql`
    select (select coalesce(json_agg(json_build_object('unitId', x.id, 'administrationId', x.administration_id,
                     'name', x.name, 'areaM2', x.area_m2) order by x.area_m2 desc, x.id), '[]')
              from (select u.id, u.administration_id, u.name, sum(s.area_m2)::float8 as area_m2
                      from tenancy t join contract k on k.id = t.contract_id join unit u on u.id = k.unit_id
                      join space s on s.id = t.space_id
                     where t.building_id = o.building_id and t.side = 'out' and t.valid_from <= ${today}::date
                       and (t.valid_to is null or t.valid_to > ${today}::date)
                     group by u.id) x) as bearers,
           (select coalesce(sum(w.minutes), 0)::float8 / 60 from work_entry w where w.order_id = o.id) as "recordedHours"
      from service_order o where o.id = ${orderId} and o.organisation_id = ${organisationId}`);
  const landlord = { unitId: null, administrationId: null, name: null, areaM2: 0 };
  return row ? { ...row, bearers: [landlord, ...row.bearers] } : { bearers: [], recordedHours: 0 };
}
