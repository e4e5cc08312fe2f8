-- What those who have leases in a building share: a cost of a time, by which key it is shared, and the line-by-line split as it
-- was laid. A split stands; what was wrong is withdrawn with a reason and entered anew.
create table shared_cost (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  name text not null check (name <> ''),
  -- The line of rent that it belongs to.
  line text not null check (line in ('administration', 'insurance', 'taxes', 'consumption', 'operation')),
  key text not null check (key in ('m2', 'share', 'persons')),
  period_from date not null,
  period_to date not null check (period_to > period_from),
  -- Below nothing where money is given back.
  amount_ore bigint not null check (amount_ore <> 0),
  source text not null,
  entered_by uuid references account,
  entered_at timestamptz not null,
  withdrawn_by uuid references account,
  withdrawn_at timestamptz,
  withdrawn_why text,
  check (num_nulls(withdrawn_at, withdrawn_why) in (0, 2)),
  -- The same cost is not laid on anybody twice for a day.
  constraint shared_cost_once
    exclude using gist (building_id with =, lower(name) with =, daterange(period_from, period_to) with &&) where (withdrawn_at is null)
);

create table shared_cost_part (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  cost_id uuid not null references shared_cost on delete cascade,
  -- Null for what the landlord bears itself: m² that stand empty.
  contract_id uuid references contract,
  -- m², persons, or a share between 0 and 1, by the key.
  weight numeric(14, 6) not null check (weight > 0),
  amount_ore bigint not null
);
create unique index shared_cost_part_once on shared_cost_part (cost_id, (coalesce(contract_id, cost_id)));
create index shared_cost_part_contract on shared_cost_part (contract_id);
