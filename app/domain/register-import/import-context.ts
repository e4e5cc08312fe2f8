import type { MultiPolygonCoordinates } from "#geo/polygon.ts";
import type { Day } from "../day.ts";

/** What an import is judged against: whose it is, from which day it holds, and what is known. */
export interface ImportContext {
  today: Day;
  /** The instant of the import, in milliseconds since 1970. */
  now: number;
  /** The organisation's own municipality: its rows are judged by their position. */
  organisationMunicipality: string;
  /** Whose rows are taken: a municipality's, or everyone's. */
  municipality: string | "any";
  /** The organisation's outline; null where it is not known, and then no position is judged by it. */
  outline: MultiPolygonCoordinates | null;
  /** Use codes, and whether each is being phased out. */
  useCodes: ReadonlyMap<string, { isPhasedOut: boolean }>;
}
