import { createHash } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { scopeOf } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { assumed } from "#domain/condition/assumption.ts";
import type { Id } from "#domain/id.ts";
import type { PortfolioSearch } from "#domain/portfolio-search.ts";
import type { ElementBasis } from "../condition/get-element-basis.ts";
import { attributeConditions, withinScope } from "../portfolio-filter.ts";

/** What is kept of backlog and holds on the day of a search; what does not is to be added up from its lines. */
export interface Kept {
  /** Whether a search takes or leaves blocks whole; else only what is kept of each building can be used. */
  byBlock: boolean;
  basis: string;
  /** Buildings of blocks that do not hold. */
  staleIds: Id[];
}

/** Above so many buildings that must be added up anyway, all are: a list of ids is then no help. */
const mostStale = 5_000;

/** What kept sums are reckoned by beside the register: lives, when a survey is old, how far an estimate may be off. */
export function basisKey({ assumptions, types }: ElementBasis): string {
  const rates = ["surveyOldAfter", "uncertaintyBase", "uncertaintyPerYear"].map((key) =>
    assumed(assumptions, key),
  );
  const lives = types.map(({ code, lifeYears }) => [code, String(lifeYears)]);
  return createHash("sha256")
    .update(JSON.stringify([rates, lives]))
    .digest("hex")
    .slice(0, 32);
}

/** Whether a block holds on a day; `r` is backlog_block. */
const holds = (on: string, basis: string): SQL => sql`
  (r.kept_on <= ${on}::date and r.holds_until > ${on}::date and r.basis = ${basis})`;

/**
 * What is kept and holds on a search's day, or null where too little is for it to help. A day of the past is always added up
 * from the lines: of a building that has left since, nothing is kept.
 */
export async function findKept(
  db: Db,
  actor: Actor,
  search: PortfolioSearch,
  elementBasis: ElementBasis,
): Promise<Kept | null> {
  const basis = basisKey(elementBasis);
  const rows = await db.execute<{ id: Id | null }>(sql`
    select null::uuid as id where ${search.on}::date < (now() at time zone 'Europe/Copenhagen')::date
    union all
    (select k.building_id from building_backlog k join backlog_block r on r.id = k.block_id
     where r.organisation_id = ${actor.organisationId} and ${holds(search.on, basis)} is not true
     limit ${mostStale + 1})`);
  const ids = rows.flatMap(({ id }) => id ?? []);
  if (ids.length < rows.length || ids.length > mostStale) return null;
  return { basis, byBlock: takesBlocksWhole(actor, search), staleIds: ids };
}

/** Units, places and what differs from building to building cut through blocks. */
function takesBlocksWhole(actor: Actor, search: PortfolioSearch): boolean {
  const { q, unit, condition, builtFrom, builtTo, areaFrom, areaTo, digitised, bbox, ring, ids } = search;
  const isCut = [q, ...unit, ...condition, ...ids].some(Boolean);
  const bounds = [builtFrom, builtTo, areaFrom, areaTo, digitised, bbox, ring];
  const scopes = [scopeOf(actor, "register", "read"), scopeOf(actor, "surveys", "read")];
  return (
    !isCut &&
    bounds.every((bound) => bound === null || bound === undefined) &&
    scopes.every(({ unitIds }) => unitIds.length === 0)
  );
}

/** The blocks of a search that hold, as a query; only where it takes them whole. */
export const keptBlocks = (actor: Actor, search: PortfolioSearch, kept: Kept): SQL => sql`(
  select r.*, ${search.on}::date - r.kept_on as days_since from backlog_block r
   where ${withinScope(actor, "register")} and ${withinScope(actor, "surveys")} and r.tenure <> 'outside'
     and ${holds(search.on, kept.basis)}
     and ${sql.join([sql`true`, ...attributeConditions(actor, search)], sql` and `)})`;
