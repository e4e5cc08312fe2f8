import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import { indexFactor } from "#domain/backlog/price-index.ts";
import { assumed, type Assumptions } from "#domain/condition/assumption.ts";
import type { ElementUnit } from "#domain/condition/element-type.ts";
import type { Day } from "#domain/day.ts";
import { getAssumptions } from "./get-assumptions.ts";
import { listIndexFigures } from "./list-index-figures.ts";

/** A kind of element with what it is reckoned by on a day. */
export interface TypeBasis {
  code: string;
  sfb: string;
  nameDa: string;
  nameEn: string;
  unit: ElementUnit;
  scope: "exterior" | "interior";
  lifeYears: number;
  /** What replacing one unit costs on the day, index and overhead laid on as on backlog, øre; 0 where no price is known. */
  replacementOre: number;
}

export interface ElementBasis {
  on: Day;
  assumptions: Assumptions;
  types: TypeBasis[];
  /** The list that replacement prices are of, and the factor that brings them to the day. */
  priceList: { name: string; source: string; priceLevelOn: Day } | null;
  index: { factor: number; month: Day | null };
}

type Priced = Omit<TypeBasis, "lifeYears" | "replacementOre"> & {
  priceOre: number | null;
  listName: string | null;
  listSource: string | null;
  priceLevelOn: Day | null;
};

/** Kinds of elements with lives and replacement prices as they hold on a day: what ages an element and what it weighs. */
export async function getElementBasis(
  db: Db,
  { organisationId }: Pick<Actor, "organisationId">,
  on: Day,
): Promise<ElementBasis> {
  const [assumptions, figures, rows] = await Promise.all([
    getAssumptions(db, organisationId, on),
    listIndexFigures(db, organisationId),
    db.execute<Priced & Record<string, unknown>>(sql`
      select t.code, t.sfb, t.name_da as "nameDa", t.name_en as "nameEn", t.unit, t.scope,
             p.unit_price_ore::float8 as "priceOre", p.name as "listName", p.source as "listSource",
             p.price_level_on::text as "priceLevelOn"
        from element_type t
        left join lateral (
          select n.unit_price_ore, l.name, l.source, l.price_level_on
            from price_line n join price_list l on l.id = n.price_list_id
           where n.organisation_id = t.organisation_id and n.element_type_code = t.code and n.purpose = 'replace'
             and l.valid_from <= ${on}::date
           order by l.valid_from desc, n.code limit 1) p on true
       where t.organisation_id = ${organisationId} order by t.sort_order, t.code`),
  ]);
  const overhead = 1 + assumed(assumptions, "overheadRate");
  const types = rows.map(({ priceOre, priceLevelOn, listName: _, listSource: __, ...type }) => {
    const { factor } = priceLevelOn ? indexFactor(figures, priceLevelOn, on) : { factor: 1 };
    // A kind of one's own without a life of its own does not age.
    const lifeYears = assumptions[`life.${type.code}`] ?? usualLife(type.code);
    return { ...type, lifeYears, replacementOre: Math.round((priceOre ?? 0) * factor * overhead) };
  });
  const newest = rows
    .filter(({ priceLevelOn }) => priceLevelOn !== null)
    .sort((a, b) => b.priceLevelOn!.localeCompare(a.priceLevelOn!))[0];
  const priceList = newest && {
    ...{ name: newest.listName!, source: newest.listSource!, priceLevelOn: newest.priceLevelOn! },
  };
  const index = newest ? indexFactor(figures, newest.priceLevelOn!, on) : { factor: 1, month: null };
  return { on, assumptions, types, priceList: priceList ?? null, index };
}

/** The usual life of a kind, or none at all for a kind that the usual ones do not have. */
function usualLife(code: string): number {
  try {
    return assumed({}, `life.${code}`);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
