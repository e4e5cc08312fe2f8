import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { PortfolioRow } from "#domain/portfolio-row.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { PortfolioSort } from "#domain/portfolio-view.ts";
import { readCursor, writeCursor, type KeyType, type Page } from "./list-cursor.ts";
import { portfolioFilter } from "./portfolio-filter.ts";

/** How a list is cut and ordered: at most `limit` rows after `cursor`. */
export interface ListCut {
  sort: PortfolioSort;
  order: "asc" | "desc";
  limit: number;
  cursor: string | null;
}

/** Sort keys are never null, so that a page can go on after any row: what is unknown sorts as the least. */
const sortKeys: Record<PortfolioSort, { key: SQL; type: KeyType }> = {
  name: { key: sql`r.name_order`, type: "text" },
  address: { key: sql`r.address_order`, type: "text" },
  area: { key: sql`r.area_m2`, type: "float8" },
  backlog: { key: sql`r.exterior_backlog_ore::float8`, type: "float8" },
  backlogPerM2: { key: sql`coalesce(r.exterior_backlog_ore / nullif(r.area_m2, 0), 0)`, type: "float8" },
  condition: { key: sql`coalesce(r.condition, 0)::float8`, type: "float8" },
  surveyed: { key: sql`coalesce(r.surveyed_on, '0001-01-01')`, type: "date" },
  leaseEnd: { key: sql`coalesce(r.lease_end_on, '9999-12-31')`, type: "date" },
  built: { key: sql`coalesce(r.built_year, 0)::float8`, type: "float8" },
  letting: { key: sql`coalesce(r.let_m2 / nullif(r.area_m2, 0), 0)`, type: "float8" },
};

/** The columns of a list row, from alias `r`; shared with what shows one building the same way. */
export const portfolioRowColumns = sql`
  r.building_id as "id", r.bbr_id as "bbrId", r.bfe_number as "bfe", r.name, r.address, r.district_id as "districtId",
  r.lon, r.lat, r.tenure, r.use_code as "useCode", r.use_group as "useGroup", r.built_year as "builtYear",
  r.area_m2 as "areaM2", r.let_m2 as "letM2", r.digitised_m2 as "digitisedM2",
  r.main_administration_id as "administrationId", r.condition, r.surveyed_on as "surveyedOn",
  r.exterior_backlog_ore as "exteriorBacklogOre", r.lease_end_on as "leaseEndOn", r.trust,
  r.changed_at as "changedAt"`;

type RawRow = Omit<PortfolioRow, "position" | "changedAt"> & {
  lon: number | null;
  lat: number | null;
  changedAt: Date | string;
};

export const toPortfolioRow = ({ lon, lat, changedAt, ...row }: RawRow): PortfolioRow => ({
  ...row,
  position: lon === null || lat === null ? null : [lon, lat],
  changedAt: new Date(changedAt).toISOString(),
});

/**
 * The buildings that a search finds, in order, a page at a time; the total counts all of them.
 * Throws CursorFault for a cursor of another list.
 */
export async function listBuildings(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  cut: ListCut,
): Promise<Page<PortfolioRow>> {
  const filter = portfolioFilter(actor, search);
  const [rows, counts] = await Promise.all([
    listPortfolioRows(db, filter, cut),
    db.execute<{ total: number }>(sql`select count(*)::int as total from portfolio_row r where ${filter}`),
  ]);
  return { ...rows, total: counts[0]?.total ?? 0 };
}

/** The rows alone, without the count, for whoever already has the totals of the same search. */
export const listRowsOf = (db: Db, actor: Actor, search: PortfolioSearch, cut: ListCut) =>
  listPortfolioRows(db, portfolioFilter(actor, search), cut);

async function listPortfolioRows(
  db: Db,
  filter: SQL,
  cut: ListCut,
): Promise<{ items: PortfolioRow[]; nextCursor: string | null }> {
  const { key, type } = sortKeys[cut.sort];
  const direction = cut.order === "desc" ? sql`desc` : sql`asc`;
  const after = cut.cursor === null ? null : readCursor(cut.cursor, type);
  const than = cut.order === "desc" ? sql`<` : sql`>`;
  const goOn = after
    ? sql`and (${key}, r.building_id) ${than} (${after.key}::${sql.raw(type)}, ${after.id}::uuid)`
    : sql``;
  const top = (partition: "portfolio_row_now" | "portfolio_row_past") => sql`(
    select ${portfolioRowColumns}, ${key} as "sortKey" from ${sql.identifier(partition)} r where ${filter} ${goOn}
     order by ${key} ${direction}, r.building_id ${direction} limit ${cut.limit + 1})`;
  // Each part gives its own first rows: asked for both at once, PostgreSQL sorts everything.
  const rows = await db.execute<RawRow & { sortKey: string | number }>(sql`
    select * from (${top("portfolio_row_now")} union all ${top("portfolio_row_past")}) page
     order by "sortKey" ${direction}, id ${direction} limit ${cut.limit + 1}`);
  const shown = rows.slice(0, cut.limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > cut.limit && last ? writeCursor(String(last.sortKey), last.id) : null;
  return { items: shown.map(({ sortKey: _, ...row }) => toPortfolioRow(row)), nextCursor };
}
