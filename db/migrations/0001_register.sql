-- The register: property > address > building > floor > space, who holds and uses them, and from which day to which.
-- Periods are half-open [valid_from, valid_to); a null valid_to is open. Ids are UUIDv7 made in the app.
create extension if not exists postgis;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- One spelling of a word, whoever types it: å/aa/a, ø/oe/ö/o and æ/ae/ä meet. Both sides of a search pass through it.
create function fold_danish(value text) returns text language sql immutable strict parallel safe as $$
  select replace(replace(replace(translate(lower(value), 'åøöäéèüñ', 'aooæeeun'), 'æ', 'ae'), 'aa', 'a'), 'oe', 'o')
$$;

-- Danish order (æ, ø, å last) without a locale: the embedded database has none.
create function danish_order(value text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(value), 'æøå', '{|}') collate "C"
$$;

create table organisation (
  id uuid primary key,
  name text not null,
  municipality_code char(4) not null,
  outline_wgs84 geometry(MultiPolygon, 4326),
  demo_seed integer,
  load_day date,
  created_at timestamptz not null default now()
);

create table administration (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  code text not null,
  name text not null,
  unique (organisation_id, code)
);

create table unit (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  administration_id uuid not null references administration,
  code text not null,
  name text not null,
  kind text not null,
  is_protected boolean not null default false,
  valid_from date not null,
  valid_to date,
  unique (organisation_id, code),
  check (valid_to is null or valid_to > valid_from)
);
create index unit_administration on unit (administration_id);

create table district (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  code text not null,
  name text not null,
  outline_wgs84 geometry(MultiPolygon, 4326) not null,
  is_approximate boolean not null,
  source text not null,
  unique (organisation_id, code)
);
create index district_outline on district using gist (outline_wgs84);

-- BBR's use codes, with the seven groups that the map colours by.
create table building_use (
  code text primary key,
  name_da text not null,
  name_en text not null,
  use_group text not null check (use_group in
    ('school', 'daycare', 'sportCulture', 'socialHealth', 'administration', 'housingCommercial', 'other')),
  is_phased_out boolean not null
);

create table property (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  bfe_number bigint,
  name text not null,
  source text not null,
  recorded_on date not null,
  unique (organisation_id, bfe_number)
);

create table address (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  property_id uuid not null references property,
  dar_id uuid,
  street text not null,
  house_number text not null,
  postcode char(4) not null,
  town text not null,
  district_id uuid references district,
  position_wgs84 geometry(Point, 4326),
  unique (organisation_id, dar_id)
);
create index address_property on address (property_id);

create table building (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  property_id uuid not null references property,
  address_id uuid not null references address,
  bbr_id uuid,
  bbr_number integer,
  name text not null,
  position_wgs84 geometry(Point, 4326),
  footprint_wgs84 geometry(MultiPolygon, 4326),
  position_excuse text,
  state text not null check (state in ('registered', 'incomplete')),
  source text not null,
  recorded_on date not null,
  unique (organisation_id, bbr_id)
);
create index building_property on building (property_id);
create index building_address on building (address_id);

-- A building stands inside the municipality, or someone has said why it does not.
create function building_position_check() returns trigger language plpgsql as $$
begin
  if new.position_wgs84 is not null and new.position_excuse is null and exists (
    select 1 from organisation o where o.id = new.organisation_id and o.outline_wgs84 is not null
      and not st_covers(o.outline_wgs84, new.position_wgs84)) then
    raise exception 'position of building % is outside the municipality and not excused', new.id
      using errcode = 'check_violation', constraint = 'building_position_inside';
  end if;
  return new;
end $$;
create trigger building_position_inside before insert or update of position_wgs84, position_excuse on building
  for each row execute function building_position_check();

-- What is true of a building for a time. Area held: what the city holds of it (all of an owned building, the premises
-- of a leased one); gross area: what BBR says the whole building has.
create table building_version (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  valid_from date not null,
  valid_to date,
  tenure text not null check (tenure in ('owned', 'leasedIn', 'outside')),
  responsible_administration_id uuid references administration,
  use_code text not null references building_use,
  bbr_status text,
  built_year smallint check (built_year between 1000 and 2200),
  rebuilt_year smallint check (rebuilt_year between 1000 and 2200),
  held_area_m2 numeric(12, 2) not null check (held_area_m2 >= 0),
  gross_area_m2 numeric(12, 2) check (gross_area_m2 >= 0),
  housing_area_m2 numeric(12, 2) check (housing_area_m2 >= 0),
  business_area_m2 numeric(12, 2) check (business_area_m2 >= 0),
  footprint_area_m2 numeric(12, 2) check (footprint_area_m2 >= 0),
  storeys smallint check (storeys > 0),
  wall_code text,
  roof_code text,
  heating_code text,
  heating_medium_code text,
  is_listed boolean not null default false,
  preservation_code text,
  energy_label text,
  source text not null,
  method text not null check (method in ('register', 'measured', 'drawing', 'estimate')),
  recorded_on date not null,
  check (valid_to is null or valid_to > valid_from),
  constraint building_version_one_at_a_time
    exclude using gist (building_id with =, daterange(valid_from, valid_to) with &&)
);

create table floor (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  level smallint not null,
  area_m2 numeric(12, 2) not null check (area_m2 >= 0),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  constraint floor_one_at_a_time
    exclude using gist (building_id with =, level with =, daterange(valid_from, valid_to) with &&)
);

-- A space keeps its area for life: a split or a correction ends it and begins others that name it.
create table space (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  floor_id uuid not null references floor,
  number text not null,
  name text,
  room_use text,
  area_m2 numeric(12, 2) not null check (area_m2 >= 0),
  is_undivided boolean not null,
  replaces_space_id uuid references space,
  valid_from date not null,
  valid_to date,
  source text not null,
  method text not null check (method in ('register', 'measured', 'drawing', 'estimate')),
  recorded_on date not null,
  check (valid_to is null or valid_to > valid_from)
);
create index space_building on space (building_id);
create index space_floor on space (floor_id);

create function space_within_floor_check() returns trigger language plpgsql as $$
declare overfull date;
begin
  select b.day into overfull
    from (select distinct valid_from as day from space where floor_id = new.floor_id) b
    join floor f on f.id = new.floor_id
   where (select sum(s.area_m2) from space s where s.floor_id = new.floor_id
            and s.valid_from <= b.day and (s.valid_to is null or s.valid_to > b.day)) > f.area_m2
   limit 1;
  if overfull is not null then
    raise exception 'spaces of floor % exceed its area on %', new.floor_id, overfull
      using errcode = 'check_violation', constraint = 'space_within_floor';
  end if;
  return null;
end $$;
create constraint trigger space_within_floor after insert or update on space
  deferrable initially deferred for each row execute function space_within_floor_check();

-- A contract: internal (KEjd to a unit), third-party in (KEjd or an administration rents), third-party out.
-- known_from is the day KEjd learned of it; null while an administration runs it alone.
create table contract (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  number text not null,
  kind text not null check (kind in ('internal', 'thirdPartyIn', 'thirdPartyOut')),
  administration_id uuid references administration,
  unit_id uuid references unit,
  counterparty text,
  valid_from date not null,
  valid_to date,
  notice_months smallint check (notice_months >= 0),
  non_terminable_until date,
  annual_rent_ore bigint check (annual_rent_ore >= 0),
  known_from date,
  source text not null,
  recorded_on date not null,
  unique (organisation_id, number),
  check (valid_to is null or valid_to > valid_from),
  check (kind = 'thirdPartyOut' or administration_id is not null)
);
create index contract_unit on contract (unit_id);
create index contract_unknown on contract (organisation_id) where known_from is null;

-- Which spaces a contract covers, and when. side 'in': we rent it; 'out': we let it. Nobody lets one space twice.
create table tenancy (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  building_id uuid not null references building,
  space_id uuid not null references space,
  side text not null check (side in ('in', 'out')),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  constraint tenancy_one_at_a_time
    exclude using gist (space_id with =, side with =, daterange(valid_from, valid_to) with &&)
);
create index tenancy_contract on tenancy (contract_id);
create index tenancy_building on tenancy (building_id);

-- Who uses a space, for what: with a tenancy and a room use it makes the space digitised.
create table occupation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  space_id uuid not null references space,
  unit_id uuid not null references unit,
  purpose text not null,
  persons integer check (persons >= 0),
  valid_from date not null,
  valid_to date,
  source text not null,
  recorded_on date not null,
  check (valid_to is null or valid_to > valid_from)
);
create index occupation_building on occupation (building_id);
create index occupation_space on occupation (space_id);

create table survey (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  surveyed_on date not null,
  condition smallint not null check (condition between 1 and 6),
  source text not null,
  unique (building_id, surveyed_on)
);

-- Until elements are surveyed one by one, backlog is a dated estimate per building and kind.
create table backlog_estimate (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  kind text not null check (kind in ('exterior', 'interior', 'tenYearNeed', 'modernisation')),
  amount_ore bigint not null check (amount_ore >= 0),
  valid_from date not null,
  valid_to date,
  source text not null,
  method text not null check (method in ('survey', 'estimate')),
  check (valid_to is null or valid_to > valid_from),
  constraint backlog_estimate_one_at_a_time
    exclude using gist (building_id with =, kind with =, daterange(valid_from, valid_to) with &&)
);

create table maintenance_entry (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  booked_on date not null,
  scope text not null check (scope in ('exterior', 'interior')),
  description text not null,
  amount_ore bigint not null,
  source text not null
);
create index maintenance_entry_building on maintenance_entry (building_id, booked_on);
create index maintenance_entry_day on maintenance_entry (organisation_id, booked_on);

-- Published figures that are not data of the portfolio, cited where they are shown.
create table reference_figure (
  organisation_id uuid not null references organisation,
  key text not null,
  value numeric not null,
  value_to numeric,
  unit text not null,
  source text not null,
  as_of date not null,
  primary key (organisation_id, key)
);
