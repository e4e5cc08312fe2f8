import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Position } from "#geo/position.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import type { UseGroup } from "#domain/portfolio-row.ts";
import type { DemoUnit } from "./generate-units.ts";

/** What a site is in the demo: owned today, sold since, rented from others (or given up since), rented by an
 *  administration without KEjd's knowledge, or held outside KEjd in another way. */
export type SiteKind = "owned" | "sold" | "leasedIn" | "formerLease" | "unknownLease" | "outside";

/** One address with the buildings that stand there. */
export interface Site {
  kind: SiteKind;
  group: UseGroup;
  buildings: DemoBuilding[];
  /** Sites of one number share a property. */
  propertyNumber: number;
  place: SitePlace | null;
  /** The invented name that the site's buildings go by, without the mark. */
  name: string;
  start: Day;
  end: Day | null;
  /** Who uses it; null where it is let to others. */
  unit: DemoUnit | null;
  /** The day KEjd took the lease over from an administration. */
  takenOverOn: Day | null;
  lots: Lot[];
}

export interface SitePlace {
  street: string;
  houseNumber: string;
  postcode: string;
  town: string;
  position: Position;
}

/** A building, with what is true of it today; its past is told by the days beside. */
export interface DemoBuilding {
  id: Id;
  site: Site;
  isShed: boolean;
  name: string;
  useCode: string;
  /** The code it had before `recodedOn`. */
  formerUseCode: string | null;
  recodedOn: Day | null;
  grossM2: number;
  heldM2: number;
  storeys: number;
  builtYear: number;
  condition: number | null;
  start: Day;
  end: Day | null;
  position: Position;
  footprint: MultiPolygonCoordinates;
  footprintM2: number;
  floors: DemoFloor[];
  /** The day its rooms were recorded one by one; null while it is undivided. */
  digitisedOn: Day | null;
  /** On this day the area of one floor was corrected, from `oldM2`. */
  correction: { on: Day; level: number; oldM2: number } | null;
}

/** A floor as it is today. */
export interface DemoFloor {
  level: number;
  areaM2: number;
  /** The part that the city holds: all of it in an owned building. */
  heldM2: number;
  /** Parts of the held area; what is neither is let but undigitised. */
  vacantM2: number;
  digitisedM2: number;
  lot: Lot | null;
  /** The vacant part's own past: let until that day. */
  vacatedOn: Day | null;
}

/** Spaces that are let together, to one after the other. */
export interface Lot {
  isThirdParty: boolean;
  rentKrPerM2: number;
  tenures: LotTenure[];
}
export interface LotTenure {
  unit: DemoUnit | null;
  from: Day;
  to: Day | null;
}
