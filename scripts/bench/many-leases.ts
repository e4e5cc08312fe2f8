import type { Sql } from "postgres";

/** A register of so many leases and nothing else of note: ten to a building, a tenth of them over, each with two levels. */
export async function fillWithLeases(sql: Sql, leases: number): Promise<void> {
  const buildings = Math.ceil(leases / 10);
  await sql.begin(async (tx) => {
    // Made to be right; checking each row of it by triggers would take most of the time.
    await tx`set local session_replication_role = replica`;
    await tx`create temporary table one on commit drop as select gen_random_uuid() as org, gen_random_uuid() as property`;
    await tx`insert into organisation (id, name, municipality_code) select org, 'Målekommunen', '0101' from one`;
    await tx`insert into administration (id, organisation_id, code, name)
      select gen_random_uuid(), org, 'F' || n, 'Forvaltning ' || n from one, generate_series(1, 7) n`;
    await tx`insert into unit (id, organisation_id, administration_id, code, name, kind, is_protected, valid_from)
      select gen_random_uuid(), a.organisation_id, a.id, a.code || '-' || n, 'Enhed ' || a.code || ' ' || n, 'school', n % 100 = 0, '2010-01-01'
        from administration a, generate_series(1, 400) n`;
    await tx`insert into property (id, organisation_id, name, source, recorded_on) select property, org, 'Måling', 'Måling', '2010-01-01' from one`;
    await tx`create temporary table house on commit drop as
      select gen_random_uuid() as id, gen_random_uuid() as address_id, gen_random_uuid() as floor_id, n from generate_series(1, ${buildings}::int) n`;
    await tx`insert into address (id, organisation_id, property_id, street, house_number, postcode, town)
      select h.address_id, o.org, o.property, 'Målevej', h.n::text, '2200', 'København N' from house h, one o`;
    await tx`insert into building (id, organisation_id, property_id, address_id, name, state, source, recorded_on)
      select h.id, o.org, o.property, h.address_id, 'Hus ' || h.n, 'registered', 'Måling', '2010-01-01' from house h, one o`;
    await tx`insert into floor (id, organisation_id, building_id, level, area_m2, valid_from)
      select h.floor_id, o.org, h.id, 0, 100000, '2010-01-01' from house h, one o`;
    await tx`create temporary table made on commit drop as
      select gen_random_uuid() as id, gen_random_uuid() as space_id, g.n, 50 + g.n % 1500 as area_m2, u.id as unit_id, u.administration_id,
             h.id as building_id, h.floor_id,
             (array['internal', 'internal', 'thirdPartyIn', 'thirdPartyOut'])[1 + g.n % 4] as kind,
             '2012-01-01'::date + g.n % 3000 as valid_from, case when g.n % 10 = 0 then '2024-01-01'::date + g.n % 365
               when g.n % 3 = 0 then '2028-01-01'::date + g.n % 4000 end as valid_to
        from generate_series(1, ${leases}::int) g(n)
        join house h on h.n = 1 + g.n / 10 % ${buildings}::int
        join (select *, row_number() over (order by code) as at from unit) u on u.at = 1 + g.n % 2800`;
    await tx`insert into space (id, organisation_id, building_id, floor_id, number, area_m2, is_undivided, valid_from, source, method, recorded_on)
      select m.space_id, o.org, m.building_id, m.floor_id, m.n::text, m.area_m2, true, '2010-01-01', 'Måling', 'estimate', '2010-01-01' from made m, one o`;
    await tx`insert into contract (id, organisation_id, number, kind, administration_id, unit_id, counterparty, valid_from, valid_to,
        notice_months, annual_rent_ore, known_from, source, recorded_on)
      select m.id, o.org, 'M-' || lpad(m.n::text, 7, '0'), m.kind, m.administration_id, m.unit_id,
             case when m.kind <> 'internal' then 'Part ' || m.n % 5000 end, m.valid_from, m.valid_to, 6, m.area_m2 * 90000,
             m.valid_from, 'Måling', '2010-01-01' from made m, one o`;
    await tx`insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from, valid_to)
      select gen_random_uuid(), o.org, m.id, m.building_id, m.space_id, case m.kind when 'thirdPartyIn' then 'in' else 'out' end,
             m.valid_from, m.valid_to from made m, one o`;
    await tx`insert into lease_level (organisation_id, contract_id, valid_from, valid_to, area_m2, yearly_ore)
      select o.org, m.id, m.valid_from, '2022-01-01', m.area_m2, m.area_m2 * 80000 from made m, one o
      union all
      select o.org, m.id, '2022-01-01', coalesce(m.valid_to, '2030-01-01'), m.area_m2, m.area_m2 * 90000 from made m, one o`;
  });
  await sql`analyze`;
}
