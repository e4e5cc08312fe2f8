import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { midnightOf, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { queueWork } from "../queue-work.ts";
import { reckonBacklog } from "./reckon-backlog.ts";

const batchSize = 250;

/** Asks for all backlog to be reckoned anew once what it is reckoned with holds: at once, or when that day begins. */
export const queueReckoning = (tx: Db, organisationId: Id, from: Day, now: Date): Promise<void> => {
  const begins = midnightOf(from);
  const dueAt = begins > now ? begins : now;
  return queueWork(tx, organisationId, { kind: "reckonBacklog", key: newId(), payload: {}, dueAt });
};

/** Reckons the backlog of every building anew on a day, some at a time, so that nobody waits long for any of them. */
export async function reckonEverything(db: Db, organisationId: Id, on: Day): Promise<void> {
  const rows = await db.execute<{ id: Id }>(sql`
    select distinct building_id as id from element_observation where organisation_id = ${organisationId} order by 1`);
  const ids = rows.map(({ id }) => id);
  for (let start = 0; start < ids.length; start += batchSize)
    await db.transaction((tx) => reckonBacklog(tx, organisationId, ids.slice(start, start + batchSize), on));
}
