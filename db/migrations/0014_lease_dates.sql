-- What people have said of a lease's dates. The dates themselves follow from the lease's terms and are reckoned, not kept:
-- a date that moves is another one, and asks anew.
create table lease_date_note (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  contract_id uuid not null references contract,
  kind text not null check (kind <> ''),
  party text not null check (party in ('tenant', 'landlord', 'both')),
  on_day date not null,
  owner_id uuid references account,
  handled_at timestamptz,
  handled_by uuid references account,
  note text not null default '',
  unique (contract_id, kind, party, on_day),
  check (num_nulls(handled_at, handled_by) in (0, 2))
);
create index lease_date_note_owner on lease_date_note (owner_id) where owner_id is not null;

-- Which warnings somebody has been given of a date, in months ahead, so that each is given once.
create table lease_date_warning (
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  contract_id uuid not null references contract,
  kind text not null,
  party text not null,
  on_day date not null,
  months smallint not null check (months > 0),
  warned_at timestamptz not null,
  primary key (account_id, contract_id, kind, party, on_day, months)
);

-- An address by which a calendar program follows a person's dates without signing in. Only the hash of its secret is kept.
create table calendar_feed (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  token_hash bytea not null unique,
  reach text not null check (reach in ('own', 'all')),
  locale text not null check (locale in ('da', 'en')),
  created_at timestamptz not null,
  read_at timestamptz,
  revoked_at timestamptz
);
create index calendar_feed_account on calendar_feed (account_id);
