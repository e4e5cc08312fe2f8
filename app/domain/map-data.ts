import type { Bbox } from "#geo/bbox.ts";
import type { Day } from "./day.ts";
import type { Id } from "./id.ts";
import type { Condition, Tenure, UseGroup } from "./portfolio-row.ts";

/**
 * Buildings for the map, by column, in one order: what PostgreSQL aggregates is sent as it is. `administration` is an
 * index into the organisation's administrations in code order; areas in m², money in øre. Names and addresses come with up to 5,000
 * buildings, above that they are fetched for the one pointed at.
 */
export interface MapPoints {
  kind: "points";
  on: Day;
  total: number;
  id: Id[];
  lon: number[];
  lat: number[];
  name: string[] | null;
  address: string[] | null;
  tenure: Tenure[];
  useGroup: UseGroup[];
  administration: (number | null)[];
  condition: (Condition | null)[];
  areaM2: number[];
  letM2: number[];
  exteriorBacklogOre: number[];
  leaseEndOn: (Day | null)[];
  surveyedOn: (Day | null)[];
  trust: number[];
  /** Of the layers that are of elements, in the same order; they are asked for apart (`MapElements`). */
  estimatedCondition?: (Condition | null)[];
  fciBand?: (number | null)[];
  /** Of the layers that are of use, likewise (`MapUse`). */
  utilisation?: (number | null)[];
  eveningShare?: (number | null)[];
  /** Of the layer of dates, likewise (`MapDates`). */
  leaseDateOn?: (Day | null)[];
}

/** What a building's elements say of it today, by column: the estimated condition of all, and the band of its FCI. */
export interface MapElements {
  id: Id[];
  estimatedCondition: (Condition | null)[];
  fciBand: (number | null)[];
}

/** How buildings are used, by column, as shares of their places; null where nobody has told. */
export interface MapUse {
  id: Id[];
  utilisation: (number | null)[];
  eveningShare: (number | null)[];
}

/** The next day on which one of a building's leases asks for a decision, by column; those without one are left out. */
export interface MapDates {
  id: Id[];
  leaseDateOn: Day[];
}

/** Above this many buildings in view the map shows cells summed by the database instead of buildings. */
export const maxPoints = 20_000;

/**
 * Cells of a grid over the viewport, by column: how many buildings, their area (m²), let area, exterior backlog (øre)
 * and mean surveyed condition, and where those buildings are on average.
 */
export interface MapCells {
  kind: "cells";
  on: Day;
  /** Buildings in the viewport: the sum of the counts. */
  total: number;
  bbox: Bbox;
  lon: number[];
  lat: number[];
  count: number[];
  areaM2: number[];
  letM2: number[];
  exteriorBacklogOre: number[];
  meanCondition: (number | null)[];
  /** A building of the cell, so that a cell of one opens it. */
  anyId: Id[];
}

export type MapData = MapPoints | MapCells;
