import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { IndexFigure } from "#domain/backlog/price-index.ts";
import type { RentBasisData } from "#domain/rent/rent-lines.ts";
import type { LeasedArea, RentTerm } from "#domain/rent/rent-term.ts";

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

export interface RentBasis extends RentBasisData {
  /** Where the index is from. */
  indexSource: string | null;
}

/** All that a lease's rent is reckoned from: its terms, its m² over time and the index. The caller has made sure that the
 *  actor may read the lease. Of a month with several figures the newest counts. */
export async function getRentBasis(db: Db, actor: Actor, contractId: Id): Promise<RentBasis> {
  const { organisationId } = actor;
  const [row] = await db.execute<{
    terms: TermRow[];
    areas: LeasedArea[];
    figures: IndexFigure[];
    indexSource: string;
  }>(sql`
    select (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind, 'part', r.part, 'basis', r.basis,
                     'yearlyOre', r.yearly_ore, 'baseMonth', r.base_month, 'adjustsInMonth', r.adjusts_in_month,
                     'monthsBefore', r.months_before, 'cap', r.cap, 'floor', r.floor, 'phaseFromOre', r.phase_from_ore,
                     'phaseFirstOn', r.phase_first_on, 'phaseYears', r.phase_years, 'source', r.source,
                     'validFrom', r.valid_from, 'validTo', r.valid_to) order by r.valid_from, r.id), '[]')
              from rent_term r where r.contract_id = ${contractId} and r.organisation_id = ${organisationId}) as terms,
           (select coalesce(json_agg(json_build_object('areaM2', a.area_m2, 'validFrom', a.valid_from, 'validTo', a.valid_to)), '[]')
              from (select sum(s.area_m2) as area_m2, t.valid_from, t.valid_to
                      from tenancy t join space s on s.id = t.space_id
                     where t.contract_id = ${contractId} and t.organisation_id = ${organisationId} group by 2, 3) a) as areas,
           (select coalesce(json_agg(json_build_object('month', i.month, 'value', i.value)), '[]')
              from (select distinct on (month) month, value from price_index
                     where organisation_id = ${organisationId} and key = 'npi' order by month, recorded_at desc) i) as figures,
           (select source from price_index where organisation_id = ${organisationId} and key = 'npi'
             order by recorded_at desc, month desc limit 1) as "indexSource"`);
  return { ...row!, terms: row!.terms.map(asTerm) };
}

function asTerm(row: TermRow): RentTerm {
  const {
    baseMonth,
    adjustsInMonth,
    monthsBefore,
    cap,
    floor,
    phaseFromOre,
    phaseFirstOn,
    phaseYears,
    ...term
  } = row;
  return {
    ...term,
    regulation: baseMonth === null ? null : { baseMonth, adjustsInMonth, monthsBefore, cap, floor },
    phaseIn:
      phaseFromOre === null
        ? null
        : { fromYearlyOre: phaseFromOre, firstStepOn: phaseFirstOn, years: phaseYears },
  };
}
