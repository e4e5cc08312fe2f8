-- What a lease says besides its rent, from a day until a day; who stands in it; what changed it; what is not yet a lease.

-- A lease on its way. It stands in no register table, so no total, list or map can count it: all of it is typed text,
-- kept as typed, until it is checked as a whole and activated.
create table lease_draft (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('internal', 'thirdPartyIn', 'thirdPartyOut')),
  administration_id uuid references administration,
  unit_id uuid references unit,
  title text not null default '',
  form jsonb not null,
  revision integer not null default 1 check (revision > 0),
  created_by uuid references account,
  created_at timestamptz not null,
  updated_by uuid references account,
  updated_at timestamptz not null,
  removed_at timestamptz,
  contract_id uuid unique references contract,
  activated_at timestamptz,
  check ((contract_id is null) = (activated_at is null))
);
create index lease_draft_open on lease_draft (organisation_id, updated_at) where contract_id is null and removed_at is null;

-- A guided change of a lease: terminate, extend, renegotiate, move in, move out. Its plan is kept as typed until it is
-- confirmed; `undo` says how things were, for as long as nothing has come of it.
create table lease_change (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  number integer not null,
  kind text not null check (kind in ('terminate', 'extend', 'renegotiate', 'moveIn', 'moveOut')),
  state text not null check (state in ('draft', 'confirmed', 'done', 'undone', 'dropped')),
  by_party text check (by_party in ('landlord', 'tenant', 'both')),
  received_on date,
  effective_on date,
  form jsonb not null,
  undo jsonb,
  revision integer not null default 1 check (revision > 0),
  created_by uuid references account,
  created_at timestamptz not null,
  confirmed_by uuid references account,
  confirmed_at timestamptz,
  undone_at timestamptz,
  unique (contract_id, number),
  check (state = 'draft' or state = 'dropped' or (confirmed_at is not null and effective_on is not null))
);
create index lease_change_open on lease_change (organisation_id, effective_on) where state in ('draft', 'confirmed');

-- The steps of a change, in order, and by when each must be done: the notice of the lease, and KEjd's own deadlines.
create table lease_change_step (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  change_id uuid not null references lease_change,
  position smallint not null,
  key text not null check (key in ('notice', 'confirm', 'inspection', 'report', 'objection', 'consent', 'agreement', 'keys',
    'settleDeposit', 'registerMeter', 'letter')),
  due_on date,
  done_on date,
  done_by uuid references account,
  note text not null default '',
  unique (change_id, key),
  check (done_on is null = (done_by is null))
);
create index lease_change_step_due on lease_change_step (organisation_id, due_on) where done_on is null;

-- Why the terms of a lease are not what they were: a number within the lease, from which day, who wrote it, and why.
create table lease_amendment (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  number smallint not null check (number >= 0),
  from_day date not null,
  reason text not null check (reason <> ''),
  change_id uuid references lease_change,
  made_by uuid references account,
  made_at timestamptz not null,
  taken_back_at timestamptz,
  unique (contract_id, number)
);

-- The terms of a lease. A change is a new row from its day; what was agreed before stays. "Bound until" is the first day
-- to which that party may end it, half-open as periods are.
create table lease_term (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  amendment_id uuid references lease_amendment,
  landlord_notice_months smallint check (landlord_notice_months between 0 and 240),
  tenant_notice_months smallint check (tenant_notice_months between 0 and 240),
  landlord_bound_until date,
  tenant_bound_until date,
  -- To which day notice runs: any day, the end of a month, or the end of a quarter.
  notice_to text not null default 'monthEnd' check (notice_to in ('anyDay', 'monthEnd', 'quarterEnd')),
  restoration text not null default 'none' check (restoration in ('none', 'maintained', 'asReceived', 'cleared')),
  deposit_ore bigint not null default 0 check (deposit_ore >= 0),
  prepaid_ore bigint not null default 0 check (prepaid_ore >= 0),
  regulation text not null default 'none' check (regulation in ('none', 'index', 'steps')),
  regulates_in_month smallint check (regulates_in_month between 1 and 12),
  -- From which day either party may ask for the rent of the market, and how often after that.
  market_rent_from date,
  market_rent_every_years smallint check (market_rent_every_years between 1 and 30),
  source text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  check (market_rent_every_years is null or market_rent_from is not null),
  constraint lease_term_one_at_a_time
    exclude using gist (contract_id with =, daterange(valid_from, valid_to) with &&)
);

-- What a party may choose by a day: to extend by some months, to break from a day, to take more, or to buy.
create table lease_option (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  amendment_id uuid references lease_amendment,
  kind text not null check (kind in ('extend', 'break', 'expand', 'buy')),
  holder text not null check (holder in ('landlord', 'tenant')),
  decide_by date not null,
  effect_on date not null,
  months smallint check (months between 1 and 600),
  note text not null default '',
  source text not null,
  used_on date,
  valid_from date not null,
  valid_to date,
  check (effect_on >= decide_by),
  check (kind <> 'extend' or months is not null),
  check (valid_to is null or valid_to > valid_from)
);
create index lease_option_contract on lease_option (contract_id);

-- Who stands in a lease, in which part; one in each part at a time. Functions and offices, never a private person's data.
create table lease_party (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  role text not null check (role in ('landlord', 'tenant', 'administrator', 'payer')),
  name text not null check (name <> ''),
  cvr char(8) check (cvr ~ '^[0-9]{8}$'),
  ean char(13) check (ean ~ '^[0-9]{13}$'),
  contact text not null default '',
  mail text not null default '',
  phone text not null default '',
  source text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  constraint lease_party_one_at_a_time
    exclude using gist (contract_id with =, role with =, daterange(valid_from, valid_to) with &&)
);

-- The files of a lease, a draft or a change. A new version is a new row of the same series; none is written over.
create table lease_document (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  series_id uuid not null,
  version smallint not null check (version > 0),
  contract_id uuid references contract,
  draft_id uuid references lease_draft,
  change_id uuid references lease_change,
  title text not null check (title <> ''),
  kind text not null check (kind in ('contract', 'amendment', 'letter', 'moveInReport', 'moveOutReport', 'drawing', 'photo', 'other')),
  dated_on date,
  file_name text not null check (file_name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null unique,
  uploaded_by uuid references account,
  created_at timestamptz not null,
  removed_at timestamptz,
  unique (series_id, version),
  check (contract_id is not null or draft_id is not null)
);
create index lease_document_contract on lease_document (contract_id);
create index lease_document_draft on lease_document (draft_id);

-- What a lease covers and costs a year, period by period, as app/domain/rent reckons it: a read model, rebuilt by
-- refreshLeaseLevels whenever terms, tenancies or the index change, so that rolls and sums as of a day are plain SQL.
-- yearly_ore is null where the index lacks a month that the rent follows, and where a lease has no rent lines.
create table lease_level (
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  valid_from date not null,
  valid_to date not null,
  area_m2 double precision not null,
  yearly_ore bigint,
  primary key (contract_id, valid_from),
  check (valid_to > valid_from)
);
create index lease_level_roll on lease_level (organisation_id, valid_to, valid_from) include (contract_id, area_m2, yearly_ore);

create index contract_period on contract (organisation_id, valid_from, valid_to);
