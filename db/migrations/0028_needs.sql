-- What administrations expect: how many children, employees or services in a district and year; and the premises they will need.
create table administration_plan (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  administration_id uuid not null references administration,
  district_id uuid references district,
  kind text not null check (kind in ('children', 'staff', 'services')),
  year smallint not null check (year between 2000 and 2200),
  quantity integer not null check (quantity between 0 and 1000000),
  source text not null check (length(source) between 1 and 300),
  recorded_on date not null
);
-- One figure of a kind for a district (or the whole city) and year.
create unique index administration_plan_once on administration_plan
  (administration_id, kind, year, coalesce(district_id, administration_id));

-- A need for premises, compared over existing space, a lease from a third party and building anew whenever it is read.
create table location_need (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  administration_id uuid not null references administration,
  name text not null check (length(name) between 1 and 160),
  unit_kind text not null check (length(unit_kind) between 1 and 40),
  district_id uuid references district,
  area_m2 numeric(12, 2) not null check (area_m2 > 0 and area_m2 <= 1000000),
  needed_from date not null,
  years smallint not null check (years between 1 and 100),
  note text check (length(note) <= 2000),
  created_by uuid references account,
  created_at timestamptz not null
);
create index location_need_administration on location_need (administration_id, needed_from);
