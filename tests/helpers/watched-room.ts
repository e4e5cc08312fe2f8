import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { addObservations } from "#db/commands/use/add-observations.ts";
import { newId, type Id } from "#domain/id.ts";
import type { ObservingKind } from "#domain/use/observation.ts";
import type { SmallPortfolio } from "./small-portfolio.ts";

/** When what is sent is taken in. */
export const observedUntil = new Date("2026-11-28T12:00:00Z");

/** A room of the daycare with 25 places, used by its unit. */
export async function watchedRoom(db: Db, small: SmallPortfolio): Promise<Id> {
  const id = newId();
  const [floor] = await db.execute<{ id: Id }>(sql`
    insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
    values (gen_random_uuid(), ${small.organisationId}, ${small.daycare}, 7 + (select count(*) from floor f where f.level >= 7), 100, '2016-01-01')
    returning id`);
  await db.execute(sql`
    insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source, method,
                       recorded_on)
    values (${id}, ${small.organisationId}, ${small.daycare}, ${floor!.id}, '7.1', 50, false, '2016-01-01', 'prøve', 'measured',
            '2016-01-01')`);
  await db.execute(sql`
    insert into occupation (id, organisation_id, building_id, space_id, unit_id, purpose, persons, valid_from, source, recorded_on)
    values (gen_random_uuid(), ${small.organisationId}, ${small.daycare}, ${id}, ${small.solsikken}, 'leg', 25, '2016-01-01',
            'prøve', '2016-01-01')`);
  await db.execute(sql`insert into use_capacity (id, organisation_id, building_id, space_id, persons, source, valid_from)
    values (gen_random_uuid(), ${small.organisationId}, ${small.daycare}, ${id}, 25, 'prøve', '2020-01-01')`);
  return id;
}

export const seenAt = (sequence: number, observedAt: string, spaceId: Id, persons: number) => ({
  ...{ sequence, observedAt, spaceId, persons },
});
export const sendSeen = async (
  db: Db,
  small: SmallPortfolio,
  items: unknown[],
  { kind = "sensor" as ObservingKind, as = small.as("planner") } = {},
) => {
  const taken = await addObservations(db, as, { source: `${kind} 1`, kind, items }, observedUntil);
  if (!taken.ok) throw new Error(taken.refusal);
  return taken.value;
};

/** What rollups say, and what the raw rows come to. */
export async function comparedRollups(db: Db) {
  const [row] = await db.execute<{
    raw: unknown;
    rolled: unknown;
    rawHouse: unknown;
    rolledHouse: unknown;
  }>(sql`
    with placed as (
      select o.space_id, o.building_id, f.kind, o.persons, d.period, extract(year from c.clock)::int as year,
             ((extract(isodow from c.clock) - 1) * 24 + extract(hour from c.clock))::int as week_hour,
             (select p.persons from use_capacity p where p.space_id = o.space_id) as places
        from observation o join use_feed f on f.id = o.feed_id
        cross join lateral (select o.observed_at at time zone 'Europe/Copenhagen' as clock) c
        join use_day d on d.day = c.clock::date
    ), raw as (
      select space_id, kind, year, period, week_hour, count(*)::int as observed, (count(*) filter (where persons > 0))::int as used,
             sum(persons)::int as persons, percentile_disc(0.95) within group (order by persons) as p95
        from placed group by 1, 2, 3, 4, 5
    ), rolled as (
      select space_id, kind, year::int, period, week_hour::int, observed, used, persons_sum::int as persons,
             top[observed - ceil(0.95 * observed)::int + 1] as p95 from use_rollup
    ), raw_house as (
      select building_id, kind, year, period, week_hour, count(*)::int as observed, sum(persons)::int as persons,
             sum(places)::int as places from placed group by 1, 2, 3, 4, 5
    ), rolled_house as (
      select building_id, kind, year::int, period, x.hour::int - 1 as week_hour, x.observed::int, x.persons::int, x.places::int
        from use_rollup_week r, unnest(r.observed, r.persons_sum, r.places_sum) with ordinality x(observed, persons, places, hour) where x.observed > 0
    )
    select (select json_agg(x order by space_id, kind, year, period, week_hour) from raw x) as raw,
           (select json_agg(x order by space_id, kind, year, period, week_hour) from rolled x) as rolled,
           (select json_agg(x order by building_id, kind, year, period, week_hour) from raw_house x) as "rawHouse",
           (select json_agg(x order by building_id, kind, year, period, week_hour) from rolled_house x) as "rolledHouse"`);
  return row!;
}
