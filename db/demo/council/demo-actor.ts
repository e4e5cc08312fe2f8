import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import type { Actor } from "#domain/actor.ts";
import type { Id } from "#domain/id.ts";

/** One of the demo's own accounts as an actor, by the first part of its address; null where the demo has no such account. */
export async function demoActor(db: Db, key: string, now: Date): Promise<Actor | null> {
  const [found] = await db.execute<{ id: Id }>(
    sql`select id from account where is_demo and email = ${`${key}@demo.example`}`,
  );
  return found ? getActorByAccount(db, found.id, now) : null;
}
