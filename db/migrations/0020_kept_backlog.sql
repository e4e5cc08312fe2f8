-- Sums of backlog and condition that are kept, so that hundreds of thousands of buildings need not be added up for a page.
-- A block is some buildings that every usual filter takes or leaves together. What is kept holds from kept_on until the day
-- before holds_until, reckoned by `basis` (lives and rates); whatever holds no more is added up from the lines themselves.
create table backlog_block (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  facet text not null,
  tenure text not null,
  use_code text not null,
  use_group text not null,
  district_id uuid,
  main_administration_id uuid,
  administration_ids uuid[] not null,
  is_protected boolean not null,
  kept_on date,
  -- Null: a building of it has changed since.
  holds_until date,
  basis text,
  buildings integer not null default 0,
  area_m2 double precision not null default 0,
  owned_m2 double precision not null default 0,
  exterior bigint not null default 0,
  interior bigint not null default 0,
  ten_year_need bigint not null default 0,
  modernisation bigint not null default 0,
  old_ore bigint not null default 0,
  unopened_ore bigint not null default 0,
  -- How far the backlog may be off on kept_on and how much further each day, with the sums of their squares by building.
  band_ore double precision not null default 0,
  band_slope double precision not null default 0,
  band_square double precision not null default 0,
  band_cross double precision not null default 0,
  slope_square double precision not null default 0,
  surveyed_on date
);
create index backlog_block_facet on backlog_block (organisation_id, facet);

create table building_backlog (
  building_id uuid primary key references building,
  organisation_id uuid not null references organisation,
  block_id uuid not null references backlog_block,
  -- The first day on which what is kept of the building is different by itself.
  next_on date not null default 'infinity',
  exterior bigint not null default 0,
  interior bigint not null default 0,
  ten_year_need bigint not null default 0,
  modernisation bigint not null default 0,
  old_ore bigint not null default 0,
  unopened_ore bigint not null default 0,
  band_ore double precision not null default 0,
  band_slope double precision not null default 0
);
create index building_backlog_block on building_backlog (block_id);

-- By kind of element; of what no line opens there is none.
create table backlog_block_type (
  block_id uuid not null references backlog_block on delete cascade,
  organisation_id uuid not null references organisation,
  type_code text,
  buildings integer not null,
  exterior bigint not null,
  interior bigint not null,
  ten_year_need bigint not null,
  modernisation bigint not null,
  old_ore bigint not null,
  unopened_ore bigint not null,
  band_ore double precision not null,
  band_slope double precision not null,
  band_square double precision not null,
  band_cross double precision not null,
  slope_square double precision not null,
  observed_on date
);
create index backlog_block_type_block on backlog_block_type (block_id);

-- Exterior and interior backlog by condition and consequence.
create table backlog_block_cell (
  block_id uuid not null references backlog_block on delete cascade,
  organisation_id uuid not null references organisation,
  condition smallint not null,
  consequence smallint not null,
  elements integer not null,
  works integer not null,
  amount_ore bigint not null,
  bypassing integer not null,
  primary key (block_id, condition, consequence)
);

-- Elements that stand, by kind, condition as observed and class as estimated.
create table backlog_block_condition (
  block_id uuid not null references backlog_block on delete cascade,
  organisation_id uuid not null references organisation,
  type_code text not null,
  condition smallint,
  estimated_class smallint,
  elements integer not null,
  quantity numeric(16, 2) not null
);
create index backlog_block_condition_block on backlog_block_condition (block_id);

-- Puts buildings (all where the argument is null) into blocks by what holds of them on a day, or next, as the read model
-- says it; whoever is in a right one stays there. A block takes 128, and single newcomers while it has room.
create function place_in_backlog_blocks(organisation uuid, buildings uuid[], day date) returns void language sql as $$
  with facet as (
    select distinct on (r.building_id) r.building_id, r.tenure, r.use_code, r.use_group, r.district_id,
           r.main_administration_id, r.administration_ids, r.is_protected,
           concat_ws('|', r.tenure, r.use_code, r.district_id, r.main_administration_id, r.administration_ids, r.is_protected) as facet
      from portfolio_row r
     where r.organisation_id = organisation and (buildings is null or r.building_id = any (buildings)) and r.valid_to > day
     order by r.building_id, r.valid_from > day, r.valid_from
  ), moving as (
    select f.*, row_number() over by_facet - 1 as place, count(*) over (partition by f.facet) as many
      from facet f left join building_backlog k on k.building_id = f.building_id left join backlog_block b on b.id = k.block_id
     where b.facet is distinct from f.facet
    window by_facet as (partition by f.facet order by f.building_id)
  ), room as (
    select distinct on (b.facet) b.facet, b.id from backlog_block b
     where b.organisation_id = organisation and b.facet in (select m.facet from moving m where m.many <= 16)
       and (select count(*) from building_backlog k where k.block_id = b.id) < 128
     order by b.facet, b.id
  ), target as (
    select m.*, m.place / 128 as chunk, r.id as known from moving m left join room r on r.facet = m.facet
  ), made as materialized (
    select distinct on (t.facet, t.chunk) gen_random_uuid() as id, t.* from target t
     where t.known is null order by t.facet, t.chunk
  ), new_block as (
    insert into backlog_block (id, organisation_id, facet, tenure, use_code, use_group, district_id,
      main_administration_id, administration_ids, is_protected)
    select m.id, organisation, m.facet, m.tenure, m.use_code, m.use_group, m.district_id, m.main_administration_id,
           m.administration_ids, m.is_protected from made m
  )
  insert into building_backlog (building_id, organisation_id, block_id)
  select t.building_id, organisation, coalesce(t.known, m.id)
    from target t left join made m on m.facet = t.facet and m.chunk = t.chunk
  on conflict (building_id) do update set block_id = excluded.block_id
$$;
select place_in_backlog_blocks(id, null, current_date) from organisation;
