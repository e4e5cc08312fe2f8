import { and, sql, type SQL } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import { buildingUses } from "#domain/building-use.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import type { StagedSearch, StagedSelection } from "#domain/staged/staged-search.ts";
import { uuidArray } from "../../sql-arrays.ts";

/** The rows with what our own register adds to them. Aliases: `s` is staged_building, `a` the address that we have
 *  under its DAR id, `p` that address's property. */
export const stagedFrom = sql`staged_building s
  left join address a on a.organisation_id = s.organisation_id and a.dar_id = (s.facts ->> 'darId')::uuid
  left join property p on p.id = a.property_id`;

/** What a row lacks, as an array of words. */
export const missingOf = sql`staged_missing(s.facts, s.position_wgs84 is not null, a.id is not null)`;

const searched = sql`fold_danish(concat_ws(' ', s.facts ->> 'name', coalesce(a.street, s.facts ->> 'street'),
  coalesce(a.house_number, s.facts ->> 'houseNumber'), coalesce(a.postcode, s.facts ->> 'postcode'),
  coalesce(a.town, s.facts ->> 'town'), s.facts ->> 'bfeNumber', p.bfe_number::text, s.bbr_id::text))`;

const codesOf = (group: UseGroup): string[] =>
  buildingUses.filter(({ useGroup }) => useGroup === group).map(({ code }) => code);

/** The rows that a search finds, whatever page of them. */
export function stagedFilter({ organisationId }: Pick<Actor, "organisationId">, search: StagedSearch): SQL {
  const conditions = [sql`s.organisation_id = ${organisationId}`, stateIs(search.state)];
  for (const word of search.q.split(/\s+/).filter(Boolean).slice(0, 8))
    conditions.push(sql`position(fold_danish(${word}) in ${searched}) > 0`);
  if (search.use)
    conditions.push(sql`s.facts ->> 'useCode' = any (${`{${codesOf(search.use).join(",")}}`}::text[])`);
  if (search.municipality) conditions.push(sql`s.facts ->> 'municipalityCode' = ${search.municipality}`);
  if (search.missing === "nothing") conditions.push(sql`cardinality(${missingOf}) = 0`);
  else if (search.missing) conditions.push(sql`${search.missing} = any (${missingOf})`);
  return and(...conditions)!;
}

const stateIs = (state: StagedSearch["state"]): SQL =>
  state === "waiting" ? sql`s.decision is null` : sql`s.decision = ${state}`;

/** The rows of a selection, within the organisation. */
export const stagedSelected = (actor: Pick<Actor, "organisationId">, selection: StagedSelection): SQL =>
  "ids" in selection
    ? sql`s.organisation_id = ${actor.organisationId} and s.id = any (${uuidArray(selection.ids)})`
    : stagedFilter(actor, selection.search);
