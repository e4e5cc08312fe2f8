import { sql, type SQL } from "drizzle-orm";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { Db } from "../../client.server.ts";
import { rowsParameter } from "../../queries/import-columns.ts";
import type { ChangedBuilding } from "./changed-building.ts";
import { registerSource } from "./write-versions.ts";

/**
 * Gives undivided floors their new areas from today. A space keeps its area for life, so it ends and another begins in its
 * place, and with it whatever covers it: tenancies and occupations go on under the same contract and unit. What began
 * today is amended in place. `followArea` has made sure that each floor is one whole space.
 */
export async function writeFollowedAreas(db: Db, changed: ChangedBuilding[], today: Day): Promise<void> {
  const parts = changed.flatMap(({ followed }) => followed ?? []);
  if (parts.length === 0) return;
  const rows = rowsParameter(
    parts.map(({ floorId, spaceId, areaM2 }) => ({
      ...{
        floor_id: floorId,
        space_id: spaceId,
        area_m2: areaM2,
        new_floor_id: newId(),
        new_space_id: newId(),
      },
    })),
  );
  const x = sql`jsonb_to_recordset(${rows}) as x(floor_id uuid, space_id uuid, area_m2 numeric, new_floor_id uuid, new_space_id uuid)`;
  const day = sql`${today}::date`;
  const spaceIds = parts.map(({ spaceId }) => spaceId);
  await replaceFloors(db, x, day);
  await replaceSpaces(db, x, day);
  await moveCovers(db, "tenancy", ["contract_id", "building_id", "side"], x, day, spaceIds);
  await moveCovers(
    db,
    "occupation",
    ["building_id", "unit_id", "purpose", "persons", "source", "recorded_on"],
    x,
    day,
    spaceIds,
  );
}

async function replaceFloors(db: Db, x: SQL, day: SQL): Promise<void> {
  await db.execute(sql`
    update floor f set area_m2 = x.area_m2 from ${x} where f.id = x.floor_id and f.valid_from = ${day}`);
  // The end a floor had is read before it is moved: both statements of one query see the same floor.
  const ended = await db.execute(sql`
    with old as (select f.id, f.valid_to from floor f join ${x} on f.id = x.floor_id and f.valid_from < ${day})
    update floor f set valid_to = ${day} from old where f.id = old.id
    returning f.id as floor_id, old.valid_to::text as valid_to`);
  await db.execute(sql`
    insert into floor (id, organisation_id, building_id, level, area_m2, valid_from, valid_to)
    select x.new_floor_id, f.organisation_id, f.building_id, f.level, x.area_m2, ${day}, e.valid_to
      from ${x} join floor f on f.id = x.floor_id
      join jsonb_to_recordset(${rowsParameter([...ended])}) as e(floor_id uuid, valid_to date) on e.floor_id = f.id`);
}

/** A floor that was amended in place keeps its id; every other has a new one by now. */
const floorNow = sql`coalesce((select n.id from floor n where n.id = x.new_floor_id), x.floor_id)`;

async function replaceSpaces(db: Db, x: SQL, day: SQL): Promise<void> {
  await db.execute(sql`
    update space s set area_m2 = x.area_m2, floor_id = ${floorNow}, source = ${registerSource}, method = 'register',
           recorded_on = ${day}
      from ${x} where s.id = x.space_id and s.valid_from = ${day}`);
  await db.execute(sql`
    insert into space (id, organisation_id, building_id, floor_id, number, name, room_use, area_m2, is_undivided,
      replaces_space_id, valid_from, valid_to, source, method, recorded_on)
    select x.new_space_id, s.organisation_id, s.building_id, ${floorNow}, s.number, s.name, s.room_use, x.area_m2,
           s.is_undivided, s.id, ${day}, s.valid_to, ${registerSource}, 'register', ${day}
      from ${x} join space s on s.id = x.space_id and s.valid_from < ${day}`);
  await db.execute(sql`
    update space s set valid_to = ${day} from ${x} where s.id = x.space_id and s.valid_from < ${day}`);
}

/** Lets what covers a replaced space go on over its successor; what is yet to begin simply moves there. */
async function moveCovers(
  db: Db,
  table: "tenancy" | "occupation",
  kept: string[],
  x: SQL,
  day: SQL,
  spaceIds: Id[],
): Promise<void> {
  const cover = sql.identifier(table);
  const columns = sql.raw(kept.join(", "));
  const copied = sql.raw(kept.map((column) => `c.${column}`).join(", "));
  const successor = sql`${x} join space n on n.id = x.new_space_id`;
  const current = await db.execute<{ id: Id }>(sql`
    select c.id from ${cover} c
     where c.space_id = any (${`{${spaceIds.join(",")}}`}::uuid[]) and c.valid_from < ${day}
       and (c.valid_to is null or c.valid_to > ${day}) order by c.id`);
  await db.execute(sql`
    update ${cover} c set space_id = n.id from ${successor} where c.space_id = x.space_id and c.valid_from >= ${day}`);
  const copies = rowsParameter(current.map(({ id }) => ({ id, new_id: newId() })));
  await db.execute(sql`
    insert into ${cover} (id, organisation_id, space_id, valid_from, valid_to, ${columns})
    select k.new_id, c.organisation_id, n.id, ${day}, c.valid_to, ${copied}
      from jsonb_to_recordset(${copies}) as k(id uuid, new_id uuid) join ${cover} c on c.id = k.id
      join (${sql`select x.space_id, n.id from ${successor}`}) n on n.space_id = c.space_id`);
  await db.execute(sql`
    update ${cover} c set valid_to = ${day}
      from jsonb_to_recordset(${copies}) as k(id uuid, new_id uuid)
     where c.id = k.id and exists (select 1 from ${successor} where x.space_id = c.space_id)`);
}
