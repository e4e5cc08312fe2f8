-- How buildings are used: a pattern is a typical week, 168 hours from Monday 0:00, of a unit in a building or of one space.
-- One row a week instead of 168: a week is read, compared and copied whole. Hours are those of Danish clocks.
create table use_pattern (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  unit_id uuid not null references unit,
  space_id uuid references space,
  period text not null check (period in ('term', 'holiday', 'summer')),
  -- Mean persons present in each hour; what 95 of 100 such hours stay within, where eight weeks or more were seen.
  persons real[] not null,
  persons_p95 real[],
  source text not null check (source in ('booking', 'count', 'sensor', 'estimate')),
  weeks_observed smallint not null check (weeks_observed >= 0),
  confidence real not null check (confidence between 0 and 1),
  noted_by uuid references account,
  recorded_on date not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  constraint use_pattern_week check (cardinality(persons) = 168 and array_position(persons, null) is null
    and 0 <= all (persons) and 100000 >= all (persons)),
  constraint use_pattern_peak check (persons_p95 is null or (weeks_observed >= 8 and cardinality(persons_p95) = 168
    and array_position(persons_p95, null) is null and 0 <= all (persons_p95) and 100000 >= all (persons_p95))),
  constraint use_pattern_one_at_a_time exclude using gist (
    unit_id with =, building_id with =, (coalesce(space_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    period with =, source with =, daterange(valid_from, valid_to) with &&)
);
create index use_pattern_building on use_pattern (building_id, period);
create index use_pattern_space on use_pattern (space_id) where space_id is not null;

-- How many persons there is room for: of a unit in a building, or in a space. A figure of its own, with days and a source.
create table use_capacity (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  unit_id uuid references unit,
  space_id uuid references space,
  persons integer not null check (persons >= 0),
  source text not null,
  valid_from date not null,
  valid_to date,
  check (num_nonnulls(unit_id, space_id) = 1),
  check (valid_to is null or valid_to > valid_from),
  constraint use_capacity_one_at_a_time exclude using gist (
    building_id with =, (coalesce(space_id, unit_id)) with =, daterange(valid_from, valid_to) with &&)
);
create index use_capacity_building on use_capacity (building_id);
