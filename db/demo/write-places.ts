import type { Position } from "#geo/position.ts";
import { districtOf } from "#geo/base.ts";
import { yearOf, type Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { DemoIds } from "./demo-ids.ts";
import type { DemoBuilding, Site } from "./model.ts";
import { fictionMark } from "./names.ts";
import type { AddressRow, BuildingRow, DemoPortfolio, Ewkt, PropertyRow } from "./rows.ts";

/** What the writers share: whose rows they are, where ids come from, and the day of it all. */
export interface Writing {
  organisationId: Id;
  ids: DemoIds;
  loadDay: Day;
  rows: DemoPortfolio;
}

export const pointText = ([lon, lat]: Position): Ewkt => `SRID=4326;POINT(${lon} ${lat})`;

/** A MultiPolygon as the database reads it. */
export const multiPolygonText = (polygons: Position[][][]): Ewkt =>
  `SRID=4326;MULTIPOLYGON(${polygons
    .map(
      (rings) =>
        `(${rings.map((ring) => `(${ring.map(([lon, lat]) => `${lon} ${lat}`).join(",")})`).join(",")})`,
    )
    .join(",")})`;

const firstBfe = 9_900_001;

/** Writes properties, addresses and buildings. Neighbouring sites of one property number share their property. */
export function writePlaces(
  { organisationId, ids, rows }: Writing,
  sites: Site[],
  districtIds: Map<number, Id>,
): void {
  const properties = new Map<number, PropertyRow>();
  for (const site of sites) {
    const place = site.place!;
    const addressText = `${place.street} ${place.houseNumber}`;
    const property = properties.get(site.propertyNumber) ?? {
      id: ids.next(),
      organisationId,
      bfeNumber: firstBfe + properties.size,
      name: `Ejendommen ${addressText}`,
      source: "Demo",
      recordedOn: site.start,
    };
    if (!properties.has(site.propertyNumber)) rows.property.push(property);
    properties.set(site.propertyNumber, property);
    const district = districtOf(place.position) ?? districtOf(site.buildings[0]!.position);
    const address: AddressRow = {
      id: ids.next(),
      organisationId,
      propertyId: property.id,
      darId: ids.foreign(),
      street: place.street,
      houseNumber: place.houseNumber,
      postcode: place.postcode,
      town: place.town,
      districtId: (district && districtIds.get(district.code)) ?? null,
      positionWgs84: pointText(place.position),
    };
    rows.address.push(address);
    const taken = rows.building.filter((row) => row.propertyId === property.id).length;
    site.buildings.forEach((building, index) => {
      rows.building.push(
        buildingRow(building, { organisationId, ids, address, bbrNumber: taken + index + 1 }),
      );
    });
  }
}

function buildingRow(
  building: DemoBuilding,
  {
    organisationId,
    ids,
    address,
    bbrNumber,
  }: { organisationId: Id; ids: DemoIds; address: AddressRow; bbrNumber: number },
): BuildingRow {
  return {
    id: building.id,
    organisationId,
    propertyId: address.propertyId,
    addressId: address.id,
    bbrId: ids.foreign(),
    bbrNumber,
    name: `${building.name} ${fictionMark}`,
    positionWgs84: pointText(building.position),
    footprintWgs84: multiPolygonText(building.footprint),
    state: "registered",
    source: building.site.kind === "outside" ? "Indberettet af forvaltningen (demo)" : "Demo",
    recordedOn: yearOf(building.start) < 2006 ? "2006-01-01" : building.start,
  };
}
