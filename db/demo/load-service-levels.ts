import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";

/** What each kind of unit usually gets: quality 0–5 and visits a year. Invented, as all of the demo. */
const usual: [kind: string, quality: number, visits: number][] = [
  ["daycare", 4, 245],
  ["school", 3, 200],
  ["youthClub", 3, 150],
  ["careHome", 4, 365],
  ["healthCentre", 4, 245],
  ["homeCare", 3, 147],
  ["residentialCare", 3, 245],
  ["crisisCentre", 3, 245],
  ["shelter", 3, 365],
  ["library", 3, 245],
  ["sportsCentre", 3, 300],
  ["cultureCentre", 3, 200],
  ["citizenService", 3, 245],
  ["jobCentre", 3, 147],
  ["office", 2, 147],
  ["depot", 1, 49],
];

const source = "Demo: aftalt niveau (fiktivt)";

/**
 * Gives the demo's units a level of cleaning and of window cleaning, believable and uneven: most lie near their kind,
 * some pay or get much more or less. Chance comes from the ids, so the same demo has the same levels.
 */
export async function loadServiceLevels(db: Db, organisationId: Id, loadDay: Day): Promise<void> {
  const levels = JSON.stringify(usual.map(([kind, quality, visits]) => ({ kind, quality, visits })));
  await db.execute(sql`
    insert into service_level (id, organisation_id, unit_id, building_id, service_code, area_m2, quality,
                               visits_per_year, annual_price_ore, valid_from, source)
    select md5(p.seed || 'level')::uuid, ${organisationId}, p.unit_id, p.building_id, p.code, p.area_m2, p.quality, p.visits,
           round(p.area_m2 * p.share * p.price * p.visits * (0.9 + 0.05 * p.quality) * p.factor), ${loadDay}::date - 700, ${source}
      from (
        select a.*, v.code, v.seed, d.unit_price_ore as price,
               case when v.code = '1300.03' then 0.12 else 1 end as share,
               least(5, greatest(0, u.quality + case when v.chance < 0.10 then 1 when v.chance > 0.92 then -1 else 0 end)) as quality,
               case when v.code = '1300.03' then case when v.other < 0.7 then 4 else 2 end
                    else round(u.visits * case when v.other < 0.08 then 0.6 when v.other > 0.93 then 1.2 else 1 end) end as visits,
               case when v.third < 0.05 then 1.35 + v.chance * 0.4 when v.third > 0.95 then 0.55 + v.chance * 0.2
                    else 0.92 + v.third * 0.17 end as factor
          from (
            select k.unit_id, t.building_id, n.kind, sum(s.area_m2) as area_m2
              from contract k join tenancy t on t.contract_id = k.id join space s on s.id = t.space_id
              join unit n on n.id = k.unit_id
             where k.organisation_id = ${organisationId} and t.valid_from <= ${loadDay}::date
               and (t.valid_to is null or t.valid_to > ${loadDay}::date)
               and k.kind in ('internal', 'thirdPartyIn')
             group by 1, 2, 3
          ) a
          join json_to_recordset(${levels}::json) as u(kind text, quality int, visits int) on u.kind = a.kind
          cross join lateral (
            select c.code, a.unit_id::text || a.building_id || c.code as seed,
                   (('x' || substr(md5(a.unit_id::text || a.building_id || c.code), 1, 7))::bit(28)::int / 268435456.0) as chance,
                   (('x' || substr(md5(a.unit_id::text || a.building_id || c.code), 9, 7))::bit(28)::int / 268435456.0) as other,
                   (('x' || substr(md5(a.unit_id::text || a.building_id || c.code), 17, 7))::bit(28)::int / 268435456.0) as third
              from (values ('1300.01'), ('1300.03')) c(code)) v
          join service_version d on d.organisation_id = ${organisationId} and d.service_code = v.code
           and d.valid_to is null
         where a.area_m2 >= 20) p`);
}
