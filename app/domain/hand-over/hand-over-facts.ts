import type { Position } from "#geo/position.ts";
import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";

/** A lease that an administration rents by itself, or a property of the city's that it runs by itself. */
export const handOverKinds = ["lease", "property"] as const;
export type HandOverKind = (typeof handOverKinds)[number];

/** What an administration tells of a lease or property, and KEjd completes. Areas in m², money in øre, days inclusive. */
export interface HandOverFacts {
  street: string;
  houseNumber: string;
  postcode: string;
  town: string;
  /** Which part of the house. @example "2. sal tv." */
  premises: string;
  position: Position | null;
  useCode: string | null;
  areaM2: number;
  /** Of a lease: whom it is rented from and on which terms. */
  counterparty: string | null;
  startsOn: Day | null;
  lastDay: Day | null;
  noticeMonths: number | null;
  nonTerminableUntil: Day | null;
  annualRentOre: number | null;
  /** Of a property. */
  bfeNumber: number | null;
  builtYear: number | null;
  note: string;
}

/** A lease or property that the register has already, under the number by which people and files name it. */
export interface KnownPlace {
  key: string;
  kind: HandOverKind;
  administrationId: Id;
  contractId: Id | null;
  buildingId: Id;
  unitId: Id | null;
  facts: HandOverFacts;
}

/** What is handed over: whose, which of the register's (null: nobody knew of it), and what is told of it. */
export interface HandOverForm {
  kind: HandOverKind;
  administrationId: Id;
  contractId: Id | null;
  buildingId: Id | null;
  unitId: Id | null;
  facts: HandOverFacts;
}

/** The fields of the form and the columns of the file, in their order. */
export const handOverFields = {
  lease: [
    "key",
    "administration",
    "unit",
    "street",
    "houseNumber",
    "postcode",
    "town",
    "premises",
    "useCode",
    "areaM2",
    "counterparty",
    "startsOn",
    "lastDay",
    "noticeMonths",
    "nonTerminableUntil",
    "annualRent",
    "latitude",
    "longitude",
    "note",
  ],
  property: [
    "key",
    "administration",
    "unit",
    "bfeNumber",
    "street",
    "houseNumber",
    "postcode",
    "town",
    "useCode",
    "areaM2",
    "builtYear",
    "latitude",
    "longitude",
    "note",
  ],
} as const satisfies Record<HandOverKind, readonly string[]>;
export type HandOverField = (typeof handOverFields)[HandOverKind][number];

/** How a hand-over is named. @example handOverName(17) // "OV-00017" */
export const handOverName = (number: number): string => `OV-${String(number).padStart(5, "0")}`;
