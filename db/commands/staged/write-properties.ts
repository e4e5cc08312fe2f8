import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { PlannedBuilding } from "#domain/staged/plan-confirmation.ts";
import type { Db } from "../../client.server.ts";
import { rowsParameter } from "../../queries/import-columns.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { registerSource } from "../import/write-versions.ts";

/** Where a building will be addressed: an address with its property, or one to be made (`propertyId` null). */
export interface AddressPlan {
  addressId: Id;
  propertyId: Id | null;
  key: string;
}

type Planned = PlannedBuilding & { buildingId: Id };

/**
 * The property of each building: by its BFE number; without one, the property of its address, of the buildings that we
 * have on the same ground, or a new one without a number for each ground or address.
 */
export async function findProperties(
  tx: Db,
  actor: Actor,
  planned: Planned[],
  plans: Map<Planned, AddressPlan>,
  today: Day,
): Promise<Map<Planned, Id>> {
  const byBfe = await listByBfe(tx, actor, planned);
  const byGround = await listByGround(tx, actor, planned);
  const made = new Map<string, { id: Id; bfeNumber: number | null; name: string }>();
  const make = (key: string, { bfeNumber, address }: Planned): Id => {
    const one = made.get(key) ?? { id: newId(), bfeNumber, name: `${address.street} ${address.houseNumber}` };
    made.set(key, one);
    return one.id;
  };
  const chosen = planned.map((building): [Planned, Id] => {
    const { bfeNumber, row } = building;
    const { groundId } = row.facts;
    if (bfeNumber !== null) return [building, byBfe.get(bfeNumber) ?? make(`bfe ${bfeNumber}`, building)];
    const plan = plans.get(building)!;
    const ours = plan.propertyId ?? (groundId ? byGround.get(groundId) : undefined);
    return [building, ours ?? make(groundId ? `ground ${groundId}` : `address ${plan.key}`, building)];
  });
  await insertProperties(tx, actor, [...made.values()], today);
  return new Map(chosen);
}

async function listByBfe(tx: Db, actor: Actor, planned: Planned[]): Promise<Map<number, Id>> {
  const numbers = [...new Set(planned.flatMap(({ bfeNumber }) => bfeNumber ?? []))];
  if (numbers.length === 0) return new Map();
  const rows = await tx.execute<{ id: Id; bfeNumber: number }>(sql`
    select id, bfe_number::float8 as "bfeNumber" from property
     where organisation_id = ${actor.organisationId} and bfe_number = any (${`{${numbers.join(",")}}`}::bigint[])`);
  return new Map(rows.map(({ id, bfeNumber }) => [bfeNumber, id]));
}

async function listByGround(tx: Db, actor: Actor, planned: Planned[]): Promise<Map<Id, Id>> {
  const grounds = [...new Set(planned.flatMap(({ row }) => row.facts.groundId ?? []))];
  if (grounds.length === 0) return new Map();
  const rows = await tx.execute<{ groundId: Id; propertyId: Id }>(sql`
    select distinct on (s.facts ->> 'groundId') s.facts ->> 'groundId' as "groundId", b.property_id as "propertyId"
      from staged_building s join building b on b.id = s.building_id
     where s.organisation_id = ${actor.organisationId} and s.decision = 'confirmed'
       and s.facts ->> 'groundId' = any ((${uuidArray(grounds)})::text[])
     order by s.facts ->> 'groundId', s.id`);
  return new Map(rows.map(({ groundId, propertyId }) => [groundId, propertyId]));
}

async function insertProperties(
  tx: Db,
  actor: Actor,
  properties: { id: Id; bfeNumber: number | null; name: string }[],
  today: Day,
): Promise<void> {
  if (properties.length === 0) return;
  await tx.execute(sql`
    insert into property (id, organisation_id, bfe_number, name, source, recorded_on)
    select x.id, ${actor.organisationId}::uuid, x."bfeNumber", x.name, ${registerSource}, ${today}::date
      from jsonb_to_recordset(${rowsParameter(properties)}) as x(id uuid, "bfeNumber" bigint, name text)`);
}
