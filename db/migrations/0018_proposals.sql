-- Proposals of who goes where in a co-location case: one row a search, with how far it has come and what it ended in.

create table colocation_proposal (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  case_id uuid not null references colocation_case on delete cascade,
  from_scenario_id uuid not null references colocation_scenario on delete cascade,
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  seconds_at_most integer not null check (seconds_at_most between 1 and 600),
  budget_ore bigint check (budget_ore >= 0),
  payback_years integer check (payback_years between 1 and 100),
  best_ore bigint,
  bound_ore bigint,
  seconds double precision,
  -- What it ended in: a plan of the solver or of the search alone, nothing in time, or rules that cannot all be kept.
  outcome text check (outcome in ('solved', 'searched', 'unknown', 'impossible')),
  -- Rules that stand in each other's way, none of which can be left out: [{ kind, ... }].
  conflict jsonb,
  scenario_id uuid references colocation_scenario on delete set null,
  cancel_requested_at timestamptz,
  started_by uuid not null references account,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  finished_at timestamptz,
  check ((state = 'running') = (finished_at is null))
);
create unique index colocation_proposal_one_at_a_time on colocation_proposal (case_id) where state = 'running';
create index colocation_proposal_by_case on colocation_proposal (case_id, started_at desc);
