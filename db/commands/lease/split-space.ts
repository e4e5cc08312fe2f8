import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";

interface Undivided extends Record<string, unknown> {
  id: Id;
  number: string;
  areaM2: number;
  validFrom: Day;
  validTo: Day | null;
}

/**
 * Takes some m² of an undivided floor as a space of its own from a day. Of several undivided parts it is the smallest that is free and
 * large enough. All of it taken, it is not split. Answers the space that was asked for. Inside a transaction.
 */
export async function takeFromFloor(
  tx: Db,
  organisationId: Id,
  taken: { floorId: Id; areaM2: number; on: Day; until: Day | null; side: "in" | "out" },
): Promise<Id> {
  const { floorId, areaM2, on, until, side } = taken;
  const [space] = await tx.execute<{ id: Id; areaM2: number }>(sql`
    select id, area_m2::float8 as "areaM2" from space
     where floor_id = ${floorId} and organisation_id = ${organisationId} and is_undivided and valid_from <= ${on}::date
       and (valid_to is null or valid_to > ${on}::date) and area_m2 >= ${areaM2}
       and not exists (select 1 from tenancy t where t.space_id = space.id and t.side = ${side}
             and daterange(t.valid_from, t.valid_to) && daterange(${on}::date, ${until}::date))
     order by area_m2, id limit 1 for update`);
  if (!space) throw new Error(`floor ${floorId} has no undivided space on ${on}`);
  if (areaM2 >= space.areaM2) return space.id;
  return (await splitSpace(tx, space.id, { areaM2, on, isUndivided: false })).part;
}

/**
 * Splits a space from a day: it ends, and two begin that name it, so that the floor's area is what it was. Whoever stood on it (the
 * lease by which we rent it ourselves, who uses it) stands on both. `isUndivided` says what the part of so many m² is. Inside a transaction.
 */
export async function splitSpace(
  tx: Db,
  spaceId: Id,
  { areaM2, on, isUndivided }: { areaM2: number; on: Day; isUndivided: boolean },
): Promise<{ part: Id; rest: Id }> {
  const [space] = await tx.execute<Undivided>(sql`
    select id, number, area_m2::float8 as "areaM2", valid_from::text as "validFrom", valid_to::text as "validTo"
      from space where id = ${spaceId} for update`);
  const [part, rest] = [newId(), newId()];
  await endSpace(tx, space!, on);
  const parts = [
    { id: part, areaM2, isUndivided, suffix: `.${String(Date.parse(on) / 86_400_000).slice(-4)}` },
    { id: rest, areaM2: Math.round((space!.areaM2 - areaM2) * 100) / 100, isUndivided: true, suffix: "" },
  ];
  for (const one of parts)
    await tx.execute(sql`
      insert into space (id, organisation_id, building_id, floor_id, number, name, room_use, area_m2, is_undivided, replaces_space_id,
                         valid_from, valid_to, source, method, recorded_on)
      select ${one.id}, organisation_id, building_id, floor_id, number || ${one.suffix}, name, room_use, ${one.areaM2}, ${one.isUndivided},
             ${space!.validFrom === on ? sql`replaces_space_id` : sql`id`}, ${on}::date, ${space!.validTo}::date, source, method, ${on}::date
        from space where id = ${spaceId}`);
  for (const { id } of parts) await follow(tx, spaceId, id, on);
  await endFollowed(tx, spaceId, on);
  return { part, rest };
}

/** A space that began today has not been true of any day that is over: it is shut at once, with the area it had. */
async function endSpace(tx: Db, space: Undivided, on: Day): Promise<void> {
  if (space.validFrom < on)
    await tx.execute(sql`update space set valid_to = ${on}::date where id = ${space.id}`);
  else await tx.execute(sql`update space set area_m2 = 0, valid_to = ${on}::date + 1 where id = ${space.id}`);
}

async function follow(tx: Db, from: Id, to: Id, on: Day): Promise<void> {
  await tx.execute(sql`
    insert into tenancy (id, organisation_id, contract_id, building_id, space_id, side, valid_from, valid_to)
    select gen_random_uuid(), organisation_id, contract_id, building_id, ${to}, side, greatest(valid_from, ${on}::date), valid_to
      from tenancy where space_id = ${from} and (valid_to is null or valid_to > ${on}::date)`);
  await tx.execute(sql`
    insert into occupation (id, organisation_id, building_id, space_id, unit_id, purpose, persons, valid_from, valid_to, source, recorded_on)
    select gen_random_uuid(), organisation_id, building_id, ${to}, unit_id, purpose, null, greatest(valid_from, ${on}::date), valid_to, source, ${on}::date
      from occupation where space_id = ${from} and (valid_to is null or valid_to > ${on}::date)`);
}

async function endFollowed(tx: Db, spaceId: Id, on: Day): Promise<void> {
  for (const table of ["tenancy", "occupation"] as const) {
    const name = sql.identifier(table);
    await tx.execute(sql`delete from ${name} where space_id = ${spaceId} and valid_from >= ${on}::date`);
    await tx.execute(sql`update ${name} set valid_to = ${on}::date where space_id = ${spaceId}
      and (valid_to is null or valid_to > ${on}::date)`);
  }
}
