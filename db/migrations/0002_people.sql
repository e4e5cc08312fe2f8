-- Who is asking: accounts, what each may reach, sessions, tokens, limits, and the record of every change.
create table account (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  email text not null,
  name text not null,
  password_hash text not null,
  locale text check (locale in ('da', 'en')),
  is_demo boolean not null default false,
  must_change_password boolean not null default false,
  disabled_at timestamptz,
  portfolio_seen_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index account_email on account (lower(email));

-- A deputy holds the same grant as its owner for as long as it names them.
create table account_grant (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  deputy_account_id uuid references account,
  role text not null check (role in
    ('administrator', 'manager', 'planner', 'administrationUser', 'leader', 'craftsman', 'auditor')),
  administration_ids uuid[] not null default '{}',
  unit_ids uuid[] not null default '{}',
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from)
);
create index account_grant_account on account_grant (account_id);
create index account_grant_deputy on account_grant (deputy_account_id);

-- Only the hash of a session or token is kept: who reads the table cannot sign in with it.
create table session (
  token_hash bytea primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  device text not null default ''
);
create index session_account on session (account_id);
create index session_expiry on session (expires_at);

create table api_token (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account on delete cascade,
  token_hash bytea not null unique,
  name text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index api_token_account on api_token (account_id);

create table rate_limit (
  key text primary key,
  window_started_at timestamptz not null,
  hits integer not null
);

create table saved_view (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account on delete cascade,
  name text not null check (length(name) between 1 and 80),
  query text not null check (length(query) <= 4000),
  created_at timestamptz not null default now(),
  unique (account_id, name)
);

-- Every change, by time: who, when, what, from what to what. Partitioned, so that years can be archived whole.
create table audit_entry (
  id uuid not null,
  organisation_id uuid not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  action text not null,
  entity text not null,
  entity_id uuid,
  changes jsonb not null default '{}',
  request_id text,
  primary key (id, at)
) partition by range (at);
create table audit_entry_2026 partition of audit_entry for values from ('2026-01-01') to ('2027-01-01');
create table audit_entry_2027 partition of audit_entry for values from ('2027-01-01') to ('2028-01-01');
create table audit_entry_other partition of audit_entry default;
create index audit_entry_entity on audit_entry (organisation_id, entity, entity_id, at desc);
create index audit_entry_newest on audit_entry (organisation_id, at desc, id desc);

create table import_run (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid references account,
  file_name text not null,
  file_sha256 text not null,
  format text not null,
  applied_at timestamptz not null,
  counts jsonb not null
);

-- A register row that matches no building of ours: kept outside every total until someone says what it is.
create table staged_building (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  bbr_id uuid not null,
  import_run_id uuid not null references import_run,
  facts jsonb not null,
  position_wgs84 geometry(Point, 4326),
  first_seen_at timestamptz not null,
  unique (organisation_id, bbr_id)
);
