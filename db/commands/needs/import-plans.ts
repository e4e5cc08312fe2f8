import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { withinAdministrations } from "#db/queries/needs/visible-needs.ts";
import { arrayText, uuidArray } from "#db/sql-arrays.ts";
import type { Actor } from "#domain/actor.ts";
import { readPlanRow, type PlanRow, type PlanRowRefusal } from "#domain/colocation/needs/plan-row.ts";
import { dayAt } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import { recordChange } from "../record-change.ts";

/** What became of a file of plans, or would become of it. A refused line is named by its place in the file, from 0. */
export interface PlansAnswer {
  added: number;
  changed: number;
  unchanged: number;
  refused: ({ index: number } & PlanRowRefusal)[];
}

type Placed = PlanRow & { administrationId: Id; districtId: Id | null };
type Table = { source: string; records: readonly Readonly<Record<string, string>>[] };

/**
 * Brings in administrations' long-term plans. Dry, it says what would come of it and writes nothing. What cannot be read, is unknown
 * or is not the actor's to plan is refused line by line, and the rest comes in; the same file again changes nothing.
 */
export const importPlans = (
  db: Db,
  actor: Actor,
  { source, records }: Table,
  { isDry }: { isDry: boolean },
  now: Date,
): Promise<PlansAnswer> =>
  db.transaction(async (tx) => {
    const places = await findPlaces(tx, actor);
    const refused: PlansAnswer["refused"] = [];
    const seen = new Set<string>();
    const taken = records.flatMap((record, index): Placed[] => {
      const placed = place(record, places);
      if ("reason" in placed) {
        refused.push({ index, ...placed });
        return [];
      }
      const key = `${placed.administrationId} ${placed.districtId} ${placed.kind} ${placed.year}`;
      if (seen.has(key)) {
        refused.push({ index, field: "year", reason: "twice" });
        return [];
      }
      seen.add(key);
      return [placed];
    });
    const counts = await write(tx, actor, source, taken, { isDry, now });
    if (!isDry && counts.added + counts.changed > 0)
      await recordChange(tx, actor, {
        ...{ action: "import", entity: "administrationPlan", entityId: newId() },
        changes: {
          source: { from: null, to: source },
          added: { from: null, to: counts.added },
          changed: { from: null, to: counts.changed },
        },
      });
    return { ...counts, refused };
  });

interface Places {
  administrations: Map<string, { id: Id; isOwn: boolean }>;
  districts: Map<string, Id>;
}

/** The organisation's administrations and districts by code and by name. */
async function findPlaces(tx: Db, actor: Actor): Promise<Places> {
  // Whoever brings plans in at the same time takes turns, so that what is sent twice at once is written once.
  await tx.execute(sql`select 1 from organisation where id = ${actor.organisationId} for no key update`);
  const administrations = await tx.execute<{ id: Id; code: string; name: string; isOwn: boolean }>(sql`
    select a.id, a.code, a.name, ${withinAdministrations(actor, sql`a`, "write")} as "isOwn"
      from (select id, id as administration_id, organisation_id, code, name from administration) a
     where a.organisation_id = ${actor.organisationId} limit 1000`);
  const districts = await tx.execute<{ id: Id; code: string; name: string }>(
    sql`select id, code, name from district where organisation_id = ${actor.organisationId} limit 1000`,
  );
  return {
    administrations: new Map(
      administrations.flatMap(({ id, code, name, isOwn }) =>
        [code, name].map((one) => [one.toLowerCase(), { id, isOwn }] as const),
      ),
    ),
    districts: new Map(
      districts.flatMap(({ id, code, name }) => [code, name].map((one) => [one.toLowerCase(), id] as const)),
    ),
  };
}

function place(
  record: Readonly<Record<string, string>>,
  { administrations, districts }: Places,
): Placed | PlanRowRefusal {
  const read = readPlanRow(record);
  if (!read.ok) return { field: read.field, reason: read.reason };
  const { administration, district } = read.value;
  const found = administrations.get(administration.toLowerCase());
  if (!found) return { field: "administration", reason: "administration" };
  if (!found.isOwn) return { field: "administration", reason: "notYours" };
  const districtId = district === null ? null : districts.get(district.toLowerCase());
  if (districtId === undefined) return { field: "district", reason: "district" };
  return { ...read.value, administrationId: found.id, districtId };
}

/** Counts what is new, other and as it was, and writes the first two unless it is a trial. */
async function write(
  tx: Db,
  { organisationId }: Actor,
  source: string,
  taken: readonly Placed[],
  { isDry, now }: { isDry: boolean; now: Date },
) {
  const given = sql`
    select x.* from unnest(${uuidArray(taken.map(() => newId()))}, ${uuidArray(taken.map((one) => one.administrationId))},
        ${arrayText(taken.map(({ districtId }) => districtId ?? "NULL"))}::uuid[], ${sql.param(taken.map(({ kind }) => kind))}::text[],
        ${arrayText(taken.map(({ year }) => year))}::int[], ${arrayText(taken.map(({ quantity }) => quantity))}::int[])
      x(id, administration_id, district_id, kind, year, quantity)`;
  const [counts] = await tx.execute<{ added: number; changed: number; unchanged: number }>(sql`
    select count(*) filter (where p.id is null)::int as added,
           count(*) filter (where p.quantity <> g.quantity)::int as changed,
           count(*) filter (where p.quantity = g.quantity)::int as unchanged
      from (${given}) g left join administration_plan p on p.administration_id = g.administration_id and p.kind = g.kind
       and p.year = g.year and p.district_id is not distinct from g.district_id`);
  if (!isDry)
    await tx.execute(sql`
      insert into administration_plan as p (id, organisation_id, administration_id, district_id, kind, year, quantity, source, recorded_on)
      select g.id, ${organisationId}, g.administration_id, g.district_id, g.kind, g.year, g.quantity, ${source}, ${dayAt(now)}::date
        from (${given}) g
      on conflict (administration_id, kind, year, coalesce(district_id, administration_id)) do update
         set quantity = excluded.quantity, source = excluded.source, recorded_on = excluded.recorded_on
       where p.quantity <> excluded.quantity`);
  return counts!;
}
