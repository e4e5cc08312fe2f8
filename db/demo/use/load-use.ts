import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { addDays, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { useConfidence, weeksForPeak } from "#domain/use/use-confidence.ts";
import { usePeriods, type UsePeriod } from "#domain/use/use-week.ts";
import { DemoIds } from "../demo-ids.ts";
import { insertTables } from "../insert-tables.ts";
import { Random } from "../random.ts";
import { drawHabit, drawWeek } from "./draw-week.ts";
import { weekShapes, type WeekShape } from "./week-shapes.ts";

const source = "Demo: pladser efter m² (fiktivt)";

/** Smaller than this is a shed: nobody is there by the hour. */
const leastM2 = 90;

/** How long the demo's patterns have held. */
const heldDays = 400;

interface House {
  unitId: Id;
  buildingId: Id;
  kind: string;
  areaM2: number;
}

/**
 * Gives every unit of a demo a typical week in each of its houses, and houses and rooms their places. Once: where there
 * are patterns nothing happens. Returns whether they were loaded now.
 */
export async function loadDemoUse(db: Db, organisationId: Id, loadDay: Day): Promise<boolean> {
  const [demo] = await db.execute<{ seed: number | null; present: boolean }>(sql`
    select demo_seed as seed, exists (select 1 from use_pattern where organisation_id = ${organisationId}) as present
      from organisation where id = ${organisationId}`);
  if (!demo || demo.seed === null || demo.present) return false;
  const houses = await listHouses(db, organisationId, loadDay);
  const random = new Random(`ejendomsportalen/${demo.seed}/${loadDay}/use`);
  const rows = writeUse(random, houses, { organisationId, loadDay });
  await db.transaction(async (tx) => {
    await insertTables(tx, rows);
    await placesInRooms(tx, organisationId, loadDay);
  });
  return true;
}

async function listHouses(db: Db, organisationId: Id, loadDay: Day): Promise<House[]> {
  const rows = await db.execute<House & Record<string, unknown>>(sql`
    select x.unit_id as "unitId", x.building_id as "buildingId", u.kind, sum(x.area_m2)::float8 as "areaM2"
      from (select distinct k.unit_id, t.building_id, s.id, s.area_m2
              from contract k join tenancy t on t.contract_id = k.id join space s on s.id = t.space_id
             where k.organisation_id = ${organisationId} and k.unit_id is not null
               and t.valid_from <= ${loadDay}::date and (t.valid_to is null or t.valid_to > ${loadDay}::date)) x
      join unit u on u.id = x.unit_id
     group by 1, 2, 3 having sum(x.area_m2) >= ${leastM2} order by 1, 2`);
  return [...rows];
}

interface Writing {
  organisationId: Id;
  loadDay: Day;
}

function writeUse(random: Random, houses: House[], { organisationId, loadDay }: Writing) {
  const ids = new DemoIds(random.stream("ids"), loadDay);
  const days = { validFrom: addDays(loadDay, -heldDays), validTo: null };
  const usePattern: object[] = [];
  const useCapacity: object[] = [];
  for (const { unitId, buildingId, kind, areaM2 } of houses) {
    const shape = weekShapes[kind] ?? weekShapes["office"]!;
    const whose = { organisationId, buildingId, unitId, ...days };
    const persons = Math.max(2, Math.round((areaM2 / shape.m2PerPlace) * random.between(0.85, 1.1)));
    useCapacity.push({ id: ids.next(), ...whose, spaceId: null, persons, source });
    const habit = drawHabit(random);
    const weeks = shape.source === "estimate" ? 0 : random.int(6, 30);
    for (const period of usePeriods)
      usePattern.push({
        ...{ id: ids.next(), ...whose, spaceId: null, period, source: shape.source, notedBy: null },
        ...weekOf(random, shape, habit, { period, places: persons, weeks }),
        recordedOn: addDays(loadDay, -random.int(20, 380)),
      });
  }
  return { usePattern, useCapacity };
}

/** What was seen for eight weeks has a peak beside its mean, and a calmer period was seen for fewer. */
function weekOf(
  random: Random,
  shape: WeekShape,
  habit: ReturnType<typeof drawHabit>,
  { period, places, weeks }: { period: UsePeriod; places: number; weeks: number },
) {
  const weeksObserved = period === "term" ? weeks : Math.floor(weeks / 4);
  const persons = drawWeek(shape, habit, period, places);
  const over = random.between(1.12, 1.35);
  return {
    persons,
    personsP95: weeksObserved >= weeksForPeak ? persons.map((mean) => Math.ceil(mean * over)) : null,
    weeksObserved,
    confidence: useConfidence(shape.source, weeksObserved),
  };
}

/** Rooms that were recorded one by one have room for whom their occupation says. */
async function placesInRooms(db: Db, organisationId: Id, loadDay: Day): Promise<void> {
  await db.execute(sql`
    insert into use_capacity (id, organisation_id, building_id, unit_id, space_id, persons, source, valid_from)
    select md5(o.space_id::text || 'places')::uuid, o.organisation_id, o.building_id, null, o.space_id, max(o.persons),
           'Demo: pladser i rummet (fiktivt)', min(o.valid_from)
      from occupation o
     where o.organisation_id = ${organisationId} and o.persons > 0
       and o.valid_from <= ${loadDay}::date and (o.valid_to is null or o.valid_to > ${loadDay}::date)
     group by o.space_id, o.organisation_id, o.building_id`);
  await db.execute(sql`analyze use_capacity`);
}
