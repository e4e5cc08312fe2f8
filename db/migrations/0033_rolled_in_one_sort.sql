-- Rollups in one narrow sort. What a row belongs to (kind of source, year, kind of week, hour of the week) is one whole number, so that a
-- million rows are sorted by a space, a number and the persons, and nothing else is carried along; the highest of each come first
-- and are cut off there. Buildings are added up from spaces, of which there are far fewer. The number (slot) is
-- ((kind * 10000 + year) * 4 + period) * 168 + hour: a period has 168 hours, a year 4 * 168 = 672, a kind 10000 * 672 = 6720000.
create or replace function roll_up_observations() returns trigger language plpgsql set work_mem = '128MB' as $$
begin
  with seen as (
    select a.space_id, a.persons, f.kind_number, a.organisation_id, a.observed_at at time zone 'Europe/Copenhagen' as clock
      from added a
      join (select id, array_position(array['booking', 'count', 'sensor'], kind) as kind_number from use_feed offset 0) f on f.id = a.feed_id
    offset 0 -- so that the clock is read once a row
  ), timed as (
    select organisation_id, space_id, persons, kind_number, clock::date as day, date_part('hour', clock) as hour from seen offset 0
  ), dated as materialized (
    select t.space_id, t.persons, t.kind_number, t.day, coalesce(c.persons, 0) as places, (d.slot + t.kind_number * 6720000 + t.hour)::int as slot
      from timed t
      left join (select organisation_id, day, (date_part('year', day) * 4 + array_position(array['term', 'holiday', 'summer'], period)) * 168
                        + (date_part('isodow', day) - 1) * 24 as slot
                   from use_day) d on d.organisation_id = t.organisation_id and d.day = t.day
      left join use_capacity c on c.space_id = t.space_id and c.valid_from <= t.day and (c.valid_to is null or c.valid_to > t.day)
  ), place as materialized (
    select distinct organisation_id, building_id, space_id from added
  ), days as (
    insert into use_seen_day (organisation_id, space_id, kind, day)
    select p.organisation_id, p.space_id, (array['booking', 'count', 'sensor'])[k.kind_number], k.day
      from (select distinct space_id, kind_number, day from dated) k join place p on p.space_id = k.space_id
     order by 2, 3, 4 on conflict do nothing
  ), summed as materialized (
    select p.organisation_id, p.building_id, h.*, (array['booking', 'count', 'sensor'])[h.slot / 6720000] as kind,
           (h.slot / 672 % 10000)::smallint as year, (array['term', 'holiday', 'summer'])[h.slot / 168 % 4] as period,
           (h.slot % 168)::smallint as week_hour
      from (select space_id, slot, count(*) as observed, count(*) filter (where persons > 0) as used, sum(persons) as persons,
                   sum(places) as places, (array_agg(persons))[1:32] as top
              from (select space_id, slot, persons, places from dated order by space_id, slot, persons desc) sorted
             group by space_id, slot) h
      join place p on p.space_id = h.space_id
  ), spaces as (
    insert into use_rollup as r (organisation_id, building_id, space_id, kind, year, period, week_hour, observed, used,
                                 persons_sum, top)
    select organisation_id, building_id, space_id, kind, year, period, week_hour, observed, used, persons, top
      from summed order by space_id, slot
    on conflict (space_id, kind, year, period, week_hour) do update
       set observed = r.observed + excluded.observed, used = r.used + excluded.used,
           persons_sum = r.persons_sum + excluded.persons_sum, top = merge_top(r.top, excluded.top)
  ), hours as (
    select organisation_id, building_id, kind, year, period, week_hour, sum(observed) as observed, sum(persons) as persons,
           sum(places) as places
      from summed group by 1, 2, 3, 4, 5, 6
  )
  insert into use_rollup_week as r (organisation_id, building_id, kind, year, period, observed, persons_sum, places_sum)
  select k.organisation_id, k.building_id, k.kind, k.year, k.period, array_agg(coalesce(h.observed, 0) order by i.hour),
         array_agg(coalesce(h.persons, 0) order by i.hour), array_agg(coalesce(h.places, 0) order by i.hour)
    from (select distinct organisation_id, building_id, kind, year, period from hours) k
   cross join generate_series(0, 167) i(hour)
    left join hours h on (h.organisation_id, h.building_id, h.kind, h.year, h.period, h.week_hour)
       = (k.organisation_id, k.building_id, k.kind, k.year, k.period, i.hour)
   group by 1, 2, 3, 4, 5 order by 2, 3, 4, 5
  on conflict (organisation_id, year, period, building_id, kind) do update
     set observed = add_hours(r.observed, excluded.observed), persons_sum = add_hours(r.persons_sum, excluded.persons_sum),
         places_sum = add_hours(r.places_sum, excluded.places_sum);
  return null;
end $$;
