-- Co-location: a case names units and premises that are in the register, and scenarios place the units. Nothing of the
-- register is copied here; what a case rests on is frozen when it is submitted, elsewhere.
create table colocation_case (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  number text not null check (number ~ '^SAM-[0-9]{4}-[0-9]{3,}$'),
  name text not null check (length(name) between 1 and 160),
  purpose text check (length(purpose) <= 4000),
  status text not null default 'draft' check (status in
    ('draft', 'submitted', 'returned', 'approved', 'rejected', 'funded', 'implementing', 'closed')),
  owner_account_id uuid not null references account,
  price_year smallint not null check (price_year between 1990 and 2200),
  horizon_years smallint not null check (horizon_years between 1 and 100),
  -- The day the first year of the economy begins.
  start_on date not null,
  -- The discount rates are those in force on this day.
  rates_as_of date not null,
  created_by uuid not null references account,
  created_at timestamptz not null,
  version integer not null default 1,
  unique (organisation_id, number)
);

-- Scenarios are copies of one another; the base is how things go on without the case.
create table colocation_scenario (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case on delete cascade,
  name text not null check (length(name) between 1 and 120),
  copied_from_id uuid references colocation_scenario on delete set null,
  is_base boolean not null default false,
  created_by uuid not null references account,
  created_at timestamptz not null,
  unique (case_id, name)
);
create unique index colocation_scenario_one_base on colocation_scenario (case_id) where is_base;

-- A unit that a case is about. Employees are who moves; null area asks for as much as it has today.
create table colocation_unit (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case on delete cascade,
  unit_id uuid not null references unit,
  employees integer not null check (employees between 0 and 100000),
  unique (case_id, unit_id)
);
create index colocation_unit_unit on colocation_unit (unit_id);

-- What a unit needs of a function: places at its busiest hour and m² of its own. Shared functions may be used by others
-- in other hours.
create table colocation_unit_need (
  organisation_id uuid not null references organisation,
  colocation_unit_id uuid not null references colocation_unit on delete cascade,
  room_function text not null check (room_function in
    ('workplace', 'meeting', 'reception', 'activity', 'storage', 'confidential')),
  places integer not null check (places between 0 and 100000),
  area_m2 numeric(12, 2) not null check (area_m2 >= 0),
  may_share boolean not null default false,
  primary key (colocation_unit_id, room_function),
  -- Stores and rooms for confidential talks belong to one.
  check (not may_share or room_function not in ('storage', 'confidential'))
);

-- The planner's own word on when a unit is there, where nobody has observed it: persons from hour to hour of a weekday.
create table colocation_unit_hours (
  organisation_id uuid not null references organisation,
  colocation_unit_id uuid not null references colocation_unit on delete cascade,
  weekday smallint not null check (weekday between 1 and 7),
  from_hour smallint not null check (from_hour between 0 and 23),
  to_hour smallint not null check (to_hour between 1 and 24),
  persons integer not null check (persons between 0 and 100000),
  check (to_hour > from_hour),
  constraint colocation_unit_hours_once
    exclude using gist (colocation_unit_id with =, weekday with =, int4range(from_hour, to_hour) with &&)
);

-- Premises of a case: a building, some spaces of one, or a lease from a third party. When the last unit of the case has
-- left, the premises are kept, the lease is ended, they are sold or let, not before a day.
create table colocation_premises (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case on delete cascade,
  kind text not null check (kind in ('building', 'spaces', 'lease')),
  building_id uuid not null references building,
  contract_id uuid references contract,
  space_ids uuid[] not null default '{}',
  when_vacated text not null check (when_vacated in ('keep', 'endLease', 'sell', 'let')),
  exit_on date,
  check ((kind = 'lease') = (contract_id is not null)),
  check ((kind = 'spaces') = (cardinality(space_ids) > 0)),
  check (when_vacated <> 'endLease' or kind = 'lease')
);
create index colocation_premises_case on colocation_premises (case_id);
create index colocation_premises_building on colocation_premises (building_id);

create table colocation_premises_capacity (
  organisation_id uuid not null references organisation,
  colocation_premises_id uuid not null references colocation_premises on delete cascade,
  room_function text not null check (room_function in
    ('workplace', 'meeting', 'reception', 'activity', 'storage', 'confidential')),
  places integer not null check (places between 0 and 100000),
  area_m2 numeric(12, 2) not null check (area_m2 >= 0),
  primary key (colocation_premises_id, room_function)
);

-- Where a scenario has a unit, or may not have it. Pinned: the optimiser leaves it there. The order is that of the moves.
create table colocation_placement (
  organisation_id uuid not null references organisation,
  scenario_id uuid not null references colocation_scenario on delete cascade,
  colocation_unit_id uuid not null references colocation_unit on delete cascade,
  colocation_premises_id uuid not null references colocation_premises on delete cascade,
  standing text not null check (standing in ('pinned', 'forbidden', 'assigned')),
  move_order smallint check (move_order between 1 and 1000),
  from_day date,
  primary key (scenario_id, colocation_unit_id, colocation_premises_id)
);
create unique index colocation_placement_one_place on colocation_placement (scenario_id, colocation_unit_id)
  where standing <> 'forbidden';

-- A move that can only follow another, in one scenario.
create table colocation_dependency (
  organisation_id uuid not null references organisation,
  scenario_id uuid not null references colocation_scenario on delete cascade,
  colocation_unit_id uuid not null references colocation_unit on delete cascade,
  after_unit_id uuid not null references colocation_unit on delete cascade,
  reason text check (length(reason) <= 500),
  primary key (scenario_id, colocation_unit_id, after_unit_id),
  check (colocation_unit_id <> after_unit_id)
);

-- What a unit's users need: hard conditions forbid, soft ones cost so much a year where they are not met.
create table colocation_condition (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case on delete cascade,
  colocation_unit_id uuid not null references colocation_unit on delete cascade,
  strength text not null check (strength in ('hard', 'soft')),
  kind text not null check (kind in ('apart', 'together', 'notHere', 'onlyHere', 'within')),
  other_unit_id uuid references colocation_unit on delete cascade,
  colocation_premises_id uuid references colocation_premises on delete cascade,
  -- Of "within": metres from where the unit is today, as the crow flies.
  distance_meters integer check (distance_meters between 1 and 100000),
  yearly_price_ore bigint check (yearly_price_ore between 0 and 100000000000),
  words text not null check (length(words) between 1 and 500),
  check ((strength = 'soft') = (yearly_price_ore is not null)),
  check ((kind in ('apart', 'together')) = (other_unit_id is not null)),
  check ((kind in ('notHere', 'onlyHere')) = (colocation_premises_id is not null)),
  check ((kind = 'within') = (distance_meters is not null)),
  check (other_unit_id is null or other_unit_id <> colocation_unit_id)
);
create index colocation_condition_case on colocation_condition (case_id);

-- What a case reckons with, for the whole of it or for one of its premises or units; what is not here is the usual value.
create table colocation_assumption (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case on delete cascade,
  key text not null check (length(key) between 1 and 60),
  colocation_premises_id uuid references colocation_premises on delete cascade,
  colocation_unit_id uuid references colocation_unit on delete cascade,
  low double precision not null,
  base double precision not null,
  high double precision not null,
  unit text not null,
  source text not null check (length(source) between 1 and 500),
  owner text not null check (length(owner) between 1 and 200),
  check (low <= base and base <= high),
  check (num_nonnulls(colocation_premises_id, colocation_unit_id) <= 1)
);
create unique index colocation_assumption_once on colocation_assumption
  (case_id, key, coalesce(colocation_premises_id, colocation_unit_id, case_id));

create table colocation_comment (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case on delete cascade,
  account_id uuid not null references account,
  words text not null check (length(words) between 1 and 4000),
  at timestamptz not null
);
create index colocation_comment_case on colocation_comment (case_id, at);
