-- What was seen: persons in a space at an instant, by a source that numbers what it sends. Raw rows lie by month with the time
-- in every key, so that a month is dropped when it is old, and so that they can be spread over machines. They name spaces and
-- feeds without foreign keys: each row would cost three look-ups, and the command that takes them in has made sure.
create table use_feed (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (name <> ''),
  kind text not null check (kind in ('booking', 'count', 'sensor')),
  unique (organisation_id, name)
);

-- How far a feed has come in each space: what repeats or goes back in time is known without looking through the raw rows.
create table use_feed_space (
  organisation_id uuid not null references organisation,
  feed_id uuid not null references use_feed,
  space_id uuid not null references space,
  last_sequence bigint not null,
  last_observed_at timestamptz not null,
  primary key (feed_id, space_id)
);

create table observation (
  organisation_id uuid not null,
  feed_id uuid not null,
  sequence bigint not null check (sequence >= 0),
  observed_at timestamptz not null,
  building_id uuid not null,
  space_id uuid not null,
  persons integer not null check (persons between 0 and 100000),
  primary key (feed_id, sequence, observed_at)
) partition by range (observed_at);

-- Which kind of week a day belongs to. Days are written ahead by the rule of the school year; a day without one cannot be seen.
create table use_day (
  organisation_id uuid not null references organisation,
  day date not null,
  period text not null check (period in ('term', 'holiday', 'summer')),
  primary key (organisation_id, day)
);

-- Rollups, maintained by whatever way rows come in: of a space by kind of source, year, period and hour of the week (0 is
-- Monday 0:00 on Danish clocks). `top` holds the 32 greatest numbers of persons, falling: enough for an exact P95 of fewer
-- than 640. A year's rollups outlive its raw rows.
create table use_rollup (
  organisation_id uuid not null,
  building_id uuid not null,
  space_id uuid not null,
  kind text not null,
  year smallint not null,
  period text not null,
  week_hour smallint not null check (week_hour between 0 and 167),
  observed integer not null,
  used integer not null,
  persons_sum bigint not null,
  top integer[] not null,
  primary key (space_id, kind, year, period, week_hour)
);
create index use_rollup_of_building on use_rollup (building_id);

-- The same of whole buildings, with the places of what was seen: what a portfolio's heat map is read from.
create table use_rollup_building (
  organisation_id uuid not null,
  building_id uuid not null,
  kind text not null,
  year smallint not null,
  period text not null,
  week_hour smallint not null check (week_hour between 0 and 167),
  observed integer not null,
  used integer not null,
  persons_sum bigint not null,
  places_sum bigint not null,
  primary key (organisation_id, year, period, building_id, kind, week_hour)
);

-- The days on which a space was seen at all: so many weeks rests a pattern on.
create table use_seen_day (
  organisation_id uuid not null,
  space_id uuid not null,
  kind text not null,
  day date not null,
  primary key (space_id, kind, day)
);

create function merge_top(a integer[], b integer[]) returns integer[] language sql immutable parallel safe as $$
  select array_agg(t.v order by t.v desc) from (select u.v from unnest(a || b) u(v) order by u.v desc limit 32) t
$$;

create function roll_up_observations() returns trigger language plpgsql as $$
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
  insert into use_rollup_building as r (organisation_id, building_id, kind, year, period, week_hour, observed, used,
                                        persons_sum, places_sum)
  select organisation_id, building_id, kind, year, period, week_hour, count(*), count(*) filter (where persons > 0),
         sum(persons), sum(places)
    from dated group by 1, 2, 3, 4, 5, 6 order by 2, 3, 4, 5, 6
  on conflict (organisation_id, year, period, building_id, kind, week_hour) do update
     set observed = r.observed + excluded.observed, used = r.used + excluded.used,
         persons_sum = r.persons_sum + excluded.persons_sum, places_sum = r.places_sum + excluded.places_sum;
  return null;
end $$;
create trigger observation_rolled_up after insert on observation
  referencing new table as added for each statement execute function roll_up_observations();
