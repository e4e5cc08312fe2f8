-- The portfolio as the map and the lists read it: one row a building and period in which nothing about it changed.
-- A read model: portfolio_rows_of() says what it holds, commands refresh the buildings they touch, a test compares.
-- Areas are double precision because summing numeric over a whole portfolio costs three times as much; every sum is
-- rounded to the hundredth of a square metre where it leaves the database.
create table portfolio_row (
  building_id uuid not null references building,
  organisation_id uuid not null references organisation,
  valid_from date not null,
  valid_to date not null,
  property_id uuid not null,
  address_id uuid not null,
  district_id uuid,
  bbr_id uuid,
  bfe_number bigint,
  name text not null,
  name_order text collate "C" not null,
  address text not null,
  address_order text collate "C" not null,
  search_text text not null,
  position_wgs84 geometry(Point, 4326),
  lon double precision,
  lat double precision,
  state text not null,
  tenure text not null,
  use_code text not null,
  use_group text not null,
  built_year smallint,
  area_m2 double precision not null,
  let_m2 double precision not null,
  digitised_m2 double precision not null,
  administration_ids uuid[] not null,
  main_administration_id uuid,
  unit_ids uuid[] not null,
  is_protected boolean not null,
  condition smallint,
  surveyed_on date,
  exterior_backlog_ore bigint not null,
  whole_renovation_ore bigint not null,
  lease_end_on date,
  unknown_leases integer not null,
  trust smallint not null,
  changed_at timestamptz not null,
  primary key (building_id, valid_from, valid_to)
) partition by range (valid_to);

-- What holds today and has no end yet lies by itself, so that ten years of history cost today's reader nothing. A row
-- moves by itself when a command ends its period.
create table portfolio_row_now partition of portfolio_row for values from ('infinity') to (maxvalue);
create table portfolio_row_past partition of portfolio_row for values from (minvalue) to ('infinity');

-- Everything the read model says of some buildings (all where the argument is null), computed from the register alone.
create function portfolio_rows_of(organisation uuid, buildings uuid[])
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
      select x.condition, x.surveyed_on from survey x
       where x.building_id = p.building_id and x.surveyed_on <= p.valid_from order by x.surveyed_on desc limit 1
    ) s on true
    left join lateral (
      select sum(x.amount_ore) filter (where x.kind = 'exterior')::bigint as exterior, sum(x.amount_ore)::bigint as whole
        from backlog_estimate x where x.building_id = p.building_id
         and x.valid_from <= p.valid_from and (x.valid_to is null or x.valid_to > p.valid_from)
    ) e on true
$$;

-- What Ctrl K finds: buildings, addresses, units, properties and leases by any name or number they go by.
create table search_entry (
  kind text not null check (kind in ('building', 'address', 'unit', 'lease')),
  entity_id uuid not null,
  organisation_id uuid not null references organisation,
  building_id uuid,
  title text not null,
  subtitle text not null,
  folded text not null,
  words tsvector not null,
  administration_ids uuid[] not null,
  unit_ids uuid[] not null,
  is_protected boolean not null,
  primary key (kind, entity_id)
);
create index search_entry_folded on search_entry using gin (folded gin_trgm_ops);
create index search_entry_words on search_entry using gin (words);
-- Names that begin with what is typed, the shortest first.
create index search_entry_title on search_entry (organisation_id, (fold_danish(title) collate "C"));

-- Totals and the map's cells are read from this index alone.
create index portfolio_row_totals on portfolio_row (organisation_id, valid_to, valid_from)
  include (tenure, state, condition, is_protected, area_m2, let_m2, digitised_m2, unknown_leases, exterior_backlog_ore,
           whole_renovation_ore, surveyed_on, changed_at, address_id, building_id, lon, lat);
create index portfolio_row_place on portfolio_row using gist (position_wgs84);
create index portfolio_row_address on portfolio_row (organisation_id, address_id);

-- Orders of the list: of what holds today only. With them on the past too, the planner would merge both in order and
-- walk through all history to find that none of it belongs to today's page; without, it sorts the few rows it needs.
create index portfolio_row_by_name on portfolio_row_now (organisation_id, name_order, building_id);
create index portfolio_row_by_address on portfolio_row_now (organisation_id, address_order, building_id);
create index portfolio_row_by_area on portfolio_row_now (organisation_id, area_m2, building_id);
create index portfolio_row_by_backlog on portfolio_row_now (organisation_id, (exterior_backlog_ore::float8), building_id);
create index portfolio_row_by_backlog_rate on portfolio_row_now
  (organisation_id, (coalesce(exterior_backlog_ore / nullif(area_m2, 0), 0)), building_id);
