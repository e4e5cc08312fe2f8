import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { monthsCompared } from "#db/queries/meter/list-metered-houses.ts";

/** So many of the demo's houses have meters; the rest are for an import to bring. */
const houses = 300;

/** Degree days of a normal year month by month, near what Danish energy accounts use (2,906 in all). Made up in detail. */
const normalDegreeDays = [498, 462, 421, 276, 120, 25, 5, 7, 65, 213, 345, 449];
const normalYear = normalDegreeDays.reduce((sum, one) => sum + one, 0);

const source = "Fiktive målinger (demo)";

/** A number from 0 to 1 that is always the same for the same words. */
const chance = (...words: SQL[]): SQL =>
  sql`(('x' || substr(md5(${sql.join(words, sql` || ' ' || `)}), 1, 8))::bit(32)::bigint / 4294967296::float8)`;

/**
 * Gives the demo three years of electricity, heat and water in some of its houses, and how cold those years were: most are as
 * houses of their use, some take far too much, some have one odd month, a few have a hole. All of it is made up. Once.
 */
export async function loadDemoMeters(db: Db, organisationId: Id, loadDay: Day): Promise<boolean> {
  const [demo] = await db.execute<{ seed: number | null; present: boolean }>(sql`
    select demo_seed as seed, exists (select 1 from meter where organisation_id = ${organisationId}) as present
      from organisation where id = ${organisationId}`);
  if (!demo || demo.seed === null || demo.present) return false;
  const last = sql`(date_trunc('month', ${loadDay}::date) - interval '1 month')::date`;
  const first = sql`(date_trunc('month', ${loadDay}::date) - ${`${monthsCompared} months`}::interval)::date`;
  await db.transaction(async (tx) => {
    await writeDegrees(tx, organisationId, first, last);
    await hangMeters(tx, organisationId, demo.seed!, first);
    await tellMonths(tx, organisationId, loadDay, first, last);
  });
  return true;
}

const writeDegrees = (tx: Db, organisationId: Id, first: SQL, last: SQL) =>
  tx.execute(sql`
    insert into degree_month (organisation_id, month, degree_days, normal_degree_days, source)
    select ${organisationId}, m::date, n.normal * (0.85 + 0.25 * ${chance(sql`m::date::text`)}), n.normal, 'Fiktive graddage (demo)'
      from generate_series(${first}, ${last}, interval '1 month') m
      cross join lateral (select (${`{${normalDegreeDays.join(",")}}`}::float8[])[extract(month from m)::int] as normal) n`);

/** One meter of each kind in houses that are drawn by their ids. */
const hangMeters = (tx: Db, organisationId: Id, seed: number, first: SQL) =>
  tx.execute(sql`
    insert into meter (id, organisation_id, building_id, kind, number, valid_from)
    select md5(h.building_id::text || k.kind || ${String(seed)})::uuid, ${organisationId}, h.building_id, k.kind,
           k.mark || '-' || (100000 + h.place), ${first}
      from (select building_id, row_number() over (order by md5(building_id::text)) as place from portfolio_row_now
             where organisation_id = ${organisationId} and tenure = 'owned' and area_m2 >= 400 and not is_protected
             order by md5(building_id::text) limit ${houses}) h
      cross join (values ('electricity', 'EL'), ('heat', 'VA'), ('water', 'VD')) k(kind, mark)`);

/**
 * A month of a meter: a yearly amount a m² (35 kWh, 95 kWh, 0.35 m³), by the season or the cold, by the house, and by chance.
 * Of a hundred meters four take 2.8 times too much, five have a month of 1.9 times too much, two lack a month.
 */
const tellMonths = (tx: Db, organisationId: Id, loadDay: Day, first: SQL, last: SQL) =>
  tx.execute(sql`
    with life as materialized (
      select m.id, m.kind, r.area_m2, 0.75 + 0.5 * ${chance(sql`m.id::text`)} as house, ${chance(sql`m.id::text`, sql`'fate'`)} as fate,
             (${last} - (floor(10 * ${chance(sql`m.id::text`, sql`'odd'`)}) || ' months')::interval)::date as odd
        from meter m join portfolio_row_now r on r.building_id = m.building_id where m.organisation_id = ${organisationId}
    ), season as materialized (
      select d.month, d.degree_days, extract(month from d.month)::int as number from degree_month d
       where d.organisation_id = ${organisationId} and d.month between ${first} and ${last}
    )
    insert into meter_month (organisation_id, meter_id, month, amount, source, recorded_on)
    select ${organisationId}, m.id, d.month, round((m.area_m2
             * case m.kind
                 when 'electricity' then 35.0::float8 / 12 * (1 + 0.18 * cos((d.number - 1) * pi() / 6))
                 when 'heat' then 95.0::float8 * (0.25 / 12 + 0.75 * d.degree_days / ${normalYear}::float8)
                 else 0.35::float8 / 12 * case d.number when 7 then 0.5 else 1 end end
             * m.house * (0.94 + 0.12 * ${chance(sql`m.id::text`, sql`d.month::text`)})
             * case when m.fate < 0.04 then 2.8 else 1 end
             * case when m.fate between 0.04 and 0.09 and d.month = m.odd then 1.9 else 1 end)::numeric, 1)::float8,
           ${source}, ${loadDay}::date
      from life m cross join season d where not (m.fate > 0.98 and d.month = m.odd)`);
