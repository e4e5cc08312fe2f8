import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import type { Id } from "../id.ts";

/**
 * What a register says of a building; null is "the file does not say", which leaves ours alone. Areas in m². The names
 * are the columns of `building_version` in camel case.
 */
export interface BuildingFacts {
  useCode: string | null;
  bbrStatus: string | null;
  builtYear: number | null;
  rebuiltYear: number | null;
  grossAreaM2: number | null;
  housingAreaM2: number | null;
  businessAreaM2: number | null;
  footprintAreaM2: number | null;
  storeys: number | null;
  wallCode: string | null;
  roofCode: string | null;
  heatingCode: string | null;
  heatingMediumCode: string | null;
  isListed: boolean | null;
  preservationCode: string | null;
}
export type FactName = keyof BuildingFacts;

/**
 * What a register says of whose a building is and where: which property, ground and address. It makes a building out of a
 * row that waits; one that we have keeps its own, so an import never compares these. `groundId` and `darId` are BBR's
 * references (grund, husnummer); Datafordeler's buildings have only those, other extracts spell the rest out.
 */
export interface BuildingOrigin {
  bfeNumber: number | null;
  buildingNumber: number | null;
  groundId: Id | null;
  darId: Id | null;
  street: string | null;
  houseNumber: string | null;
  postcode: string | null;
  town: string | null;
  name: string | null;
}

/** One row of a register that was taken, in our words. `row` is where it stands in the file. */
export interface BuildingRecord {
  row: number;
  bbrId: Id;
  municipalityCode: string | null;
  facts: BuildingFacts;
  /** Left out where nothing of it is known. */
  origin?: BuildingOrigin;
  /** WGS84, seven decimals (a centimetre). */
  position: Position | null;
  footprint: MultiPolygonCoordinates | null;
  /** Which field of the file said where it stands. */
  placeField: "byg404Koordinat" | "geometry";
}

/** A part of a city, as a file of districts gives it. */
export interface DistrictRecord {
  row: number;
  code: string;
  name: string;
  outline: MultiPolygonCoordinates;
}
