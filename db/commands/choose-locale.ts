import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Db } from "../client.server.ts";

/** Remembers the language that a person chose, for every device they sign in on. It changes nothing that others see, so
 *  the record of changes leaves it out. */
export async function chooseLocale(db: Db, actor: Actor, locale: "da" | "en"): Promise<void> {
  await db.execute(sql`
    update account set locale = ${locale}
     where id = ${actor.accountId} and organisation_id = ${actor.organisationId} and locale is distinct from ${locale}`);
}
