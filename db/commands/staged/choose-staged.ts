import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { StagedState } from "#domain/staged/staged-row.ts";
import type { StagedSelection } from "#domain/staged/staged-search.ts";
import type { Db } from "../../client.server.ts";
import { stagedFrom, stagedSelected } from "../../queries/staged/staged-filter.ts";

/** What a selection names: rows as they stand now, and how many of those meant are no longer there. */
export interface ChosenStaged {
  ids: Record<StagedState, Id[]>;
  gone: number;
}

/**
 * Holds the organisation's staging, so that of two who decide at once the second sees what the first did. Whoever only
 * refers to the organisation goes on undisturbed.
 */
export const holdStaging = async (tx: Db, { organisationId }: Actor): Promise<void> => {
  await tx.execute(sql`select 1 from organisation where id = ${organisationId} for no key update`);
};

/** The rows of a selection as they stand; null where a filter finds another number than the person saw. */
export async function chooseStaged(
  tx: Db,
  actor: Actor,
  selection: StagedSelection,
): Promise<ChosenStaged | null> {
  const rows = await tx.execute<{ id: Id; state: StagedState }>(sql`
    select s.id, coalesce(s.decision, 'waiting') as state from ${stagedFrom}
     where ${stagedSelected(actor, selection)} order by s.id`);
  if ("expected" in selection && selection.expected !== rows.length) return null;
  const of = (state: StagedState) => rows.filter((row) => row.state === state).map(({ id }) => id);
  const asked = "ids" in selection ? new Set(selection.ids).size : rows.length;
  return {
    ids: { waiting: of("waiting"), rejected: of("rejected"), confirmed: of("confirmed") },
    gone: asked - rows.length,
  };
}
