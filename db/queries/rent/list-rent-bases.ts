import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { IndexFigure } from "#domain/backlog/price-index.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { RentBasisData } from "#domain/rent/rent-lines.ts";
import type { LeasedArea, RentTerm } from "#domain/rent/rent-term.ts";
import { uuidArray } from "../../sql-arrays.ts";

interface TermRow extends Pick<RentTerm, "id" | "kind" | "part" | "basis" | "yearlyOre" | "source"> {
  validFrom: Day;
  validTo: Day | null;
  baseMonth: Day | null;
  adjustsInMonth: number;
  monthsBefore: number;
  cap: number | null;
  floor: number | null;
  phaseFromOre: number | null;
  phaseFirstOn: Day;
  phaseYears: number;
}

/** The newest figure of every month of the net price index, and where it is from. */
export async function listRentIndex(
  db: Db,
  organisationId: Id,
): Promise<{ figures: IndexFigure[]; source: string | null }> {
  const [row] = await db.execute<{ figures: IndexFigure[]; source: string | null }>(sql`
    select (select coalesce(json_agg(json_build_object('month', i.month, 'value', i.value)), '[]')
              from (select distinct on (month) month, value from price_index
                     where organisation_id = ${organisationId} and key = 'npi' order by month, recorded_at desc) i) as figures,
           (select source from price_index where organisation_id = ${organisationId} and key = 'npi'
             order by recorded_at desc, month desc limit 1) as source`);
  return row!;
}

/**
 * What the rents of some leases are reckoned from, by lease: terms, and m² over time; the figures are the same list for
 * all. Two statements however many. The caller has made sure that the actor may read them.
 */
export async function listRentBases(
  db: Db,
  organisationId: Id,
  contractIds: readonly Id[],
): Promise<Map<Id, RentBasisData>> {
  const { figures } = await listRentIndex(db, organisationId);
  const wanted = uuidArray([...contractIds]);
  const rows = await db.execute<{ id: Id; terms: TermRow[]; areas: LeasedArea[] }>(sql`
    select k.id, coalesce(r.terms, '[]') as terms, coalesce(a.areas, '[]') as areas
      from unnest(${wanted}) k(id)
      left join (
        select r.contract_id, json_agg(json_build_object('id', r.id, 'kind', r.kind, 'part', r.part, 'basis', r.basis,
                 'yearlyOre', r.yearly_ore, 'baseMonth', r.base_month, 'adjustsInMonth', r.adjusts_in_month,
                 'monthsBefore', r.months_before, 'cap', r.cap, 'floor', r.floor, 'phaseFromOre', r.phase_from_ore,
                 'phaseFirstOn', r.phase_first_on, 'phaseYears', r.phase_years, 'source', r.source,
                 'validFrom', r.valid_from, 'validTo', r.valid_to) order by r.valid_from, r.id) as terms
          from rent_term r where r.contract_id = any (${wanted}) and r.organisation_id = ${organisationId} group by 1
      ) r on r.contract_id = k.id
      left join (
        select x.contract_id, json_agg(json_build_object('areaM2', x.area_m2, 'validFrom', x.valid_from, 'validTo', x.valid_to)) as areas
          from (select t.contract_id, sum(s.area_m2) as area_m2, t.valid_from, t.valid_to
                  from tenancy t join space s on s.id = t.space_id
                 where t.contract_id = any (${wanted}) and t.organisation_id = ${organisationId} group by 1, 3, 4) x
         group by 1
      ) a on a.contract_id = k.id`);
  return new Map(rows.map(({ id, terms, areas }) => [id, { terms: terms.map(asTerm), areas, figures }]));
}

function asTerm(row: TermRow): RentTerm {
  const { baseMonth, adjustsInMonth, monthsBefore, cap, floor, ...rest } = row;
  const { phaseFromOre, phaseFirstOn, phaseYears, ...term } = rest;
  return {
    ...term,
    regulation: baseMonth === null ? null : { baseMonth, adjustsInMonth, monthsBefore, cap, floor },
    phaseIn:
      phaseFromOre === null
        ? null
        : { fromYearlyOre: phaseFromOre, firstStepOn: phaseFirstOn, years: phaseYears },
  };
}
