-- Who acts and who pays: teams, the items that can fail, deadlines by priority, and the responsibility matrix as data
-- with days. Null in a rule's item, location, cause or tenure means any.
create table team (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  code text not null check (code <> ''),
  name text not null check (name <> ''),
  kind text not null check (kind in ('serviceDesk', 'landlord', 'administration', 'supplier')),
  administration_id uuid references administration,
  email text,
  -- What the whole team works on an ordinary working day, before the share that capacity reckons with.
  daily_minutes integer not null default 0 check (daily_minutes >= 0),
  closed_on date,
  unique (organisation_id, code)
);

create table team_member (
  team_id uuid not null references team,
  account_id uuid not null references account,
  organisation_id uuid not null references organisation,
  valid_from date not null,
  valid_to date,
  primary key (team_id, account_id, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
create index team_member_account on team_member (account_id);

create table team_absence (
  team_id uuid not null references team,
  day date not null,
  organisation_id uuid not null references organisation,
  minutes integer not null check (minutes >= 0),
  reason text not null default '',
  primary key (team_id, day)
);

-- What can fail or be missing, as people name it. The element group is the SfB main number that surveys use.
create table facility_item (
  organisation_id uuid not null references organisation,
  code text not null check (code ~ '^[a-z][a-zA-Z]*$'),
  name_da text not null,
  name_en text not null,
  guidance_da text not null default '',
  guidance_en text not null default '',
  usual_location text not null check (usual_location in ('inside', 'envelope', 'basicInstallation', 'paved', 'green')),
  element_group text,
  usual_priority smallint not null default 3 check (usual_priority between 1 and 4),
  -- The working time one repair of its kind usually takes, until a catalogue line says otherwise.
  norm_minutes numeric(8, 2) not null default 60 check (norm_minutes >= 0),
  sort integer not null,
  withdrawn_on date,
  primary key (organisation_id, code)
);

-- Deadlines by priority. Minutes run on the working calendar unless the row says round the clock; a null deadline is
-- one that is agreed case by case, and counts as unmeasured until it is.
create table sla_target (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  code text not null,
  priority smallint not null check (priority between 1 and 4),
  respond_minutes integer check (respond_minutes > 0),
  resolve_minutes integer check (resolve_minutes > 0),
  is_round_the_clock boolean not null,
  valid_from date not null,
  valid_to date,
  source text not null,
  check (valid_to is null or valid_to > valid_from),
  constraint sla_target_one_at_a_time
    exclude using gist (organisation_id with =, code with =, priority with =, daterange(valid_from, valid_to) with &&)
);

create table responsibility_rule (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  level text not null check (level in ('default', 'administration', 'lease')),
  administration_id uuid references administration,
  contract_id uuid references contract,
  item_code text,
  location text check (location in ('inside', 'envelope', 'basicInstallation', 'paved', 'green')),
  cause text check (cause in ('wear', 'vandalism', 'burglary', 'fire', 'storm', 'user')),
  tenure text check (tenure in ('own', 'thirdParty', 'selfGoverning')),
  valid_from date not null,
  valid_to date,
  executor text not null check (executor in ('landlord', 'administration', 'unit', 'externalLandlord', 'serviceDesk')),
  payer text not null check (payer in ('landlord', 'tenant', 'unit', 'externalLandlord')),
  payer_share_percent numeric(5, 2) not null default 100 check (payer_share_percent > 0 and payer_share_percent <= 100),
  -- Who pays what the payer's share leaves.
  other_payer text check (other_payer in ('landlord', 'tenant', 'unit', 'externalLandlord')),
  team_id uuid references team,
  budget_line text not null,
  sla_code text not null,
  clause_da text not null check (clause_da <> ''),
  clause_en text not null check (clause_en <> ''),
  source text not null,
  -- The rule this one took over from on its first day; undone before that day, the other goes on as it was.
  replaces_id uuid references responsibility_rule,
  foreign key (organisation_id, item_code) references facility_item (organisation_id, code),
  check (valid_to is null or valid_to > valid_from),
  check ((level = 'administration') = (administration_id is not null)),
  check ((level = 'lease') = (contract_id is not null)),
  check ((payer_share_percent < 100) = (other_payer is not null)),
  constraint responsibility_rule_one_at_a_time exclude using gist (
    organisation_id with =, level with =,
    coalesce(administration_id, contract_id, organisation_id) with =,
    coalesce(item_code, '') with =, coalesce(location, '') with =,
    coalesce(cause, '') with =, coalesce(tenure, '') with =,
    daterange(valid_from, valid_to) with &&)
);
create unique index responsibility_rule_replaces on responsibility_rule (replaces_id) where replaces_id is not null;
create index responsibility_rule_contract on responsibility_rule (contract_id) where contract_id is not null;

-- What was asked and no rule answered: the service desk takes the case, the keeper of the matrix takes the gap.
create table responsibility_gap (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  number bigint generated always as identity,
  item_code text not null,
  location text not null,
  cause text not null,
  tenure text not null,
  building_id uuid references building,
  times_met integer not null default 1 check (times_met > 0),
  first_met_at timestamptz not null,
  last_met_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references account,
  unique (organisation_id, number)
);
create unique index responsibility_gap_open
  on responsibility_gap (organisation_id, item_code, location, cause, tenure) where closed_at is null;
