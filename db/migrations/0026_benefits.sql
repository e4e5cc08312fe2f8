-- What a case promised, line by line, and what came of it year by year: asked of who owns the line, answered with evidence.
create table benefit (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case,
  -- Null where several administrations share it; then the label says which.
  administration_id uuid references administration,
  owner_account_id uuid references account,
  label text not null check (length(label) between 1 and 200),
  kind text not null check (kind in ('rent', 'fm', 'staff', 'other')),
  is_hard boolean not null,
  required_ore bigint not null check (required_ore > 0),
  -- In full after so many years from this one, in equal steps.
  from_year smallint not null check (from_year between 1990 and 2200),
  phase_years smallint not null check (phase_years between 1 and 40),
  secured_by text not null default '' check (length(secured_by) <= 500),
  source text not null default '' check (length(source) <= 500),
  created_by uuid not null references account,
  created_at timestamptz not null
);
create index benefit_case on benefit (case_id);

-- A year of a line: asked, and answered or not. Realised by the units is one thing, covered by a cut in a budget another.
create table benefit_year (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  benefit_id uuid not null references benefit,
  year smallint not null check (year between 1990 and 2200),
  asked_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references account,
  realised_ore bigint check (realised_ore >= 0),
  budget_cut_ore bigint check (budget_cut_ore >= 0),
  is_budget_reduced boolean,
  words text not null default '' check (length(words) <= 2000),
  unique (benefit_id, year),
  check ((answered_at is null) = (realised_ore is null)),
  check ((answered_at is null) = (budget_cut_ore is null)),
  check ((answered_at is null) = (is_budget_reduced is null))
);

create table benefit_evidence (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  benefit_id uuid not null references benefit,
  title text not null check (title <> ''),
  file_name text not null check (file_name <> ''),
  media_type text not null,
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  storage_key text not null unique,
  uploaded_by uuid not null references account,
  created_at timestamptz not null,
  unique (benefit_id, sha256)
);

-- What the units of a case do for one another goes by an agreement with a price.
create table colocation_case_trade (
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case,
  agreement_id uuid not null references trade_agreement,
  primary key (case_id, agreement_id)
);
