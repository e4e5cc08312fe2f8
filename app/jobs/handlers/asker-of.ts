import { isLocale, type Locale } from "#app/i18n/locale.ts";
import type { Db } from "#db/client.server.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import type { Id } from "#domain/id.ts";

interface Asked {
  askedBy: Id | null;
  askerEmail: string | null;
}

/** Where to write to whoever asked, in their language; null where there is no address, or the account is closed. */
export async function askerOf(
  db: Db,
  { askedBy, askerEmail }: Asked,
  now: Date,
): Promise<{ email: string; name: string; locale: Locale } | null> {
  if (!askedBy) return askerEmail ? { email: askerEmail, name: "", locale: "da" } : null;
  const actor = await getActorByAccount(db, askedBy, now);
  return (
    actor && { email: actor.email, name: actor.name, locale: isLocale(actor.locale) ? actor.locale : "da" }
  );
}
