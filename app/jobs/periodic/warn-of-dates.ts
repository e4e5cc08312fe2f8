import { giveWarnings } from "#db/commands/lease-date/give-warnings.ts";
import type { Db } from "#db/client.server.ts";
import { getActorByAccount } from "#db/queries/actor.ts";
import { listDates, type LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import { listKeepers } from "#db/queries/lease-date/list-keepers.ts";
import { dayAt } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { asksForAction } from "#domain/lease-date/date-level.ts";

/** Who has taken a date is warned of it; while nobody has, those who look after its lease. */
export const isWarned = (accountId: Id, date: LeaseDateRow): boolean =>
  !date.isHandled &&
  asksForAction(date.kind) &&
  (date.ownerId === null ? date.keeperIds.includes(accountId) : date.ownerId === accountId);

/** Warns everyone who is to see to dates of those that have come near, each of them once and by what they may read. */
export async function warnOfDates(
  db: Db,
  organisationId: Id,
  now: Date,
  telling: { isSilent?: boolean } = {},
): Promise<void> {
  const today = dayAt(now);
  for (const { accountId } of await listKeepers(db, organisationId, today)) {
    const actor = await getActorByAccount(db, accountId, now);
    if (!actor) continue;
    const { dates, warnings } = await listDates(db, actor, today);
    const own = dates.filter((date) => isWarned(accountId, date));
    await giveWarnings(db, actor, { dates: own, warnings }, now, telling);
  }
}
