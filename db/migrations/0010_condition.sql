-- Elements of buildings, what surveys saw of them and what that costs, and the works and plans that follow. What is added
-- up for a building stays in backlog_estimate; backlog_line opens every krone of it.

-- What is reckoned with but is nobody's measurement: rates, lives, bands. Each value has a source, an owner and its days.
create table assumption (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  key text not null,
  value numeric not null,
  unit text not null,
  source text not null,
  owner text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  constraint assumption_one_at_a_time
    exclude using gist (organisation_id with =, key with =, daterange(valid_from, valid_to) with &&)
);

-- What a building is made of, by SfB main number; life and replacement price are an assumption and a price.
create table element_type (
  organisation_id uuid not null references organisation,
  code text not null,
  sfb text not null,
  name_da text not null,
  name_en text not null,
  unit text not null check (unit in ('m²', 'm', 'stk', 'sum')),
  scope text not null check (scope in ('exterior', 'interior')),
  work_group text not null,
  sort_order smallint not null,
  primary key (organisation_id, code)
);

-- Prices as they were published: a list is never edited, a newer one follows it.
create table price_list (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null,
  source text not null,
  price_level_on date not null,
  valid_from date not null,
  recorded_at timestamptz not null,
  unique (organisation_id, valid_from)
);
create table price_line (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  price_list_id uuid not null references price_list,
  code text not null,
  element_type_code text not null,
  purpose text not null check (purpose in ('repair', 'replace', 'modernise')),
  name_da text not null,
  name_en text not null,
  unit text not null,
  unit_price_ore bigint not null check (unit_price_ore > 0),
  unique (price_list_id, code),
  foreign key (organisation_id, element_type_code) references element_type (organisation_id, code)
);
-- Index figures by month, each with where it is from; a corrected figure is a newer record of the same month.
create table price_index (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  key text not null,
  month date not null check (extract(day from month) = 1),
  value numeric not null check (value > 0),
  source text not null,
  recorded_at timestamptz not null,
  unique (organisation_id, key, month, recorded_at)
);

-- How well a building is to be kept, from a day: class 1 very well kept to 5 worn is allowed.
create table target_quality (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  quality smallint not null check (quality between 1 and 5),
  source text not null,
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  constraint target_quality_one_at_a_time
    exclude using gist (building_id with =, daterange(valid_from, valid_to) with &&)
);

create table element (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  type_code text not null,
  label text,
  quantity numeric(12, 2) not null check (quantity > 0 and quantity < 1000000),
  renewed_year smallint check (renewed_year between 1000 and 2200),
  -- What would follow if it failed, 1 to 5 by kind; null where nobody has said.
  safety smallint check (safety between 1 and 5),
  authority smallint check (authority between 1 and 5),
  operation smallint check (operation between 1 and 5),
  damage smallint check (damage between 1 and 5),
  heritage smallint check (heritage between 1 and 5),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to > valid_from),
  foreign key (organisation_id, type_code) references element_type (organisation_id, code)
);
create index element_building on element (building_id);

-- A survey is a visit: written while it goes on, signed once, and then only amended by a later one. Two people may have
-- been there on one day; both stand.
alter table survey drop constraint survey_building_id_surveyed_on_key;
alter table survey alter column condition drop not null;
alter table survey
  add column surveyor_id uuid references account,
  add column scale text not null default '1–6',
  add column grade text,
  add column note text,
  add column amends_id uuid references survey,
  add column started_at timestamptz,
  add column signed_at timestamptz,
  add column version integer not null default 1;
update survey set signed_at = surveyed_on;
-- What needs a closer look has no condition, signed or not.
alter table survey add constraint survey_signed_says_something check (signed_at is null or condition is not null or grade is not null);
create index survey_building on survey (building_id, surveyed_on desc);

create table element_observation (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  survey_id uuid not null references survey,
  building_id uuid not null references building,
  element_id uuid not null references element,
  -- Null where it needs a closer look: never a number.
  condition smallint check (condition between 1 and 6),
  grade text,
  -- What was measured on the spot; the element takes it over when the survey is signed.
  quantity numeric(12, 2) check (quantity > 0 and quantity < 1000000),
  note text,
  observed_at timestamptz,
  unique (survey_id, element_id),
  check (condition is not null or grade is not null)
);
create index element_observation_building on element_observation (building_id);
create index element_observation_element on element_observation (element_id);

create table defect (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  observation_id uuid not null references element_observation on delete cascade,
  description text not null check (length(description) <= 2000),
  severity text not null check (severity in ('minor', 'serious', 'critical')),
  intensity text not null check (intensity in ('low', 'mid', 'high')),
  extent numeric(5, 4) not null check (extent >= 0 and extent <= 1)
);
create index defect_observation on defect (observation_id);

-- What is to be done about an element: from a price list, at a price of the surveyor's own, or a lump sum that already
-- holds everything.
create table remedy (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  observation_id uuid not null references element_observation on delete cascade,
  purpose text not null check (purpose in ('upkeep', 'modernisation')),
  description text not null check (length(description) <= 2000),
  price_line_id uuid references price_line,
  own_price_ore bigint check (own_price_ore > 0),
  is_lump_sum boolean not null default false,
  share_to_repair numeric(5, 4) not null check (share_to_repair > 0 and share_to_repair <= 1),
  recommended_year smallint check (recommended_year between 1900 and 2200),
  check (num_nonnulls(price_line_id, own_price_ore) = 1),
  check (not is_lump_sum or own_price_ore is not null)
);
create index remedy_observation on remedy (observation_id);

create table observation_photo (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  observation_id uuid not null references element_observation,
  original_key text not null unique,
  original_type text not null,
  public_key text not null unique,
  thumbnail_key text not null unique,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bigint not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  taken_at timestamptz,
  position_wgs84 geometry(Point, 4326),
  added_at timestamptz not null,
  unique (observation_id, sha256)
);

-- Each thing a surveyor's phone has sent, so that nothing is taken twice.
create table survey_command (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  account_id uuid not null references account,
  survey_id uuid not null,
  outcome text not null check (outcome in ('applied', 'conflict', 'refused')),
  answer jsonb not null,
  received_at timestamptz not null
);

-- Visits that are to be made, and by whom.
create table survey_visit (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  building_id uuid not null references building,
  planned_on date not null,
  surveyor_id uuid references account,
  round text,
  -- Which stop of its round it is, from 1.
  stop smallint check (stop > 0),
  note text,
  survey_id uuid references survey,
  cancelled_at timestamptz,
  created_at timestamptz not null
);
create index survey_visit_day on survey_visit (organisation_id, planned_on) where survey_id is null and cancelled_at is null;
create index survey_visit_building on survey_visit (building_id);

create sequence work_number;

-- A piece of work that could be planned: what its lines of today's backlog cost together, until it is done.
create table work (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  number text not null,
  building_id uuid not null references building,
  work_group text not null,
  kind text not null check (kind in ('exterior', 'interior', 'tenYearNeed', 'modernisation')),
  title text not null check (length(title) between 1 and 200),
  state text not null check (state in ('proposed', 'planned', 'ordered', 'done', 'dropped')),
  -- The purse it may draw on before the common one: authority, energy, or an administration's code.
  earmark text,
  -- A case or a report can raise it above what its elements say.
  raised_consequence smallint check (raised_consequence between 1 and 5),
  raised_reason text,
  budget_ore bigint check (budget_ore >= 0),
  contract_ore bigint check (contract_ore >= 0),
  actual_ore bigint check (actual_ore >= 0),
  planned_year smallint check (planned_year between 2000 and 2200),
  order_id uuid references service_order,
  done_on date,
  -- Why it was given up, where someone did; what no line is left in is dropped without.
  dropped_reason text,
  version integer not null default 1,
  unique (organisation_id, number),
  check ((state = 'done') = (done_on is not null)),
  check ((raised_consequence is null) = (raised_reason is null))
);
create index work_building on work (building_id);
create index work_open on work (organisation_id, kind) where state in ('proposed', 'planned', 'ordered');
create unique index work_one_open_of_a_kind on work (building_id, work_group, kind) where state in ('proposed', 'planned');

-- What was seen as a work was finished: of its own elements only, so no survey of the building and no younger one.
alter table survey add column work_id uuid references work;

create table work_evidence (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  work_id uuid not null references work,
  case_id uuid not null references service_case,
  note text,
  added_by uuid not null references account,
  added_at timestamptz not null,
  unique (work_id, case_id)
);

-- What an estimate consists of: every line says what it was reckoned from, and reproduces its amount.
create table backlog_line (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  estimate_id uuid not null references backlog_estimate on delete cascade,
  building_id uuid not null references building,
  element_id uuid not null references element,
  remedy_id uuid not null references remedy,
  work_id uuid references work,
  condition smallint not null check (condition between 1 and 6),
  observed_on date not null,
  quantity numeric(12, 2) not null,
  share_to_repair numeric(5, 4) not null,
  unit_price_ore bigint not null,
  index_factor numeric(10, 6) not null,
  index_month date,
  overhead_rate numeric(6, 4) not null,
  amount_ore bigint not null check (amount_ore >= 0)
);
create index backlog_line_estimate on backlog_line (estimate_id);
create index backlog_line_work on backlog_line (work_id);
create index backlog_line_building on backlog_line (building_id);

-- A plan of years; a scenario is a copy that says what it was copied from. Frozen, nothing in it changes any more.
create table plan (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  name text not null check (length(name) between 1 and 120),
  purpose text,
  copied_from_id uuid references plan,
  first_year smallint not null check (first_year between 2000 and 2200),
  year_count smallint not null check (year_count between 1 and 30),
  kinds text[] not null,
  state text not null check (state in ('draft', 'frozen', 'approved', 'published', 'withdrawn')),
  method text not null check (method in ('package', 'priced', 'solver')),
  -- The day its works and rates were read, the rates themselves, and what the plan comes to.
  reckoned_on date,
  basis jsonb,
  result jsonb,
  total_ore bigint,
  bound_ore bigint,
  created_by uuid not null references account,
  created_at timestamptz not null,
  frozen_at timestamptz,
  approved_by uuid references account,
  approved_at timestamptz,
  published_at timestamptz,
  version integer not null default 1,
  unique (organisation_id, name)
);
create unique index plan_one_published on plan (organisation_id) where state = 'published';

create table plan_year (
  organisation_id uuid not null references organisation,
  plan_id uuid not null references plan on delete cascade,
  year smallint not null,
  budget_ore bigint not null check (budget_ore >= 0),
  primary key (plan_id, year)
);
create table plan_earmark (
  organisation_id uuid not null references organisation,
  plan_id uuid not null references plan on delete cascade,
  year smallint not null,
  earmark text not null,
  amount_ore bigint not null check (amount_ore >= 0),
  primary key (plan_id, year, earmark)
);
-- What people have decided over the head of the reckoning.
create table plan_choice (
  organisation_id uuid not null references organisation,
  plan_id uuid not null references plan on delete cascade,
  work_id uuid not null references work,
  pinned_year smallint,
  reason text,
  chosen_by uuid not null references account,
  chosen_at timestamptz not null,
  primary key (plan_id, work_id)
);
-- The works of a plan as they were reckoned; year null is not within the plan.
create table plan_work (
  organisation_id uuid not null references organisation,
  plan_id uuid not null references plan on delete cascade,
  work_id uuid not null references work,
  building_id uuid not null references building,
  year smallint,
  today_ore bigint not null check (today_ore >= 0),
  cost_ore bigint not null check (cost_ore >= 0),
  condition smallint not null check (condition between 1 and 6),
  consequence smallint not null check (consequence between 1 and 5),
  -- The package it was chosen in, in the order of choosing, and what that package saves for each krone.
  package_rank integer,
  package_yield double precision,
  is_pinned boolean not null default false,
  primary key (plan_id, work_id)
);
create index plan_work_year on plan_work (plan_id, year);
create index plan_work_work on plan_work (work_id);

create table plan_run (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  plan_id uuid not null references plan on delete cascade,
  state text not null check (state in ('running', 'done', 'cancelled', 'failed')),
  seconds_at_most integer not null check (seconds_at_most between 1 and 3600),
  best_ore bigint,
  bound_ore bigint,
  progress jsonb,
  cancel_requested_at timestamptz,
  started_by uuid not null references account,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  finished_at timestamptz
);
create unique index plan_run_one_at_a_time on plan_run (plan_id) where state = 'running';

alter table maintenance_entry add column work_id uuid references work, add column contract_id uuid references contract;

-- The read model anew: only signed surveys count. Everything the read model says of some buildings (all where the argument is null), computed from the register alone.
create or replace function portfolio_rows_of(organisation uuid, buildings uuid[])
returns table (
  building_id uuid, valid_from date, valid_to date, tenure text, use_code text, use_group text, built_year smallint,
  area_m2 double precision, let_m2 double precision, digitised_m2 double precision, administration_ids uuid[],
  main_administration_id uuid, unit_ids uuid[], is_protected boolean, condition smallint, surveyed_on date,
  exterior_backlog_ore bigint, whole_renovation_ore bigint, lease_end_on date, unknown_leases integer, trust smallint
) language sql stable as $$
  with chosen as materialized (
    select b.id from building b
     where b.organisation_id = organisation and (buildings is null or b.id = any (buildings))
  ), boundary as (
    select v.building_id, v.valid_from as day from building_version v join chosen c on c.id = v.building_id
    union select v.building_id, v.valid_to from building_version v join chosen c on c.id = v.building_id
    union select t.building_id, t.valid_from from tenancy t join chosen c on c.id = t.building_id
    union select t.building_id, t.valid_to from tenancy t join chosen c on c.id = t.building_id
    union select o.building_id, o.valid_from from occupation o join chosen c on c.id = o.building_id
    union select o.building_id, o.valid_to from occupation o join chosen c on c.id = o.building_id
    union select s.building_id, s.surveyed_on from survey s join chosen c on c.id = s.building_id
     where s.signed_at is not null
    union select e.building_id, e.valid_from from backlog_estimate e join chosen c on c.id = e.building_id
    union select e.building_id, e.valid_to from backlog_estimate e join chosen c on c.id = e.building_id
    union select t.building_id, k.known_from from tenancy t join chosen c on c.id = t.building_id
      join contract k on k.id = t.contract_id
  ), period as (
    select b.building_id, b.day as valid_from,
           coalesce(lead(b.day) over (partition by b.building_id order by b.day), 'infinity'::date) as valid_to
      from boundary b where b.day is not null
  )
  select p.building_id, p.valid_from, p.valid_to, v.tenure, v.use_code, u.use_group, v.built_year,
         v.held_area_m2::float8, coalesce(l.let_m2, 0)::float8, coalesce(l.digitised_m2, 0)::float8,
         coalesce(w.administration_ids, '{}'), coalesce(w.main_administration_id, v.responsible_administration_id),
         coalesce(w.unit_ids, '{}'), coalesce(w.is_protected, false), s.condition, s.surveyed_on,
         coalesce(e.exterior, 0), coalesce(e.whole, 0), l.lease_end_on, coalesce(l.unknown_leases, 0)::int,
         (case when s.surveyed_on is null then 0 when s.surveyed_on > p.valid_from - interval '5 years' then 2 else 1 end
          + case when v.method in ('measured', 'drawing') then 1 else 0 end
          + case when coalesce(l.digitised_m2, 0) >= v.held_area_m2 * 0.9 and v.held_area_m2 > 0 then 1 else 0 end)::smallint
    from period p
    join building_version v on v.building_id = p.building_id
     and v.valid_from <= p.valid_from and (v.valid_to is null or v.valid_to > p.valid_from)
    join building_use u on u.code = v.use_code
    left join lateral (
      select sum(sp.area_m2) filter (where t.side = 'out') as let_m2,
             sum(sp.area_m2) filter (where t.side = 'out' and sp.room_use is not null and exists (
               select 1 from occupation o where o.space_id = sp.id and o.valid_from <= p.valid_from
                  and (o.valid_to is null or o.valid_to > p.valid_from))) as digitised_m2,
             min(coalesce(k.valid_to, t.valid_to)) as lease_end_on,
             count(distinct k.id) filter (where k.kind = 'thirdPartyIn'
               and (k.known_from is null or k.known_from > p.valid_from)) as unknown_leases
        from tenancy t join space sp on sp.id = t.space_id join contract k on k.id = t.contract_id
       where t.building_id = p.building_id
         and t.valid_from <= p.valid_from and (t.valid_to is null or t.valid_to > p.valid_from)
    ) l on true
    left join lateral (
      select array_agg(distinct a.administration_id) as administration_ids,
             (array_agg(a.administration_id order by a.area_m2 desc, a.administration_id))[1] as main_administration_id,
             array_agg(distinct a.unit_id) filter (where a.unit_id is not null) as unit_ids,
             bool_or(a.is_protected) as is_protected
        from (
          select k.administration_id, k.unit_id, sum(sp.area_m2) as area_m2, coalesce(n.is_protected, false) as is_protected
            from tenancy t join space sp on sp.id = t.space_id join contract k on k.id = t.contract_id
            left join unit n on n.id = k.unit_id
           where t.building_id = p.building_id and k.administration_id is not null
             and t.valid_from <= p.valid_from and (t.valid_to is null or t.valid_to > p.valid_from)
           group by 1, 2, 4
          union all
          select n.administration_id, o.unit_id, 0, n.is_protected
            from occupation o join unit n on n.id = o.unit_id
           where o.building_id = p.building_id
             and o.valid_from <= p.valid_from and (o.valid_to is null or o.valid_to > p.valid_from)
          union all
          select v.responsible_administration_id, null, 0, false where v.responsible_administration_id is not null
        ) a
    ) w on true
    left join lateral (
      -- The condition as it is known, finished works included; the day on which the building was last surveyed.
      -- A grade of a scale that is never converted says nothing of the condition, and takes none away.
      select (array_agg(x.condition order by x.surveyed_on desc, x.signed_at desc, x.id desc)
               filter (where x.condition is not null or x.grade = 'UN'))[1] as condition,
             max(x.surveyed_on) filter (where x.work_id is null) as surveyed_on
        from survey x
       where x.building_id = p.building_id and x.surveyed_on <= p.valid_from and x.signed_at is not null
    ) s on true
    left join lateral (
      select sum(x.amount_ore) filter (where x.kind = 'exterior')::bigint as exterior, sum(x.amount_ore)::bigint as whole
        from backlog_estimate x where x.building_id = p.building_id
         and x.valid_from <= p.valid_from and (x.valid_to is null or x.valid_to > p.valid_from)
    ) e on true
$$;
