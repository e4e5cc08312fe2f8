-- The project council: who sits in it, when it meets, what was put before it, and what it said. What a case rested on when
-- it was submitted is kept whole with its hash; the register may move on, and then the case says so.
create table council_seat (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  deputy_account_id uuid references account,
  seat text not null check (seat in ('chair', 'member')),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  check (deputy_account_id is null or deputy_account_id <> account_id),
  constraint council_seat_once exclude using gist (account_id with =, daterange(valid_from, valid_to) with &&)
);
-- There is one chair at a time.
alter table council_seat add constraint council_seat_one_chair
  exclude using gist (organisation_id with =, daterange(valid_from, valid_to) with &&) where (seat = 'chair');

create table council_meeting (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  held_on date not null,
  place text not null default '' check (length(place) <= 200),
  unique (organisation_id, held_on)
);

create table council_submission (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case,
  round integer not null check (round > 0),
  meeting_id uuid references council_meeting,
  scenario_id uuid not null,
  inputs jsonb not null,
  inputs_sha256 text not null check (inputs_sha256 ~ '^[0-9a-f]{64}$'),
  submitted_by uuid not null references account,
  submitted_at timestamptz not null,
  unique (case_id, round)
);
create index council_submission_meeting on council_submission (meeting_id);

create table council_event (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case,
  submission_id uuid references council_submission,
  at timestamptz not null,
  account_id uuid not null references account,
  actor_name text not null,
  event text not null check (event in
    ('submitted', 'commented', 'returned', 'approved', 'rejected', 'funded', 'implementing', 'closed')),
  words text not null default '' check (length(words) <= 4000)
);
create index council_event_order on council_event (case_id, at, id);

-- Money set aside for investments. The balance is kept beside its entries, so that the database itself refuses the second of
-- two that would overdraw it; a test holds it to their sum.
create table investment_pool (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 120),
  balance_ore bigint not null default 0 check (balance_ore >= 0),
  yearly_grant_ore bigint not null check (yearly_grant_ore >= 0),
  most_per_case_ore bigint check (most_per_case_ore > 0),
  -- A case that pays back later needs a reason of its own.
  most_payback_years smallint check (most_payback_years > 0),
  source text not null,
  unique (organisation_id, name)
);

create table investment_pool_entry (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  pool_id uuid not null references investment_pool,
  kind text not null check (kind in ('grant', 'funding')),
  amount_ore bigint not null check ((kind = 'grant' and amount_ore > 0) or (kind = 'funding' and amount_ore < 0)),
  year smallint not null,
  case_id uuid references colocation_case,
  words text not null default '' check (length(words) <= 2000),
  booked_by uuid not null references account,
  booked_at timestamptz not null,
  check ((kind = 'funding') = (case_id is not null))
);
create unique index investment_pool_one_grant on investment_pool_entry (pool_id, year) where kind = 'grant';
create unique index investment_pool_case_once on investment_pool_entry (case_id) where kind = 'funding';
