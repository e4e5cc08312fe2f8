import type { Db } from "#db/client.server.ts";
import { listDates, type LeaseDateRow } from "#db/queries/lease-date/list-dates.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { levelOf, type DateLevel } from "#domain/lease-date/date-level.ts";
import { isFor, matchesSearch, type DatesSearch } from "#domain/lease-date/dates-search.ts";

/** The dates that a search finds, all of them, and how many are how near of all that it would find without that filter. */
export async function findDates(db: Db, actor: Actor, search: DatesSearch, today: Day) {
  const { dates, owners, warnings } = await listDates(db, actor, today);
  const asking = { accountId: actor.accountId, today, warnings };
  const passes = (wanted: DatesSearch) => (date: LeaseDateRow) =>
    matchesSearch(date, wanted, asking) && isOfLease(date, wanted);
  const found = dates.filter(passes(search));
  const counted = dates.filter(passes({ ...search, level: null, month: null }));
  const levels = new Map<DateLevel, number>();
  for (const { on } of counted) {
    const level = levelOf(on, today, warnings);
    levels.set(level, (levels.get(level) ?? 0) + 1);
  }
  const mine = counted.filter((date) => isFor(actor.accountId, date)).length;
  return { found, owners, warnings, levels: Object.fromEntries(levels), mine };
}

const fold = (text: string): string => text.toLocaleLowerCase("da");

/** Whether the lease of a date is among those asked for: every word stands in its number, party or building. */
function isOfLease({ lease }: LeaseDateRow, { administration, lease: kind, q }: DatesSearch): boolean {
  if (administration !== null && lease.administrationCode !== administration) return false;
  if (kind !== null && lease.kind !== kind) return false;
  if (!q) return true;
  const text = fold([lease.number, lease.partyName, lease.buildingName].join(" "));
  return fold(q)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
