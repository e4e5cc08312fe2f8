import { sql } from "drizzle-orm";
import { openDatabase, type Db, type DatabaseAddress } from "#db/client.server.ts";
import { listBoard } from "#db/queries/work/list-board.ts";
import { listLoads } from "#db/queries/work/list-loads.ts";
import { listTeams } from "#db/queries/work/list-teams.ts";
import { summariseBoard } from "#db/queries/work/summarise-board.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { readBoardSearch } from "#domain/work/board-search.ts";
import { workingDaysFrom } from "#domain/work/capacity.ts";
import { measureOperation, type Figure } from "./measure-database.ts";

export const openOrders = 5_000;

/** Times the page of the dispatch board with 5,000 open orders: what it asks, in the company in which it asks. */
export async function measureBoard(address: DatabaseAddress): Promise<Figure> {
  const { db, sql: wire, close } = openDatabase(address, { poolSize: 8 });
  const [organisation] = await db.execute<{ id: string }>(sql`select id from organisation`);
  const id = organisation!.id;
  await fillBoard(db);
  const actor: Actor = {
    ...{ accountId: id, organisationId: id, email: "", name: "", locale: null },
    grants: [{ role: "manager", administrationIds: [], unitIds: [] }],
  };
  const goals = { growth: undefined };
  const run = (recording: Db) => wholeBoard(recording, actor, new Date());
  const name = `board, ${openOrders.toLocaleString("en")} open orders`;
  const figure = await measureOperation(db, wire, { name, goals, run });
  await close();
  return figure;
}

async function wholeBoard(db: Db, actor: Actor, now: Date): Promise<unknown> {
  const search = readBoardSearch(new URLSearchParams());
  const today = dayAt(now);
  const [counts, teams] = await Promise.all([
    summariseBoard(db, actor, search, now),
    listTeams(db, actor, today),
  ]);
  const ids = teams.map(({ id }) => id);
  const [page, loads] = await Promise.all([
    listBoard(db, actor, search, { limit: 50, after: null }, now),
    listLoads(db, actor, ids, [workingDaysFrom(today, 1)[0]!]),
  ]);
  return { counts, teams, page, loads };
}

/** Opens closed orders again until so many stand open: the latest first, as they were planned. */
async function fillBoard(db: Db): Promise<void> {
  await db.execute(sql`
    with missing as (
      select greatest(0, ${openOrders} - count(*))::int as count from service_order
       where state not in ('confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog', 'done')
    ), chosen as (
      select id from service_order where state = 'closed' order by created_at desc, id limit (select count from missing)
    )
    update service_order o set state = 'planned', resolved_at = null, outcome = null from chosen c where c.id = o.id`);
  await db.execute(sql`analyze service_order`);
}
