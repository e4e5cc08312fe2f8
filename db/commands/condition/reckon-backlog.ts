import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getAssumptions } from "#db/queries/condition/get-assumptions.ts";
import { listIndexFigures } from "#db/queries/condition/list-index-figures.ts";
import { listRemedies } from "#db/queries/condition/list-remedies.ts";
import { uuidArray } from "#db/sql-arrays.ts";
import { reckonLine, type ReckoningBasis } from "#domain/backlog/reckon-line.ts";
import { assumed } from "#domain/condition/assumption.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { refreshPortfolio } from "../refresh-portfolio.ts";
import { settleWorks } from "./settle-works.ts";
import { writeEstimates } from "./write-estimates.ts";

/** How many buildings are reckoned at a time. */
const batchSize = 250;

/**
 * Reckons some buildings' backlog anew on a day: from the newest signed observation of each element, with the prices,
 * index, targets and rates of that day. Opens new estimates with their lines, closes those before, keeps the works that
 * they make up, and refreshes the read model. A building without observations keeps its estimates. Inside the command
 * whose change asked for it; the same day again replaces that day's own.
 * @example await reckonBacklog(tx, actor.organisationId, [buildingId], dayAt(now));
 */
export async function reckonBacklog(
  tx: Db,
  organisationId: Id,
  buildingIds: readonly Id[],
  on: Day,
): Promise<void> {
  const values = await getAssumptions(tx, organisationId, on);
  const basis: ReckoningBasis = {
    ...{ on, figures: await listIndexFigures(tx, organisationId) },
    ...{ overheadRate: assumed(values, "overheadRate"), horizonYears: assumed(values, "needHorizon") },
  };
  const ids = [...new Set(buildingIds)].sort();
  const read = async (start: number) => {
    const surveyed = await lockSurveyed(tx, organisationId, ids.slice(start, start + batchSize), on);
    return { surveyed, remedies: surveyed.length > 0 ? await listRemedies(tx, surveyed, on) : [] };
  };
  const reckoned: Id[] = [];
  let next = ids.length > 0 ? read(0) : null;
  for (let start = batchSize; next; start += batchSize) {
    const { surveyed, remedies } = await next;
    // The database reads the next ones while these are reckoned.
    next = start < ids.length ? read(start) : null;
    next?.catch(() => undefined);
    if (surveyed.length === 0) continue;
    const lines = remedies.flatMap((facts) => reckonLine(facts, basis) ?? []);
    const placed = await settleWorks(tx, organisationId, surveyed, lines);
    await writeEstimates(tx, organisationId, surveyed, placed, on);
    reckoned.push(...surveyed);
  }
  if (reckoned.length > 0) await refreshPortfolio(tx, organisationId, reckoned);
}

/** The buildings that a signed survey has seen elements of, held until the transaction ends: two reckonings take turns. */
async function lockSurveyed(tx: Db, organisationId: Id, buildingIds: readonly Id[], on: Day): Promise<Id[]> {
  const rows = await tx.execute<{ id: Id }>(sql`
    select b.id from building b
     where b.organisation_id = ${organisationId} and b.id = any (${uuidArray(buildingIds)})
       and exists (select 1 from element_observation o join survey s on s.id = o.survey_id
                    where o.building_id = b.id and s.signed_at is not null and s.surveyed_on <= ${on}::date)
     order by b.id for no key update`);
  return rows.map(({ id }) => id);
}
