import { dates as area } from "#app/i18n/dates.ts";
import type { Locale } from "#app/i18n/locale.ts";
import { wordsIn } from "#app/i18n/words.ts";
import type { Db } from "#db/client.server.ts";
import type { PlaceRow } from "#db/queries/list-places.ts";
import { listDates } from "#db/queries/lease-date/list-dates.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { asksForAction } from "#domain/lease-date/date-level.ts";

/** The next day on which a unit's leases ask for a decision, in words: the page brings no words of dates for it. */
export interface NextDate {
  key: string;
  on: Day;
  text: string;
}

/** The next such day of each unit that has one ahead, which nobody has handled. */
export async function loadNextDates(
  db: Db,
  actor: Actor,
  places: readonly Pick<PlaceRow, "unitId" | "leases">[],
  today: Day,
  locale: Locale,
): Promise<Record<string, NextDate>> {
  const contractIds = places.flatMap(({ leases }) => leases.map(({ id }) => id));
  if (contractIds.length === 0) return {};
  const { kinds } = wordsIn(area, locale);
  const { dates } = await listDates(db, actor, today, contractIds);
  const ahead = dates.filter(({ on, kind, isHandled }) => on >= today && asksForAction(kind) && !isHandled);
  return Object.fromEntries(
    places.flatMap(({ unitId, leases }) => {
      const next = ahead.find(({ contractId }) => leases.some(({ id }) => id === contractId));
      if (!next) return [];
      return [[unitId, { key: next.key, on: next.on, text: `${kinds[next.kind]}, ${next.lease.number}` }]];
    }),
  );
}
