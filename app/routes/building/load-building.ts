import type { BuildingFacts } from "#db/queries/building/get-building.ts";
import { getBuilding } from "#db/queries/building/get-building.ts";
import { listBuildingLeases } from "#db/queries/building/list-building-leases.ts";
import { listFloors } from "#db/queries/building/list-floors.ts";
import { listHistory } from "#db/queries/building/list-history.ts";
import { listMaintenanceReceived } from "#db/queries/building/list-maintenance-received.ts";
import { listNeighbours } from "#db/queries/building/list-neighbours.ts";
import { listOccupations } from "#db/queries/building/list-occupations.ts";
import { listUpkeep } from "#db/queries/building/list-upkeep.ts";
import { listChanges } from "#db/queries/audit.ts";
import type { Db } from "#db/client.server.ts";
import { may } from "#domain/access.ts";
import type { Actor } from "#domain/actor.ts";
import { codeNameOf } from "#domain/building-codes.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { readGeometry } from "#geo/geojson.ts";
import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import { planExtent, sitePlan, type SitePlan, type Standing } from "#geo/site-plan.ts";

const changesShown = 10;

/** Everything the page of a building shows, on one day; null where the actor may not know of it that day. */
export async function loadBuilding(db: Db, actor: Actor, id: Id, on: Day) {
  const facts = await getBuilding(db, actor, id, on);
  if (!facts) return null;
  const [floors, leases, occupations, upkeep, received, history, changes, plan] = await Promise.all([
    listFloors(db, actor, id, on),
    listBuildingLeases(db, actor, id, on),
    listOccupations(db, actor, id, on),
    listUpkeep(db, actor, id, on),
    listMaintenanceReceived(db, actor, id, on),
    listHistory(db, actor, id, on),
    mayReadChanges(actor)
      ? listChanges(db, actor, { entity: "building", entityId: id, after: null, limit: changesShown })
      : null,
    planAround(db, actor, facts, on),
  ]);
  const { footprint: _, ...building } = facts;
  return {
    building,
    codes: codesOf(facts),
    floors,
    leases,
    occupations,
    upkeep,
    received,
    history,
    changes,
    plan,
  };
}

export type BuildingPage = NonNullable<Awaited<ReturnType<typeof loadBuilding>>>;

const mayReadChanges = (actor: Actor) => may(actor, "audit", "read");

/** The names behind the codes, looked up here so that the lists stay on the server. */
const codesOf = (facts: BuildingFacts) => ({
  walls: codeNameOf("walls", facts.wallCode),
  roof: codeNameOf("roofs", facts.roofCode),
  heating: codeNameOf("heatings", facts.heatingCode),
  heatingMedium: codeNameOf("heatingMedia", facts.heatingMediumCode),
  preservation: codeNameOf("listings", facts.preservationCode),
});

/** Metres to a degree, about, in Copenhagen: only to ask the database for what may be near. */
const metersADegree = { lon: 62_000, lat: 111_000 };

async function planAround(db: Db, actor: Actor, facts: BuildingFacts, on: Day): Promise<SitePlan | null> {
  if (!facts.position) return null;
  const here = standing(facts.name, facts.position, facts.footprint);
  const extent = planExtent(here);
  const reach = {
    lon: (extent.halfWidthMeters * 1.2) / metersADegree.lon,
    lat: (extent.halfHeightMeters * 1.2) / metersADegree.lat,
  };
  const rows = await listNeighbours(db, actor, { id: facts.id, position: facts.position }, reach, on);
  return sitePlan(
    here,
    rows.map((row) => standing(row.name, row.position, row.footprint)),
  );
}

const standing = (name: string, position: Position, geojson: string | null): Standing => ({
  name,
  position,
  footprint: geojson ? outlineOf(geojson) : null,
});

function outlineOf(geojson: string): MultiPolygonCoordinates | null {
  const reading = readGeometry(JSON.parse(geojson));
  if (!reading.ok || reading.value.type === "Point") return null;
  return reading.value.type === "Polygon" ? [reading.value.coordinates] : reading.value.coordinates;
}
