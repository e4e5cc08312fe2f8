import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { readReading, type MeterReading, type ReadingRefusal } from "#domain/meter/meter-reading.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { withinScope } from "../../queries/portfolio-filter.ts";
import { arrayText, uuidArray } from "../../sql-arrays.ts";
import { recordChange } from "../record-change.ts";

/** What became of a batch. A refused item is named by its place in the batch, from 0. */
export interface ReadingsAnswer {
  added: number;
  /** Months that were there with another amount, and say what was sent now. */
  corrected: number;
  unchanged: number;
  newMeters: number;
  refused: { index: number; reason: ReadingRefusal }[];
}

type Read = MeterReading & { index: number; meterId: Id };

/**
 * Takes months of meters in, in one transaction: each is added, corrects what was there, is there already, or is refused with
 * its reason. The same batch again changes nothing. A meter that is not known is hung up in the building that comes with it.
 */
export async function addMeterReadings(
  db: Db,
  actor: Actor,
  { source, items }: { source: string; items: readonly unknown[] },
  now: Date,
): Promise<Result<ReadingsAnswer, "notAllowed">> {
  if (!writesAll(actor, "colocation")) return refused("notAllowed");
  const today = dayAt(now);
  return db.transaction(async (tx) => {
    const answer: ReadingsAnswer = { added: 0, corrected: 0, unchanged: 0, newMeters: 0, refused: [] };
    const refuse = (index: number, reason: ReadingRefusal) => void answer.refused.push({ index, reason });
    const read = items.flatMap((item, index) => {
      const one = readReading(item, today);
      if (one.ok) return [{ ...one.value, index }];
      refuse(index, one.reason);
      return [];
    });
    // Two batches that name the same new meter take turns; the second finds it hanging there.
    await tx.execute(sql`select 1 from organisation where id = ${actor.organisationId} for no key update`);
    const { meters, isNew } = await findMeters(tx, actor, read);
    answer.newMeters = isNew;
    const seen = new Set<string>();
    const taken = read.flatMap((one): Read[] => {
      const hung = meters.get(one.number);
      const meterId = hung?.find(({ validTo }) => !validTo || `${one.month}-01` < validTo)?.id;
      const isTwice = seen.has(`${one.number} ${one.month}`);
      seen.add(`${one.number} ${one.month}`);
      if (isTwice) refuse(one.index, "twice");
      else if (hung && !meterId) refuse(one.index, "takenDown");
      else if (!meterId) refuse(one.index, one.buildingId && one.kind ? "unknownBuilding" : "unknownMeter");
      else return [{ ...one, meterId }];
      return [];
    });
    Object.assign(answer, await write(tx, actor, source, taken, today));
    answer.refused.sort((a, b) => a.index - b.index);
    if (answer.added + answer.corrected > 0)
      await recordChange(tx, actor, {
        ...{ action: "add", entity: "meterReadings", entityId: newId() },
        changes: {
          source: { from: null, to: source },
          added: { from: null, to: answer.added },
          corrected: { from: null, to: answer.corrected },
        },
      });
    return done(answer);
  });
}

type Hung = { id: Id; number: string; validTo: Day | null };

/** The meters that a batch names, also those taken down, the oldest first; new ones are hung up from the first month that is sent. */
async function findMeters(tx: Db, actor: Actor, read: readonly MeterReading[]) {
  const { organisationId } = actor;
  const numbers = [...new Set(read.map(({ number }) => number))];
  const known = await tx.execute<Hung>(sql`
    select m.id, m.number, m.valid_to::text as "validTo" from meter m
      join portfolio_row_now r on r.building_id = m.building_id and ${withinScope(actor, "colocation")}
     where m.organisation_id = ${organisationId} and m.number = any (${sql.param(numbers)}::text[])
     order by m.valid_from`);
  const meters = new Map<string, Hung[]>();
  for (const one of known) meters.set(one.number, [...(meters.get(one.number) ?? []), one]);
  const ofNumber = new Map<string, MeterReading[]>();
  for (const one of read) {
    if (meters.has(one.number)) continue;
    const own = ofNumber.get(one.number);
    if (own) own.push(one);
    else ofNumber.set(one.number, [one]);
  }
  const hung = [...ofNumber].flatMap(([number, own]) => {
    const named = own.find(({ buildingId, kind }) => buildingId && kind);
    const first = own.reduce((least, { month }) => (month < least ? month : least), own[0]!.month);
    return named ? [{ id: newId(), number, buildingId: named.buildingId!, kind: named.kind!, first }] : [];
  });
  const added = await tx.execute<{ id: Id; number: string }>(sql`
    insert into meter (id, organisation_id, building_id, kind, number, valid_from)
    select x.id, ${organisationId}, x.building_id, x.kind, x.number, x.first
      from unnest(${uuidArray(hung.map(({ id }) => id))}, ${uuidArray(hung.map(({ buildingId }) => buildingId))},
                  ${sql.param(hung.map(({ kind }) => kind))}::text[], ${sql.param(hung.map(({ number }) => number))}::text[],
                  ${arrayText(hung.map(({ first }) => `${first}-01`))}::date[]) x(id, building_id, kind, number, first)
      join portfolio_row_now r on r.building_id = x.building_id and ${withinScope(actor, "colocation")}
     where not exists (select 1 from meter m where m.organisation_id = ${organisationId} and m.number = x.number)
    returning id, number`);
  for (const one of added) meters.set(one.number, [{ ...one, validTo: null }]);
  return { meters, isNew: added.length };
}

async function write(tx: Db, { organisationId }: Actor, source: string, taken: readonly Read[], today: Day) {
  const rows = await tx.execute<{ isNew: boolean }>(sql`
    insert into meter_month as m (organisation_id, meter_id, month, amount, source, recorded_on)
    select ${organisationId}, x.meter_id, x.month, x.amount, ${source}, ${today}::date
      from unnest(${uuidArray(taken.map(({ meterId }) => meterId))},
                  ${arrayText(taken.map(({ month }) => `${month}-01`))}::date[],
                  ${arrayText(taken.map(({ amount }) => amount))}::float8[]) x(meter_id, month, amount)
    on conflict (meter_id, month) do update
       set amount = excluded.amount, source = excluded.source, recorded_on = excluded.recorded_on
     where m.amount <> excluded.amount
    returning xmax = 0 as "isNew"`);
  const added = rows.filter(({ isNew }) => isNew).length;
  return { added, corrected: rows.length - added, unchanged: taken.length - rows.length };
}
