import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { writesAll } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { dayAt } from "#domain/day.ts";
import { newId } from "#domain/id.ts";
import { readDegrees, type DegreeReading, type DegreeRefusal } from "#domain/meter/degree-reading.ts";
import { done, refused, type Result } from "#domain/result.ts";
import { recordChange } from "../record-change.ts";
import { arrayText } from "../../sql-arrays.ts";

/** What became of months of degree days. A refused line is named by its place, from 0. */
export interface DegreesAnswer {
  added: number;
  corrected: number;
  unchanged: number;
  refused: { index: number; reason: DegreeRefusal }[];
}

type Items = readonly Readonly<Record<string, unknown>>[];

/**
 * Takes in how cold months were: each is added, corrects what was there, is there already, or is refused with its reason. Heat is
 * corrected by them when it is read, so what is known of earlier months follows.
 */
export async function addDegreeMonths(
  db: Db,
  actor: Actor,
  { source, items }: { source: string; items: Items },
  now: Date,
): Promise<Result<DegreesAnswer, "notAllowed">> {
  if (!writesAll(actor, "colocation")) return refused("notAllowed");
  return db.transaction(async (tx) => {
    const { organisationId } = actor;
    await tx.execute(sql`select 1 from organisation where id = ${organisationId} for no key update`);
    const known = await tx.execute<{ calendar: string; normal: number }>(sql`
      select distinct on (extract(month from month)) to_char(month, 'MM') as calendar, normal_degree_days::float8 as normal
        from degree_month where organisation_id = ${organisationId} order by extract(month from month), month desc`);
    const { taken, refused: no } = judge(
      items,
      dayAt(now),
      new Map(known.map((one) => [one.calendar, one.normal])),
    );
    const counts = await write(tx, organisationId, source, taken);
    if (counts.added + counts.corrected > 0)
      await recordChange(tx, actor, {
        ...{ action: "add", entity: "degreeDays", entityId: newId() },
        changes: {
          source: { from: null, to: source },
          added: { from: null, to: counts.added },
          corrected: { from: null, to: counts.corrected },
        },
      });
    return done({ ...counts, refused: no });
  });
}

type Normals = Map<string, number>;
type Whole = DegreeReading & { normalDegreeDays: number };

/** The months that can be taken; a normal that comes with one holds for the same month of the years after it in the file. */
function judge(items: Items, today: string, normals: Normals) {
  const refusals: DegreesAnswer["refused"] = [];
  const taken = new Map<string, Whole>();
  for (const [index, item] of items.entries()) {
    const read = readDegrees(item, today);
    if (!read.ok) {
      refusals.push({ index, reason: read.reason });
      continue;
    }
    const calendar = read.value.month.slice(5);
    const normalDegreeDays = read.value.normalDegreeDays ?? normals.get(calendar);
    if (taken.has(read.value.month)) refusals.push({ index, reason: "twice" });
    else if (normalDegreeDays === undefined) refusals.push({ index, reason: "noNormal" });
    else {
      normals.set(calendar, normalDegreeDays);
      taken.set(read.value.month, { ...read.value, normalDegreeDays });
    }
  }
  return { taken: [...taken.values()], refused: refusals };
}

async function write(tx: Db, organisationId: string, source: string, taken: readonly Whole[]) {
  const rows = await tx.execute<{ isNew: boolean }>(sql`
    insert into degree_month as d (organisation_id, month, degree_days, normal_degree_days, source)
    select ${organisationId}, x.month, x.days, x.normal, ${source}
      from unnest(${arrayText(taken.map(({ month }) => `${month}-01`))}::date[],
                  ${arrayText(taken.map(({ degreeDays }) => degreeDays))}::real[],
                  ${arrayText(taken.map(({ normalDegreeDays }) => normalDegreeDays))}::real[]) x(month, days, normal)
    on conflict (organisation_id, month) do update
       set degree_days = excluded.degree_days, normal_degree_days = excluded.normal_degree_days, source = excluded.source
     where (d.degree_days, d.normal_degree_days) <> (excluded.degree_days, excluded.normal_degree_days)
    returning xmax = 0 as "isNew"`);
  const added = rows.filter(({ isNew }) => isNew).length;
  return { added, corrected: rows.length - added, unchanged: taken.length - rows.length };
}
