import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";

interface Step extends Record<string, unknown> {
  day: Day;
  areaM2: number;
}

/**
 * Makes what we rent in buildings agree with its leases from a day on: the m² under rented-in tenancies of leases that KEjd
 * knows are what is held as leasedIn, step by step; where none are left, the building leaves the portfolio. Earlier days stay as
 * they were; owned buildings are left alone. Called in the transaction that begins, ends or takes over such a lease, after it.
 */
export async function holdRentedArea(
  tx: Db,
  organisationId: Id,
  buildingIds: readonly Id[],
  from: Day,
): Promise<void> {
  for (const buildingId of new Set(buildingIds)) {
    const [newest] = await tx.execute<{ version: Record<string, unknown> }>(sql`
      select to_jsonb(v) as version from building_version v
       where v.building_id = ${buildingId} and v.organisation_id = ${organisationId} order by v.valid_from desc limit 1`);
    if (!newest || newest.version.tenure === "owned") continue;
    const steps = await stepsOf(tx, buildingId, from);
    await tx.execute(
      sql`delete from building_version where building_id = ${buildingId} and valid_from >= ${from}::date`,
    );
    await tx.execute(sql`
      update building_version set valid_to = ${from}::date
       where building_id = ${buildingId} and (valid_to is null or valid_to > ${from}::date)`);
    const rows = steps.flatMap(({ day, areaM2 }, index) =>
      areaM2 === 0
        ? []
        : {
            ...newest.version,
            ...{ id: newId(), valid_from: day, valid_to: steps[index + 1]?.day ?? null },
            ...{ tenure: "leasedIn", held_area_m2: areaM2 },
          },
    );
    await tx.execute(sql`
      insert into building_version select * from json_populate_recordset(null::building_version, ${JSON.stringify(rows)}::json)`);
  }
}

/** The days from one on when the m² that we rent in a building change, and what they change to. */
async function stepsOf(tx: Db, buildingId: Id, from: Day): Promise<Step[]> {
  const steps = await tx.execute<Step>(sql`
    with rented as (
      select greatest(t.valid_from, k.known_from) as valid_from, t.valid_to, s.area_m2
        from tenancy t join contract k on k.id = t.contract_id join space s on s.id = t.space_id
       where t.building_id = ${buildingId} and t.side = 'in' and k.known_from is not null
    ), turn as (
      select ${from}::date as day union select valid_from from rented union select valid_to from rented
    )
    select t.day::text as day, coalesce((select sum(r.area_m2) from rented r
             where r.valid_from <= t.day and (r.valid_to is null or r.valid_to > t.day)), 0)::float8 as "areaM2"
      from turn t where t.day >= ${from}::date order by t.day`);
  return steps.filter(({ areaM2 }, index) => index === 0 || areaM2 !== steps[index - 1]!.areaM2);
}
