import type { BuildingFacts } from "#db/queries/building/get-building.ts";
import { listNeighbours } from "#db/queries/building/list-neighbours.ts";
import type { Db } from "#db/client.server.ts";
import type { Actor } from "#domain/actor.ts";
import type { Day } from "#domain/day.ts";
import { readGeometry } from "#geo/geojson.ts";
import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import { planExtent, sitePlan, type SitePlan, type Standing } from "#geo/site-plan.ts";

/** Metres to a degree, about, in Copenhagen: only to ask the database for what may be near. */
const metersADegree = { lon: 62_000, lat: 111_000 };

/** A building with those of the actor's that stand near, ready to draw; null where nobody knows where it stands. */
export async function planAround(
  db: Db,
  actor: Actor,
  facts: Pick<BuildingFacts, "id" | "name" | "position" | "footprint">,
  on: Day,
): Promise<SitePlan | null> {
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
