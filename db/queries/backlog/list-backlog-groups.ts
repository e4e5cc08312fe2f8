import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { BacklogGroup, BacklogSort, BacklogView } from "#domain/backlog/backlog-search.ts";
import { assumed } from "#domain/condition/assumption.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { ElementBasis } from "../condition/get-element-basis.ts";
import { sumColumns, summedRows, toSums, type BacklogSums, type SumRow } from "./backlog-sums.ts";
import type { Kept } from "./find-kept.ts";
import { summedTypes } from "./summed-types.ts";

/** A group with its sums; `key` is null for what belongs to none. Names are in both languages where they differ. */
export interface BacklogGroupRow extends BacklogSums {
  key: string | null;
  nameDa: string | null;
  nameEn: string | null;
  /** Exterior and interior backlog over the replacement value of own buildings; null where there is nothing to divide by. */
  fci: number | null;
}

export interface BacklogGroups {
  items: BacklogGroupRow[];
  /** How many groups there are, shown or not. */
  total: number;
}

/** Where a group's key and name are found, and what joins them to `house h`. */
const groupings: Record<Exclude<BacklogGroup, "elementType">, { key: SQL; name: SQL; join: SQL }> = {
  administration: {
    ...{ key: sql`a.code`, name: sql`a.name` },
    join: sql`left join administration a on a.id = h.main_administration_id`,
  },
  district: {
    ...{ key: sql`d.code`, name: sql`d.name` },
    join: sql`left join district d on d.id = h.district_id`,
  },
  use: { key: sql`h.use_group`, name: sql`h.use_group`, join: sql`` },
  property: {
    ...{ key: sql`y.id::text`, name: sql`y.name` },
    join: sql`left join property y on y.id = h.property_id`,
  },
  building: { key: sql`h.building_id::text`, name: sql`h.name`, join: sql`` },
};

const orders: Record<BacklogSort, SQL> = {
  name: sql`danish_order(g."nameDa")`,
  exterior: sql`g.exterior`,
  interior: sql`g.interior`,
  tenYearNeed: sql`g."tenYearNeed"`,
  modernisation: sql`g.modernisation`,
  backlog: sql`g.exterior + g.interior`,
  old: sql`g."oldOre" / nullif(g.exterior + g.interior, 0)`,
  fci: sql`(g.exterior + g.interior) / nullif(g."ownedM2", 0)`,
  perM2: sql`(g.exterior + g.interior) / nullif(g."areaM2", 0)`,
};

/** Backlog set out by a grouping; the groups' sums are those of the whole. Parts that no line opens have no element type. */
export async function listBacklogGroups(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  basis: ElementBasis,
  kept: Kept | null,
  view: BacklogView,
  { limit, from = 0 }: { limit: number; from?: number },
): Promise<BacklogGroups> {
  const { groupBy } = view;
  const groups =
    groupBy === "elementType"
      ? summedTypes(actor, search, basis, kept)
      : sql`with ${summedRows(actor, search, basis, kept, levelOf(groupBy))} ${byBuilding(groupings[groupBy])}`;
  const direction = view.order === "asc" ? sql`asc` : sql`desc`;
  type Row = SumRow & Pick<BacklogGroupRow, "key" | "nameDa" | "nameEn"> & { groups: number };
  const rows = await db.execute<Row & Record<string, unknown>>(sql`
    with grouped as (${groups}) select g.*, (count(*) over ())::int as groups from grouped g
     order by ${orders[view.sort]} ${direction} nulls last, danish_order(g."nameDa"), g.key
     limit ${limit} offset ${from}`);
  const rate = assumed(basis.assumptions, "replacementOrePerM2");
  return {
    items: rows.map(({ groups: _, ...row }) => {
      const sums = toSums(row);
      const deferred = sums.ore.exterior + sums.ore.interior;
      return {
        ...{ ...sums, key: row.key, nameDa: row.nameDa, nameEn: row.nameEn },
        fci: sums.ownedM2 > 0 ? deferred / (sums.ownedM2 * rate) : null,
      };
    }),
    total: rows[0]?.groups ?? 0,
  };
}

const byBuilding = ({ key, name, join }: (typeof groupings)["use"]): SQL => sql`
  select ${key} as key, ${name} as "nameDa", ${name} as "nameEn", ${sumColumns}
    from house h ${join} group by 1, 2, 3`;

/** What is not the same for all of a block needs every building by itself. */
const levelOf = (groupBy: BacklogGroup) =>
  groupBy === "property" || groupBy === "building" ? "building" : "block";
