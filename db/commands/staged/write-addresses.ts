import { sql } from "drizzle-orm";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";
import type { PlannedBuilding } from "#domain/staged/plan-confirmation.ts";
import type { PostalAddress } from "#domain/staged/staged-row.ts";
import type { Db } from "../../client.server.ts";
import { rowsParameter } from "../../queries/import-columns.ts";
import { uuidArray } from "../../sql-arrays.ts";
import { assignDistricts } from "../import/write-districts.ts";
import { findProperties, type AddressPlan } from "./write-properties.ts";

/** A building to be, with the property and address that it will stand on. */
export type PlacedBuilding = PlannedBuilding & { buildingId: Id; propertyId: Id; addressId: Id };

type Planned = PlannedBuilding & { buildingId: Id };

const textKey = ({ street, houseNumber, postcode }: PostalAddress): string =>
  `${street}|${houseNumber}|${postcode}`.toLowerCase().replaceAll(/\s+/g, " ");

/** Finds the address and the property of each building, and makes those that are not there. */
export async function findAddresses(
  tx: Db,
  actor: Actor,
  planned: Planned[],
  today: Day,
): Promise<PlacedBuilding[]> {
  const plans = await planAddresses(tx, actor, planned);
  const propertyIds = await findProperties(tx, actor, planned, plans, today);
  const placed = planned.map((building): PlacedBuilding => {
    const plan = plans.get(building)!;
    return { ...building, propertyId: propertyIds.get(building)!, addressId: plan.addressId };
  });
  await insertAddresses(tx, actor, placed, plans, planned);
  return placed;
}

/** One plan an address: its id, ours already or new; buildings at one address share it. */
async function planAddresses(tx: Db, actor: Actor, planned: Planned[]): Promise<Map<Planned, AddressPlan>> {
  const found = await listByText(tx, actor, planned);
  const known = await listProperties(tx, actor, [
    ...planned.flatMap(({ addressId }) => addressId ?? []),
    ...found.values(),
  ]);
  const byText = new Map<string, AddressPlan>();
  const plans = new Map<Planned, AddressPlan>();
  for (const building of planned) {
    const key = textKey(building.address);
    const ours = building.addressId ?? found.get(key);
    const plan: AddressPlan = ours
      ? { addressId: ours, propertyId: known.get(ours)!, key }
      : (byText.get(key) ?? { addressId: newId(), propertyId: null, key });
    if (!ours) byText.set(key, plan);
    plans.set(building, plan);
  }
  return plans;
}

async function listByText(tx: Db, actor: Actor, planned: Planned[]): Promise<Map<string, Id>> {
  const texts = new Map(
    planned.filter(({ addressId }) => !addressId).map(({ address }) => [textKey(address), address]),
  );
  if (texts.size === 0) return new Map();
  const rows = [...texts].map(([key, { street, houseNumber, postcode }]) => ({
    key,
    street,
    houseNumber,
    postcode,
  }));
  const found = await tx.execute<{ key: string; id: Id }>(sql`
    select distinct on (x.key) x.key, a.id
      from jsonb_to_recordset(${rowsParameter(rows)}) as x(key text, street text, "houseNumber" text, postcode text)
      join address a on a.organisation_id = ${actor.organisationId} and a.postcode = x.postcode
       and lower(a.house_number) = lower(x."houseNumber") and fold_danish(a.street) = fold_danish(x.street)
     order by x.key, a.id`);
  return new Map(found.map(({ key, id }) => [key, id]));
}

async function listProperties(tx: Db, actor: Actor, addressIds: Id[]): Promise<Map<Id, Id>> {
  const rows = await tx.execute<{ id: Id; propertyId: Id }>(sql`
    select id, property_id as "propertyId" from address
     where organisation_id = ${actor.organisationId} and id = any (${uuidArray(addressIds)})`);
  return new Map(rows.map(({ id, propertyId }) => [id, propertyId]));
}

/** New addresses stand where their first building does. One that a single DAR id names takes it, unless it is taken. */
async function insertAddresses(
  tx: Db,
  actor: Actor,
  placed: PlacedBuilding[],
  plans: Map<Planned, AddressPlan>,
  planned: Planned[],
): Promise<void> {
  const groups = new Map<Id, PlacedBuilding[]>();
  placed.forEach((building, index) => {
    if (plans.get(planned[index]!)!.propertyId !== null) return;
    groups.set(building.addressId, [...(groups.get(building.addressId) ?? []), building]);
  });
  if (groups.size === 0) return;
  const darIds = new Map<string, number>();
  const rows = [...groups].map(([id, [first, ...others]]) => {
    const named = new Set([first!, ...others].map(({ row }) => row.facts.darId ?? null));
    const darId = named.size === 1 ? [...named][0]! : null;
    if (darId) darIds.set(darId, (darIds.get(darId) ?? 0) + 1);
    const [lon, lat] = first!.position;
    return { id, ...first!.address, propertyId: first!.propertyId, darId, lon, lat };
  });
  await tx.execute(sql`
    insert into address (id, organisation_id, property_id, dar_id, street, house_number, postcode, town, position_wgs84)
    select x.id, ${actor.organisationId}::uuid, x."propertyId",
           case when not exists (select 1 from address o where o.organisation_id = ${actor.organisationId}
             and o.dar_id = x."darId") then x."darId" end,
           x.street, x."houseNumber", x.postcode, x.town, st_setsrid(st_makepoint(x.lon, x.lat), 4326)
      from jsonb_to_recordset(${rowsParameter(rows.map((row) => ({ ...row, darId: darIds.get(row.darId ?? "") === 1 ? row.darId : null })))})
        as x(id uuid, "propertyId" uuid, "darId" uuid, street text, "houseNumber" text, postcode text, town text,
             lon float8, lat float8)`);
  await assignDistricts(tx, actor, [...groups.keys()]);
}
