-- Meters of electricity, heat and water, and what they counted month by month. A meter belongs to a building from a day; its
-- unit follows from its kind: kWh, kWh and m³.
create table meter (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  kind text not null check (kind in ('electricity', 'heat', 'water')),
  number text not null check (length(number) between 1 and 60),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  -- A number is one meter at a time; after it is taken down it may be hung up elsewhere.
  constraint meter_one_at_a_time exclude using gist (
    organisation_id with =, number with =, daterange(valid_from, valid_to) with &&)
);
create index meter_of_building on meter (building_id);

create table meter_month (
  organisation_id uuid not null references organisation,
  meter_id uuid not null references meter,
  month date not null check (extract(day from month) = 1),
  amount double precision not null check (amount >= 0 and amount <= 1000000000),
  source text not null check (source <> ''),
  recorded_on date not null,
  primary key (meter_id, month)
);
create index meter_month_of_organisation on meter_month (organisation_id, month);

-- How cold a month was, and how cold it is in a normal year: what heat is corrected by.
create table degree_month (
  organisation_id uuid not null references organisation,
  month date not null check (extract(day from month) = 1),
  degree_days real not null check (degree_days >= 0 and degree_days <= 2000),
  normal_degree_days real not null check (normal_degree_days >= 0 and normal_degree_days <= 2000),
  source text not null check (source <> ''),
  primary key (organisation_id, month)
);
