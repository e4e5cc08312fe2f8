import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { getAssumptions } from "#db/queries/condition/get-assumptions.ts";
import type { Actor } from "#domain/actor.ts";
import { addDays, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { usualKeepers, type Keepers } from "#domain/lease-date/date-keepers.ts";
import { dateKeyText, type DateKey } from "#domain/lease-date/date-key.ts";
import { asksForAction, warningsFrom } from "#domain/lease-date/date-level.ts";
import type { FoundDate } from "#domain/lease-date/dates-search.ts";
import { leaseDatesOf, type DateRule } from "#domain/lease-date/lease-dates.ts";
import { listKeepers, type PossibleOwner } from "./list-keepers.ts";
import { listLeaseTerms, type LeaseWithTerms } from "./list-lease-terms.ts";

/** A date of a lease, with what people have said of it. */
export interface LeaseDateRow extends DateKey, FoundDate {
  key: string;
  rule: DateRule;
  lease: Omit<LeaseWithTerms, "terms" | "ownDeadlines">;
  ownerName: string | null;
  /** Who looks after it while nobody has taken it. */
  keeperNames: string[];
  handledAt: string | null;
  handledBy: string | null;
  note: string;
}

export interface LeaseDates {
  dates: LeaseDateRow[];
  owners: PossibleOwner[];
  warnings: readonly number[];
}

/** What passed so shortly before the register was taken into use can still be mended, and is kept until somebody has. */
const WATCHED_BEFORE_DAYS = 60;

/**
 * All dates of the leases that the actor may read, of some leases where they are named: what lies ahead, what is past and
 * asks for action that nobody has noted, and what somebody has said something of. The earliest first.
 */
export async function listDates(
  db: Db,
  actor: Actor,
  today: Day,
  contractIds?: readonly Id[],
): Promise<LeaseDates> {
  const watchedFrom = await watchedSince(db, actor.organisationId);
  const [leases, notes, owners, assumptions] = await Promise.all([
    listLeaseTerms(db, actor, {
      today,
      endedBefore: watchedFrom,
      ...(contractIds && { contractIds }),
    }),
    listNotes(db, actor.organisationId),
    listKeepers(db, actor.organisationId, today),
    getAssumptions(db, actor.organisationId, today),
  ]);
  const managers = owners.filter(({ isManager }) => isManager);
  const dates: LeaseDateRow[] = [];
  for (const { terms, ownDeadlines, ...lease } of leases) {
    const kept = keptBy(usualKeepers(lease.administrationId, managers));
    for (const date of [...leaseDatesOf(terms, today), ...promised(ownDeadlines)]) {
      const key = dateKeyText({ contractId: lease.contractId, ...date });
      const note = notes.get(key);
      const isMissed = date.on >= watchedFrom && asksForAction(date.kind);
      if (date.on >= today || isMissed || note) dates.push(rowOf(date, key, lease, note, kept));
    }
  }
  return { dates: dates.sort(byDay), owners, warnings: warningsFrom(assumptions) };
}

interface PromisedDate extends Pick<LeaseDateRow, "kind" | "party" | "on" | "rule"> {
  doneOn?: Day | null;
}

/** What KEjd answers for itself, whichever side it is on. */
const promised = (deadlines: LeaseWithTerms["ownDeadlines"]): PromisedDate[] =>
  deadlines.map(({ kind, on, doneOn }) => ({ kind, on, doneOn, party: "both", rule: {} }));

interface NoteRow {
  key: string;
  ownerId: Id | null;
  ownerName: string | null;
  handledAt: string | null;
  handledBy: string | null;
  note: string;
  [key: string]: unknown;
}

interface KeptBy {
  ids: Id[];
  names: string[];
  isOfAll: boolean;
}

const keptBy = ({ keepers, isOfAll }: Keepers): KeptBy => ({
  ids: keepers.map(({ accountId }) => accountId),
  names: keepers.map(({ name }) => name),
  isOfAll,
});

/**
 * A date with what people have said of it; a step that is done in its change has been handled there. Field by field, for
 * a portfolio has thousands of them: put together from parts they took most of the time of the page.
 */
const rowOf = (
  date: PromisedDate,
  key: string,
  lease: LeaseDateRow["lease"],
  note: NoteRow | undefined,
  kept: KeptBy,
): LeaseDateRow => ({
  contractId: lease.contractId,
  kind: date.kind,
  party: date.party,
  on: date.on,
  key,
  rule: date.rule,
  lease,
  ownerId: note?.ownerId ?? null,
  ownerName: note?.ownerName ?? null,
  keeperIds: kept.ids,
  isKeptByAll: kept.isOfAll,
  keeperNames: kept.names,
  isHandled: Boolean(date.doneOn) || (note !== undefined && note.handledAt !== null),
  handledAt: note?.handledAt ?? date.doneOn ?? null,
  handledBy: note?.handledBy ?? null,
  note: note?.note ?? "",
});

const byDay = (a: LeaseDateRow, b: LeaseDateRow): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.key < b.key ? -1 : 1;

async function watchedSince(db: Db, organisationId: Id): Promise<Day> {
  const [row] = await db.execute<{ since: Day }>(sql`
    select coalesce(load_day, (created_at at time zone 'Europe/Copenhagen')::date)::text as since
      from organisation where id = ${organisationId}`);
  return addDays(row!.since, -WATCHED_BEFORE_DAYS);
}

async function listNotes(db: Db, organisationId: Id): Promise<Map<string, NoteRow>> {
  const rows = await db.execute<NoteRow>(sql`
    select concat_ws('.', d.contract_id, d.kind, d.party, d.on_day) as key, d.owner_id as "ownerId", o.name as "ownerName",
           d.handled_at as "handledAt", h.name as "handledBy", d.note
      from lease_date_note d left join account o on o.id = d.owner_id left join account h on h.id = d.handled_by
     where d.organisation_id = ${organisationId}`);
  return new Map(rows.map((row) => [row.key, row]));
}

/** One date with what was said of it; null where the actor may not read its lease, or the lease has no such date. */
export async function getDate(
  db: Db,
  actor: Actor,
  key: DateKey,
  today: Day,
): Promise<{
  date: LeaseDateRow;
  others: LeaseDateRow[];
  owners: PossibleOwner[];
  warnings: readonly number[];
} | null> {
  const { dates, ...rest } = await listDates(db, actor, today, [key.contractId]);
  const wanted = dateKeyText(key);
  const date = dates.find((one) => one.key === wanted);
  return date ? { date, others: dates.filter((one) => one.key !== wanted), ...rest } : null;
}
