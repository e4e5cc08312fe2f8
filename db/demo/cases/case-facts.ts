import type { CaseFacts } from "#domain/case/case-facts.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { ResponsibilityTenure } from "#domain/responsibility/terms.ts";
import type { RoomUse } from "#domain/room-use.ts";

/** A recorded room that a unit has today. */
export interface DemoRoom {
  id: Id;
  number: string;
  roomUse: RoomUse;
}

/** A building that a unit uses, as far as its cases depend on it. */
export interface DemoPremises {
  buildingId: Id;
  tenure: ResponsibilityTenure;
  areaM2: number;
  storeys: number;
  condition: number | null;
  /** Since when the unit has been there without a break. */
  since: Day;
  contractIds: Id[];
  rooms: DemoRoom[];
}

export interface DemoCaseUnit {
  id: Id;
  code: string;
  name: string;
  kind: string;
  administrationId: Id;
  isProtected: boolean;
  premises: DemoPremises[];
}

/** The demo's accounts by key; those that a database lacks are missing. */
export type DemoPeople = Partial<
  Record<"leader" | "deputy" | "administration" | "manager" | "craftsman", Id>
>;

/** What the register, the matrix and the catalogue say today: all that the demo's cases are made from. */
export interface DemoCaseFacts {
  organisationId: Id;
  units: DemoCaseUnit[];
  /** The units of the demo's leader as her page has them, the first her main one. */
  leadersUnitIds: Id[];
  people: DemoPeople;
  /** The matrix, catalogue and teams, as placing a case reads them. */
  services: CaseFacts["services"];
  items: CaseFacts["items"];
  rules: CaseFacts["rules"];
  targets: CaseFacts["targets"];
  teams: (CaseFacts["teams"][number] & { name: string })[];
  /** The number of the first case; the others follow. */
  firstNumber: number;
  /** Of a password that nobody knows, for accounts that nobody signs in to. */
  passwordHash: string;
}

export interface DemoCaseOptions {
  seed: number;
  /** History ends with the night before this day. */
  loadDay: Day;
  /** How many cases are drawn; 8,000 if nothing is said. */
  caseCount?: number;
}
