-- The lines of a lease's rent. A change is a new term from its day; of one line there is one term at a time. What they
-- follow is price_index, under the key 'npi'.
create table rent_term (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  kind text not null check (kind in ('base', 'administration', 'insurance', 'taxes', 'consumption', 'operation')),
  part text check (part in ('capital', 'exteriorMaintenance', 'reserve')),
  basis text not null check (basis in ('whole', 'perM2')),
  yearly_ore bigint not null check (yearly_ore >= 0),
  -- How it follows the index: agreed at the figure of the base month, adjusted once a year by that of a month before.
  base_month date check (extract(day from base_month) = 1),
  adjusts_in_month smallint check (adjusts_in_month between 1 and 12),
  months_before smallint check (months_before between 0 and 24),
  cap numeric(6, 4) check (cap >= 0),
  floor numeric(6, 4) check (floor >= -1),
  phase_from_ore bigint check (phase_from_ore >= 0),
  phase_first_on date,
  phase_years smallint check (phase_years between 1 and 30),
  source text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  check (part is null or kind = 'base'),
  check (floor is null or cap is null or floor <= cap),
  check (num_nulls(base_month, adjusts_in_month, months_before) in (0, 3)),
  check (base_month is not null or (cap is null and floor is null)),
  check (num_nulls(phase_from_ore, phase_first_on, phase_years) in (0, 3)),
  constraint rent_term_one_at_a_time
    exclude using gist (contract_id with =, (kind || ':' || coalesce(part, '')) with =, daterange(valid_from, valid_to) with &&)
);
create index rent_term_contract on rent_term (contract_id);
