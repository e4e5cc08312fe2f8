-- What is charged for leases. A run of a period is a set of charges, one a lease, each of lines that sum to it; it is made,
-- approved and issued, and then stands. What was wrong is put right by a run of corrections: the line taken back, and the
-- line that should have been.
create table charge_run (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  kind text not null check (kind in ('regular', 'correction')),
  -- As people say it: 2026-01, 2026-Q1. Runs of corrections of one period count from 1.
  period text not null,
  period_from date not null,
  period_to date not null check (period_to > period_from),
  sequence smallint not null check (sequence >= 0),
  -- 'making' until the last lease of it is written; a run that was broken off is gone on with.
  status text not null check (status in ('making', 'draft', 'approved', 'issued')),
  -- What is added when the rent of others is passed on, as a share.
  fee_rate numeric(6, 4) not null check (fee_rate >= 0),
  reason text,
  corrects_run_id uuid references charge_run,
  made_by uuid references account,
  made_at timestamptz not null,
  approved_by uuid references account,
  approved_at timestamptz,
  issued_by uuid references account,
  issued_at timestamptz,
  check ((kind = 'correction') = (corrects_run_id is not null and reason is not null)),
  check ((kind = 'regular') = (sequence = 0)),
  check ((status in ('approved', 'issued')) = (approved_at is not null)),
  check ((status = 'issued') = (issued_at is not null)),
  -- Four eyes, twice: nobody approves what they made, nobody issues what they approved.
  constraint charge_run_four_eyes check (approved_by <> made_by and issued_by <> approved_by),
  constraint charge_run_correction_once unique (organisation_id, period, sequence),
  -- No day is charged twice: not as a month and again in its quarter.
  constraint charge_run_one_at_a_time
    exclude using gist (organisation_id with =, daterange(period_from, period_to) with &&) where (kind = 'regular')
);

-- What one lease is charged in a run, and why that is not what it was the time before.
create table charge (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  run_id uuid not null references charge_run on delete cascade,
  contract_id uuid not null references contract,
  administration_id uuid references administration,
  unit_id uuid references unit,
  party text not null,
  total_ore bigint not null,
  previous_ore bigint,
  -- [{ key, cause, deltaOre }], which sum to total_ore - previous_ore.
  reasons jsonb not null,
  -- A lease is charged once in a run, however often the making is begun again.
  unique (run_id, contract_id)
);
create index charge_contract on charge (contract_id);

create table charge_line (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  charge_id uuid not null references charge on delete cascade,
  key text not null,
  entry text not null check (entry in ('charge', 'reversal', 'replacement')),
  valid_from date not null,
  valid_to date not null check (valid_to > valid_from),
  formula text not null,
  inputs jsonb not null,
  amount_ore bigint not null,
  -- Of a correction: the line that was wrong. The two entries find each other by it.
  corrects_line_id uuid references charge_line,
  check ((entry = 'reversal') <= (corrects_line_id is not null)),
  check (entry <> 'charge' or corrects_line_id is null),
  unique (charge_id, key, entry, valid_from),
  -- What was taken back once is not taken back again.
  constraint charge_line_corrected_once unique (corrects_line_id, entry)
);

-- What was approved or issued stands as it is.
create function charge_stands() returns trigger language plpgsql as $$
begin
  if exists (select 1 from charge_run r join charge c on c.run_id = r.id
              where c.id = (case when tg_table_name = 'charge' then (to_jsonb(old) ->> 'id')::uuid
                                 else (to_jsonb(old) ->> 'charge_id')::uuid end)
                and r.status in ('approved', 'issued')) then
    raise exception 'A charge that was approved or issued is corrected by a counter-entry, never changed.'
      using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger charge_stands before update or delete on charge for each row execute function charge_stands();
create trigger charge_line_stands before update or delete on charge_line for each row execute function charge_stands();

create function charge_run_stands() returns trigger language plpgsql as $$
begin
  if old.status in ('approved', 'issued') and (tg_op = 'DELETE' or old.status = 'issued') then
    raise exception 'A run that was approved or issued is not taken away.' using errcode = 'check_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger charge_run_stands before update or delete on charge_run for each row execute function charge_run_stands();
