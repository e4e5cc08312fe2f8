-- The rollups of whole buildings as weeks: a row a building, year, kind of source and period, with 168 numbers of each sort instead
-- of 168 rows. A portfolio's heat map then reads thousands of rows instead of hundreds of thousands. Numbers are whole and far
-- below what a double counts exactly; kept plain, so that naming an element unpacks nothing.
create table use_rollup_week (
  organisation_id uuid not null,
  building_id uuid not null,
  kind text not null,
  year smallint not null,
  period text not null,
  observed double precision[] not null check (array_length(observed, 1) = 168),
  persons_sum double precision[] not null check (array_length(persons_sum, 1) = 168),
  places_sum double precision[] not null check (array_length(places_sum, 1) = 168),
  primary key (organisation_id, year, period, building_id, kind)
);
alter table use_rollup_week alter observed set storage plain, alter persons_sum set storage plain, alter places_sum set storage plain;

insert into use_rollup_week (organisation_id, building_id, kind, year, period, observed, persons_sum, places_sum)
select k.organisation_id, k.building_id, k.kind, k.year, k.period, array_agg(coalesce(h.observed, 0) order by i.hour),
       array_agg(coalesce(h.persons_sum, 0) order by i.hour), array_agg(coalesce(h.places_sum, 0) order by i.hour)
  from (select distinct organisation_id, building_id, kind, year, period from use_rollup_building) k
 cross join generate_series(0, 167) i(hour)
  left join use_rollup_building h on (h.organisation_id, h.year, h.period, h.building_id, h.kind, h.week_hour)
     = (k.organisation_id, k.year, k.period, k.building_id, k.kind, i.hour)
 group by 1, 2, 3, 4, 5;
drop table use_rollup_building;

-- Two weeks added up hour by hour. Elements are named, one by one: taking arrays apart and together again costs three times more.
do $$
begin
  execute format('create function add_hours(a double precision[], b double precision[]) returns double precision[]
    language sql immutable parallel safe as $f$ select array[%s] $f$',
    (select string_agg(format('a[%s] + b[%s]', i, i), ', ' order by i) from generate_series(1, 168) i));
end $$;

create or replace function roll_up_observations() returns trigger language plpgsql as $$
begin
  with seen as (
    select a.organisation_id, a.building_id, a.space_id, f.kind, a.persons,
           a.observed_at at time zone 'Europe/Copenhagen' as clock
      from added a join use_feed f on f.id = a.feed_id
  ), dated as materialized (
    select s.organisation_id, s.building_id, s.space_id, s.kind, s.persons, s.clock::date as day, d.period,
           date_part('year', s.clock)::smallint as year, coalesce(c.persons, 0) as places,
           ((date_part('isodow', s.clock) - 1) * 24 + date_part('hour', s.clock))::smallint as week_hour
      from seen s
      left join use_day d on d.organisation_id = s.organisation_id and d.day = s.clock::date
      left join use_capacity c on c.space_id = s.space_id and c.valid_from <= s.clock::date
       and (c.valid_to is null or c.valid_to > s.clock::date)
  ), days as (
    insert into use_seen_day (organisation_id, space_id, kind, day)
    select distinct organisation_id, space_id, kind, day from dated order by 2, 3, 4 on conflict do nothing
  ), spaces as (
    insert into use_rollup as r (organisation_id, building_id, space_id, kind, year, period, week_hour, observed, used,
                                 persons_sum, top)
    select organisation_id, building_id, space_id, kind, year, period, week_hour, count(*), count(*) filter (where persons > 0),
           sum(persons), (array_agg(persons order by persons desc))[1:32]
      from dated group by 3, 4, 5, 6, 7, 1, 2
    on conflict (space_id, kind, year, period, week_hour) do update
       set observed = r.observed + excluded.observed, used = r.used + excluded.used,
           persons_sum = r.persons_sum + excluded.persons_sum, top = merge_top(r.top, excluded.top)
  )
  , hours as (
    select organisation_id, building_id, kind, year, period, week_hour, count(*) as observed, sum(persons) as persons,
           sum(places) as places
      from dated group by 1, 2, 3, 4, 5, 6
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
