-- The catalogue of services, the words people use for them, the level each unit gets, and what comes again by itself.
-- A code's group is that of EN 15221-4 (1100 space … 2500 business support).
create table service (
  organisation_id uuid not null references organisation,
  code text not null check (code ~ '^[0-9]{4}(\.[0-9]{2})?$'),
  service_group char(4) not null,
  name_da text not null,
  name_en text not null,
  description_da text not null,
  description_en text not null,
  guidance_da text not null default '',
  guidance_en text not null default '',
  owner text not null,
  team_id uuid references team,
  withdrawn_on date,
  primary key (organisation_id, code)
);

-- Price, unit, norm time and rules of a service from a day.
create table service_version (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  service_code text not null,
  valid_from date not null,
  valid_to date,
  unit text not null check (unit in ('piece', 'hour', 'm2', 'visit', 'month')),
  unit_price_ore bigint not null check (unit_price_ore >= 0),
  norm_minutes numeric(8, 2) not null check (norm_minutes >= 0),
  quality smallint check (quality between 0 and 5),
  visits_per_year numeric(8, 2) check (visits_per_year >= 0),
  sla_code text not null,
  priority smallint not null check (priority between 1 and 4),
  -- An order above this amount waits for the approver; null: none needed, whatever the amount.
  approval_above_ore bigint check (approval_above_ore >= 0),
  approver text check (approver in ('leader', 'administration', 'landlord')),
  -- Where the price comes from; an example says so.
  source text not null,
  foreign key (organisation_id, service_code) references service (organisation_id, code),
  check (valid_to is null or valid_to > valid_from),
  check ((approval_above_ore is null) = (approver is null)),
  constraint service_version_one_at_a_time
    exclude using gist (organisation_id with =, service_code with =, daterange(valid_from, valid_to) with &&)
);

-- A word or phrase and what it points at, kept as data so that whoever runs the catalogue can teach it.
create table service_synonym (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  term text not null check (term <> ''),
  locale text not null check (locale in ('da', 'en')),
  item_code text,
  service_code text,
  weight real not null default 1 check (weight > 0),
  foreign key (organisation_id, item_code) references facility_item (organisation_id, code),
  foreign key (organisation_id, service_code) references service (organisation_id, code),
  check ((item_code is null) <> (service_code is null))
);
create index service_synonym_organisation on service_synonym (organisation_id);
create unique index service_synonym_once
  on service_synonym (organisation_id, locale, term, coalesce(item_code, ''), coalesce(service_code, ''));

-- What a unit gets of a service in a building, by quality and by frequency, so that comparable square metres compare.
create table service_level (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  building_id uuid not null references building,
  service_code text not null,
  area_m2 numeric(12, 2) not null check (area_m2 > 0),
  quality smallint not null check (quality between 0 and 5),
  visits_per_year numeric(8, 2) not null check (visits_per_year >= 0),
  annual_price_ore bigint not null check (annual_price_ore >= 0),
  valid_from date not null,
  valid_to date,
  source text not null,
  foreign key (organisation_id, service_code) references service (organisation_id, code),
  check (valid_to is null or valid_to > valid_from),
  constraint service_level_one_at_a_time exclude using gist (
    unit_id with =, building_id with =, service_code with =, daterange(valid_from, valid_to) with &&)
);

-- A service that comes again: an RFC 5545 rule in Danish time, days left out, and an end no later than the lease's.
create table recurring_service (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  unit_id uuid not null references unit,
  building_id uuid not null references building,
  space_id uuid references space,
  service_code text not null,
  quantity numeric(12, 2) not null check (quantity > 0),
  description text not null default '',
  rrule text not null,
  starts_on date not null,
  starts_at time not null,
  ends_on date,
  left_out date[] not null default '{}',
  skips_holidays boolean not null default true,
  contract_id uuid references contract,
  created_by uuid references account,
  created_at timestamptz not null,
  stopped_at timestamptz,
  -- Orders are made up to and with this day.
  made_until date,
  foreign key (organisation_id, service_code) references service (organisation_id, code),
  check (ends_on is null or ends_on >= starts_on)
);
create index recurring_service_due on recurring_service (organisation_id, made_until) where stopped_at is null;
create index recurring_service_unit on recurring_service (unit_id);

-- Days a unit is closed (all units where it names none): recurring services leave them out.
create table closing_period (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  unit_id uuid references unit,
  name text not null,
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from)
);
create index closing_period_organisation on closing_period (organisation_id, valid_from);
