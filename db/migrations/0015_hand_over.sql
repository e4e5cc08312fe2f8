-- Leases and properties that an administration runs by itself, handed over to KEjd one by one. The facts are as told:
-- they become register rows on the day of the take-over, in one transaction, and not before.
create sequence hand_over_number;

create table hand_over (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  number integer not null default nextval('hand_over_number'),
  kind text not null check (kind in ('lease', 'property')),
  administration_id uuid not null references administration,
  -- What the register knows of already; both null for what nobody knew.
  contract_id uuid references contract,
  building_id uuid references building,
  unit_id uuid references unit,
  state text not null check (state in ('handedOver', 'checking', 'askedBack', 'takenOver', 'rejected')),
  facts jsonb not null,
  version integer not null default 1,
  handed_over_by uuid not null references account,
  handed_over_at timestamptz not null,
  taken_over_from date,
  unique (organisation_id, number),
  check ((state = 'takenOver') = (taken_over_from is not null)),
  check (kind = 'property' or building_id is null or contract_id is not null or state = 'takenOver')
);
create unique index hand_over_contract_once on hand_over (contract_id) where state <> 'rejected';
create unique index hand_over_property_once on hand_over (building_id) where kind = 'property' and state <> 'rejected';
create index hand_over_administration on hand_over (organisation_id, administration_id, state);

-- What happened to it, in order. The state after each event makes the status of any past day.
create table hand_over_event (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  hand_over_id uuid not null references hand_over,
  at timestamptz not null,
  account_id uuid not null references account,
  actor_name text not null,
  event text not null check (event in
    ('handedOver', 'checking', 'askedBack', 'answered', 'completed', 'document', 'takenOver', 'rejected')),
  state text not null check (state in ('handedOver', 'checking', 'askedBack', 'takenOver', 'rejected')),
  words text not null default '' check (length(words) <= 2000)
);
create index hand_over_event_order on hand_over_event (hand_over_id, at, id);

-- The lease itself, drawings, letters. They follow the lease to its building when it is taken over.
create table hand_over_document (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  hand_over_id uuid not null references hand_over,
  title text not null check (title <> ''),
  file_name text not null check (file_name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null unique,
  uploaded_by uuid not null references account,
  created_at timestamptz not null,
  unique (hand_over_id, sha256)
);

-- The days on which the committee is told how far the gathering has come.
create table committee_meeting (
  organisation_id uuid not null references organisation,
  held_on date not null,
  noted_by uuid references account,
  primary key (organisation_id, held_on)
);
