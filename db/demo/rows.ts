import type { UseGroup } from "#domain/portfolio-row.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { BacklogKind } from "#domain/backlog/backlog-line.ts";
import type { ConditionRows } from "./condition/condition-rows.ts";
import type { LeaseRows } from "./lease/lease-rows.ts";
import type { RentTermRow } from "./rent/rent-rows.ts";

/** Geometry as the database reads it: "SRID=4326;POINT(lon lat)". */
export type Ewkt = string;

interface Row {
  id: Id;
  organisationId: Id;
}
interface Period {
  validFrom: Day;
  validTo: Day | null;
}
interface Provenance {
  source: string;
  recordedOn: Day;
}
export type Method = "register" | "measured" | "drawing" | "estimate";
export type DemoTenure = "owned" | "leasedIn" | "outside";

export interface OrganisationRow {
  id: Id;
  name: string;
  municipalityCode: string;
  outlineWgs84: Ewkt;
  demoSeed: number;
  loadDay: Day;
}
export interface AdministrationRow extends Row {
  code: string;
  name: string;
}
export interface UnitRow extends Row, Period {
  administrationId: Id;
  code: string;
  name: string;
  kind: string;
  isProtected: boolean;
}
export interface DistrictRow extends Row {
  code: string;
  name: string;
  outlineWgs84: Ewkt;
  isApproximate: boolean;
  source: string;
}
export interface BuildingUseRow {
  code: string;
  nameDa: string;
  nameEn: string;
  useGroup: UseGroup;
  isPhasedOut: boolean;
}
export interface PropertyRow extends Row, Provenance {
  bfeNumber: number;
  name: string;
}
export interface AddressRow extends Row {
  propertyId: Id;
  darId: Id;
  street: string;
  houseNumber: string;
  postcode: string;
  town: string;
  districtId: Id | null;
  positionWgs84: Ewkt;
}
export interface BuildingRow extends Row, Provenance {
  propertyId: Id;
  addressId: Id;
  bbrId: Id;
  bbrNumber: number;
  name: string;
  positionWgs84: Ewkt;
  footprintWgs84: Ewkt;
  state: "registered";
}
export interface BuildingVersionRow extends Row, Period, Provenance {
  buildingId: Id;
  tenure: DemoTenure;
  responsibleAdministrationId: Id | null;
  useCode: string;
  bbrStatus: string;
  builtYear: number;
  rebuiltYear: number | null;
  heldAreaM2: number;
  grossAreaM2: number;
  housingAreaM2: number;
  businessAreaM2: number;
  footprintAreaM2: number;
  storeys: number;
  wallCode: string;
  roofCode: string;
  heatingCode: string;
  heatingMediumCode: string | null;
  isListed: boolean;
  preservationCode: string | null;
  energyLabel: string | null;
  method: Method;
}
export interface FloorRow extends Row, Period {
  buildingId: Id;
  level: number;
  areaM2: number;
}
export interface SpaceRow extends Row, Period, Provenance {
  buildingId: Id;
  floorId: Id;
  number: string;
  name: string | null;
  roomUse: string | null;
  areaM2: number;
  isUndivided: boolean;
  replacesSpaceId: Id | null;
  method: Method;
}
export interface ContractRow extends Row, Period, Provenance {
  number: string;
  kind: "internal" | "thirdPartyIn" | "thirdPartyOut";
  administrationId: Id | null;
  unitId: Id | null;
  counterparty: string | null;
  noticeMonths: number;
  nonTerminableUntil: Day | null;
  annualRentOre: number;
  knownFrom: Day | null;
}
export interface TenancyRow extends Row, Period {
  contractId: Id;
  buildingId: Id;
  spaceId: Id;
  side: "in" | "out";
}
export interface OccupationRow extends Row, Period, Provenance {
  buildingId: Id;
  spaceId: Id;
  unitId: Id;
  purpose: string;
  persons: number | null;
}
export interface SurveyRow extends Row {
  buildingId: Id;
  surveyedOn: Day;
  condition: number;
  source: string;
  signedAt: string;
}
export interface BacklogEstimateRow extends Row, Period {
  buildingId: Id;
  kind: BacklogKind;
  amountOre: number;
  source: string;
  method: "survey" | "estimate";
}
export interface MaintenanceEntryRow extends Row {
  buildingId: Id;
  bookedOn: Day;
  scope: "exterior" | "interior";
  description: string;
  amountOre: number;
  source: string;
}
export interface ReferenceFigureRow {
  organisationId: Id;
  key: string;
  value: number;
  valueTo: number | null;
  unit: string;
  source: string;
  asOf: Day;
}

/** The whole demo, as rows for the tables of the register, in an order that foreign keys allow. */
export interface DemoPortfolio extends ConditionRows, LeaseRows {
  organisation: OrganisationRow[];
  administration: AdministrationRow[];
  unit: UnitRow[];
  district: DistrictRow[];
  property: PropertyRow[];
  address: AddressRow[];
  building: BuildingRow[];
  buildingVersion: BuildingVersionRow[];
  floor: FloorRow[];
  space: SpaceRow[];
  contract: ContractRow[];
  tenancy: TenancyRow[];
  occupation: OccupationRow[];
  survey: SurveyRow[];
  backlogEstimate: BacklogEstimateRow[];
  maintenanceEntry: MaintenanceEntryRow[];
  referenceFigure: ReferenceFigureRow[];
  rentTerm: RentTermRow[];
}
