import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";
import type { BoardSearch } from "#domain/work/board-search.ts";
import { boardFilter, isOverdue, isUnmeasured } from "./board-filter.ts";

/** How many orders of a set stand how. */
export interface BoardCounts {
  total: number;
  overdue: number;
  waiting: number;
  unmeasured: number;
  unplanned: number;
}

export interface TeamCounts extends BoardCounts {
  teamId: Id | null;
}

/** The exact counts of what the filters find, whole and by team, in one pass over the set. */
export async function summariseBoard(
  db: Db,
  actor: Actor,
  search: BoardSearch,
  now: Date,
): Promise<{ all: BoardCounts; teams: TeamCounts[] }> {
  const rows = await db.execute<TeamCounts & { isWhole: number } & Record<string, unknown>>(sql`
    select o.team_id as "teamId", grouping(o.team_id) as "isWhole", count(*) as total,
           count(*) filter (where ${isOverdue(now)}) as overdue,
           count(*) filter (where o.waiting_since is not null) as waiting,
           count(*) filter (where ${isUnmeasured}) as unmeasured,
           count(*) filter (where o.planned_on is null) as unplanned
      from service_order o where ${boardFilter(actor, search, now)}
     group by grouping sets ((), (o.team_id))`);
  const none = { total: 0, overdue: 0, waiting: 0, unmeasured: 0, unplanned: 0 };
  const counts = ({ isWhole: _, ...row }: TeamCounts & { isWhole: number }): TeamCounts => row;
  const { teamId: _, ...all } = rows.filter((row) => row.isWhole === 1).map(counts)[0] ?? {
    ...none,
    teamId: null,
  };
  return { all, teams: rows.filter((row) => row.isWhole === 0).map(counts) };
}
