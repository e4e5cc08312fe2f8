import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { dayAt, yearOf } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { ObservingKind } from "#domain/use/observation.ts";
import { spaceWeek, unitWeek, type RolledHour, type SpaceWeek } from "#domain/use/rolled-week.ts";
import type { UsePeriod } from "#domain/use/use-week.ts";
import { usePattern } from "#db/schema/index.ts";

interface SeenSpace {
  spaceId: Id;
  buildingId: Id;
  unitId: Id;
  kind: ObservingKind;
  period: UsePeriod;
  places: number | null;
  weeks: number;
  hours: RolledHour[];
}

/**
 * Writes the typical weeks of what was seen this year and last: of each space, and of a unit in a building where nearly all of its
 * places are watched. What was derived before gives way; what units tell themselves stays. May be done again at any time.
 */
export const derivePatterns = (db: Db, organisationId: Id, now: Date): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select 1 from organisation where id = ${organisationId} for no key update`);
    const spaces = (await listSeen(tx, organisationId, now)).map(spaceWeek);
    if (spaces.length === 0) return;
    const watched = await countPlaces(tx, organisationId, now);
    const units = unitWeek(spaces, (unitId, buildingId) => watched.get(`${unitId} ${buildingId}`) ?? 0);
    await replace(tx, organisationId, [...spaces, ...units], now);
  });

async function listSeen(tx: Db, organisationId: Id, now: Date): Promise<SeenSpace[]> {
  const today = dayAt(now);
  return [
    ...(await tx.execute<SeenSpace & Record<string, unknown>>(sql`
      select r.space_id as "spaceId", r.building_id as "buildingId", o.unit_id as "unitId", r.kind, r.period,
             (select c.persons from use_capacity c where c.space_id = r.space_id and c.valid_from <= ${today}::date
                 and (c.valid_to is null or c.valid_to > ${today}::date)) as places,
             (select count(distinct date_trunc('week', s.day))::int from use_seen_day s
                join use_day d on d.organisation_id = s.organisation_id and d.day = s.day and d.period = r.period
               where s.space_id = r.space_id and s.kind = r.kind) as weeks,
             json_agg(json_build_object('hour', r.week_hour, 'observed', r.observed, 'sum', r.persons_sum, 'top', r.top)) as hours
        from use_rollup r
        join lateral (select o.unit_id from occupation o where o.space_id = r.space_id and o.valid_from <= ${today}::date
                         and (o.valid_to is null or o.valid_to > ${today}::date) order by o.valid_from desc, o.id limit 1) o on true
       where r.organisation_id = ${organisationId} and r.year >= ${yearOf(today) - 1}
       group by 1, 2, 3, 4, 5 order by 1, 4, 5 limit 100000`)),
  ];
}

/** The places in the rooms of each unit in each building. */
async function countPlaces(tx: Db, organisationId: Id, now: Date): Promise<Map<string, number>> {
  const today = dayAt(now);
  const holds = (row: "o" | "c") => {
    const alias = sql.identifier(row);
    return sql`${alias}.valid_from <= ${today}::date and (${alias}.valid_to is null or ${alias}.valid_to > ${today}::date)`;
  };
  const rows = await tx.execute<{ key: string; places: number }>(sql`
    select o.unit_id || ' ' || o.building_id as key, sum(c.persons)::int as places
      from occupation o join use_capacity c on c.space_id = o.space_id
     where o.organisation_id = ${organisationId} and ${holds("o")} and ${holds("c")} group by 1`);
  return new Map(rows.map(({ key, places }) => [key, places]));
}

async function replace(tx: Db, organisationId: Id, weeks: SpaceWeek[], now: Date): Promise<void> {
  const today = dayAt(now);
  const keys = JSON.stringify(
    weeks.map(({ unitId, buildingId, spaceId, kind, period }) => ({
      ...{ unit: unitId, building: buildingId, space: spaceId, kind, period },
    })),
  );
  await tx.execute(sql`
    delete from use_pattern p
     using json_to_recordset(${keys}::json) as k(unit uuid, building uuid, space uuid, kind text, period text)
     where p.organisation_id = ${organisationId} and p.unit_id = k.unit and p.building_id = k.building
       and p.space_id is not distinct from k.space and p.source = k.kind and p.period = k.period`);
  const rows = weeks.map(({ kind, ...week }) => ({
    ...{
      ...week,
      id: newId(),
      organisationId,
      source: kind,
      recordedOn: today,
      validFrom: `${yearOf(today) - 1}-01-01`,
    },
  }));
  const most = 500;
  for (let start = 0; start < rows.length; start += most)
    await tx.insert(usePattern).values(rows.slice(start, start + most));
}
