import { sql } from "drizzle-orm";
import type { Id } from "#domain/id.ts";
import type { ImportActor } from "#domain/register-import/import-actor.ts";
import type { Db } from "../../client.server.ts";
import type { DistrictPlan } from "../../queries/import-districts.ts";
import { uuidArray } from "../../sql-arrays.ts";

/** Writes one district, new or under the id it has. */
export async function writeDistrict(
  db: Db,
  { organisationId }: ImportActor,
  { id, code, record }: Extract<DistrictPlan, { kind: "added" | "changed" }>,
  source: string,
): Promise<void> {
  const outline = JSON.stringify({ type: "MultiPolygon", coordinates: record.outline });
  await db.execute(sql`
    insert into district (id, organisation_id, code, name, outline_wgs84, is_approximate, source)
    values (${id}::uuid, ${organisationId}::uuid, ${code}, ${record.name},
      st_setsrid(st_geomfromgeojson(${outline}::text), 4326), false, ${source})
    on conflict (id) do update set name = excluded.name, outline_wgs84 = excluded.outline_wgs84,
      is_approximate = false, source = excluded.source`);
}

/** Takes away the approximate districts that a whole file of real ones does not name. */
export async function dropApproximateDistricts(
  db: Db,
  { organisationId }: ImportActor,
  plans: DistrictPlan[],
): Promise<{ id: Id; name: string }[]> {
  const kept = plans.flatMap((plan) => (plan.kind === "refused" ? [] : [plan.id]));
  const gone = sql`
    select d.id from district d where d.organisation_id = ${organisationId} and d.is_approximate
       and d.id <> all (${`{${kept.join(",")}}`}::uuid[])`;
  await db.execute(sql`
    update address set district_id = null where organisation_id = ${organisationId} and district_id in (${gone})`);
  return db.execute<{ id: Id; name: string }>(
    sql`delete from district where id in (${gone}) returning id, name`,
  );
}

/** An address by the water may lie just off the drawn coast: then the nearest district counts. */
const slackMeters = 500;

/** Puts every address, or only some, into the district it lies in, and returns the buildings whose district that changes. */
export async function assignDistricts(
  db: Db,
  { organisationId }: Pick<ImportActor, "organisationId">,
  addressIds: Id[] | null = null,
): Promise<Id[]> {
  const isMeant = addressIds === null ? sql`true` : sql`a.id = any (${uuidArray(addressIds)})`;
  const rows = await db.execute<{ id: Id }>(sql`
    with found as materialized (
      select a.id as address_id, coalesce(
        (select d.id from district d where d.organisation_id = a.organisation_id
            and st_covers(d.outline_wgs84, a.position_wgs84) order by d.code limit 1),
        (select d.id from district d where d.organisation_id = a.organisation_id
            and st_dwithin(st_transform(d.outline_wgs84, 25832), st_transform(a.position_wgs84, 25832), ${slackMeters})
          order by st_distance(st_transform(d.outline_wgs84, 25832), st_transform(a.position_wgs84, 25832)), d.code
          limit 1)) as district_id
        from address a where a.organisation_id = ${organisationId} and a.position_wgs84 is not null and ${isMeant}
    ), moved as (
      update address a set district_id = f.district_id from found f
       where a.id = f.address_id and a.district_id is distinct from f.district_id
      returning a.id
    )
    select b.id from building b join moved m on m.id = b.address_id order by b.id`);
  return rows.map(({ id }) => id);
}
