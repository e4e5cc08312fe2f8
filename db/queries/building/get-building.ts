import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import { portfolioRowColumns, toPortfolioRow } from "../list-buildings.ts";
import { withinScope } from "../portfolio-filter.ts";

/** Everything that is true of a building on a day. Areas in m²; codes are BBR's. */
export interface BuildingFacts extends PortfolioRow {
  propertyName: string;
  bbrNumber: number | null;
  districtName: string | null;
  administrationName: string | null;
  useNameDa: string;
  useNameEn: string;
  usePhasedOut: boolean;
  rebuiltYear: number | null;
  grossAreaM2: number | null;
  housingAreaM2: number | null;
  businessAreaM2: number | null;
  footprintAreaM2: number | null;
  storeys: number | null;
  wallCode: string | null;
  roofCode: string | null;
  heatingCode: string | null;
  heatingMediumCode: string | null;
  isListed: boolean;
  preservationCode: string | null;
  energyLabel: string | null;
  positionExcuse: string | null;
  wholeRenovationOre: number;
  unknownLeases: number;
  /** Where the facts come from, how they were found, since when they hold and when they were written down. */
  source: string;
  method: "register" | "measured" | "drawing" | "estimate";
  factsFrom: Day;
  recordedOn: Day;
  footprint: string | null;
}

/** One building as it was on a day, or null where there is none that the actor may know of. */
export async function getBuilding(db: Db, actor: Actor, id: Id, on: Day): Promise<BuildingFacts | null> {
  const rows = await db.execute<never>(sql`
    select ${portfolioRowColumns}, p.name as "propertyName", b.bbr_number as "bbrNumber", d.name as "districtName",
           n.name as "administrationName", u.name_da as "useNameDa", u.name_en as "useNameEn",
           u.is_phased_out as "usePhasedOut", v.rebuilt_year as "rebuiltYear", v.gross_area_m2 as "grossAreaM2",
           v.housing_area_m2 as "housingAreaM2", v.business_area_m2 as "businessAreaM2",
           v.footprint_area_m2 as "footprintAreaM2", v.storeys, v.wall_code as "wallCode", v.roof_code as "roofCode",
           v.heating_code as "heatingCode", v.heating_medium_code as "heatingMediumCode", v.is_listed as "isListed",
           v.preservation_code as "preservationCode", v.energy_label as "energyLabel",
           b.position_excuse as "positionExcuse", r.whole_renovation_ore as "wholeRenovationOre",
           r.unknown_leases as "unknownLeases", v.source, v.method, v.valid_from as "factsFrom",
           v.recorded_on as "recordedOn", st_asgeojson(b.footprint_wgs84, 6) as footprint
      from portfolio_row r
      join building b on b.id = r.building_id
      join property p on p.id = r.property_id
      join building_use u on u.code = r.use_code
      join building_version v on v.building_id = r.building_id
       and v.valid_from <= ${on}::date and (v.valid_to is null or v.valid_to > ${on}::date)
      left join district d on d.id = r.district_id
      left join administration n on n.id = r.main_administration_id
     where r.building_id = ${id} and r.valid_from <= ${on}::date and r.valid_to > ${on}::date
       and ${withinScope(actor, "register")}`);
  const [row] = rows as unknown as Parameters<typeof toPortfolioRow>[0][];
  return row ? (toPortfolioRow(row) as BuildingFacts) : null;
}

/**
 * The days nearest to a day on which the building was in the register for the actor: the last before and the first
 * after it. Null where the actor may not know of the building at all.
 */
export async function getDaysKnown(
  db: Db,
  actor: Actor,
  id: Id,
  on: Day,
): Promise<{ before: Day | null; after: Day | null } | null> {
  const [days] = await db.execute<{ isKnown: boolean; before: Day | null; after: Day | null }>(sql`
    select count(*) > 0 as "isKnown",
           max(least(r.valid_to - 1, ${on}::date)) filter (where r.valid_from <= ${on}::date)::text as before,
           min(r.valid_from) filter (where r.valid_from > ${on}::date)::text as after
      from portfolio_row r where r.building_id = ${id} and ${withinScope(actor, "register")}`);
  return days?.isKnown ? { before: days.before, after: days.after } : null;
}
