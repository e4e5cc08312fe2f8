import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { derivePatterns } from "#db/commands/use/derive-patterns.ts";
import { makeDays, makeMonths } from "#db/commands/use/prepare-months.ts";
import { addDays, midnightOf, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";

/** So many rooms are watched, for so many weeks: enough to look at, few enough to load in seconds. */
const rooms = 100;
const weeks = 10;
const feedName = "Demo: sensorer (fiktivt)";

/**
 * Gives a demo rooms that are watched by sensors, on weekdays from 8 to 17, and the typical weeks that follow. Chance comes from
 * the ids and days, so the same demo sees the same. Once; returns whether they were loaded now.
 */
export async function loadDemoObservations(db: Db, organisationId: Id, loadDay: Day): Promise<boolean> {
  const [present] = await db.execute(
    sql`select 1 from use_feed where organisation_id = ${organisationId} limit 1`,
  );
  if (present) return false;
  const days = Array.from({ length: weeks * 7 }, (_, index) => addDays(loadDay, -(index + 1)));
  await db.transaction(async (tx) => {
    await makeMonths(tx, days.map(midnightOf));
    await makeDays(tx, organisationId, days);
    const feedId = newId();
    await tx.execute(sql`
      insert into use_feed (id, organisation_id, name, kind) values (${feedId}, ${organisationId}, ${feedName}, 'sensor')`);
    await watch(tx, organisationId, feedId, loadDay);
    await tx.execute(sql`
      insert into use_feed_space (organisation_id, feed_id, space_id, last_sequence, last_observed_at)
      select organisation_id, feed_id, space_id, max(sequence), max(observed_at) from observation
       where feed_id = ${feedId} group by 1, 2, 3`);
  });
  await derivePatterns(db, organisationId, midnightOf(loadDay));
  return true;
}

/** Rooms of whole buildings, so that their units are watched whole; never those of protected units. */
async function watch(tx: Db, organisationId: Id, feedId: Id, loadDay: Day): Promise<void> {
  await tx.execute(sql`
    with room as (
      select o.space_id, o.building_id, c.persons as places, count(*) over (partition by o.building_id) as beside
        from occupation o join use_capacity c on c.space_id = o.space_id join unit u on u.id = o.unit_id
       where o.organisation_id = ${organisationId} and not u.is_protected and u.kind in ('school', 'office', 'library', 'daycare')
         and o.valid_from <= ${loadDay}::date and (o.valid_to is null or o.valid_to > ${loadDay}::date)
    ), chosen as (
      select *, (row_number() over (order by md5(building_id::text), space_id))::int as n from room
       where beside between 8 and 40 order by n limit ${rooms}
    ), moment as (
      select d::date as day, h as hour, (row_number() over (order by d, h))::int as k
        from generate_series(${loadDay}::date - ${weeks * 7}::int, ${loadDay}::date - 1, interval '1 day') d,
             generate_series(8, 16) h
       where extract(isodow from d) <= 5
    )
    insert into observation (organisation_id, feed_id, sequence, observed_at, building_id, space_id, persons)
    select ${organisationId}, ${feedId}, c.n * 10000 + m.k, (m.day + make_interval(hours => m.hour)) at time zone 'Europe/Copenhagen',
           c.building_id, c.space_id,
           case when w.taken < 0.22 then 0
                else least(c.places, round(c.places * (0.25 + w.full_ * 0.7)
                       * case when m.hour in (8, 12, 15, 16) then 0.6 else 1 end
                       * case when d.period = 'term' then 1 else 0.15 end))::int end
      from chosen c cross join moment m
      join use_day d on d.organisation_id = ${organisationId} and d.day = m.day
      cross join lateral (
        select ('x' || substr(x.hash, 1, 6))::bit(24)::int / 16777216::float8 as taken,
               ('x' || substr(x.hash, 7, 6))::bit(24)::int / 16777216::float8 as full_
          from (select md5(c.space_id::text || m.day || m.hour) as hash) x) w`);
}
