import { cellsIn, cellsOf, clusterFrom, gather, type Cell } from "./cells.ts";
import type { MapData, MapPoints } from "#domain/map-data.ts";
import type { MapLayer } from "#domain/map-layer.ts";
import { bboxOfFrame, type Frame, type Painter } from "./frame.ts";
import { overlapAt } from "./hits.ts";
import { prepareMarks, type Marks } from "./marks.ts";
import { cellAt, paintCells } from "./paint-cells.ts";
import { paintMarks } from "./paint-marks.ts";

/** What lies under a point of the map: buildings, topmost first, or a cell that gathers several. */
export type Hit = { kind: "buildings"; indexes: number[] } | { kind: "cell"; cell: Cell };

/** The data as the map shows them: how they are painted, and what is where. `marks` where single buildings are known. */
export interface Scene {
  marks: Marks | null;
  paint: Painter;
  hitAt: (frame: Frame, at: { x: number; y: number }) => Hit | null;
}

/** Chooses by count how buildings are shown: each of them, gathered in the browser, or summed by the database. */
export function sceneOf(data: MapData, layer: MapLayer, write: (count: number) => string): Scene {
  if (data.kind === "cells") return cellScene(cellsOf(data), layer, write);
  return data.id.length < clusterFrom ? pointScene(data, layer) : gatheredScene(data, layer, write);
}

function pointScene(data: MapPoints, layer: MapLayer): Scene {
  const marks = prepareMarks(data, layer, data.on);
  return {
    marks,
    paint: paintMarks(marks),
    hitAt: (frame, at) => asBuildings(overlapAt(marks, frame, at)),
  };
}

function gatheredScene(data: MapPoints, layer: MapLayer, write: (count: number) => string): Scene {
  const marks = prepareMarks(data, layer, data.on);
  const gatherer = gather(data);
  const parts = (frame: Frame) => {
    const { cells, alone } = cellsIn(gatherer, bboxOfFrame(frame), frame.zoom);
    return { cells, lone: { ...marks, order: Uint32Array.from(alone) } };
  };
  return {
    marks,
    paint: (context, frame) => {
      const { cells, lone } = parts(frame);
      paintMarks(lone)(context, frame);
      paintCells(cells, layer, write)(context, frame);
    },
    hitAt: (frame, at) => {
      const { cells, lone } = parts(frame);
      const cell = cellAt(cells, frame, at);
      return cell ? { kind: "cell", cell } : asBuildings(overlapAt(lone, frame, at));
    },
  };
}

function cellScene(cells: Cell[], layer: MapLayer, write: (count: number) => string): Scene {
  return {
    marks: null,
    paint: paintCells(cells, layer, write),
    hitAt: (frame, at) => {
      const cell = cellAt(cells, frame, at);
      return cell && { kind: "cell", cell };
    },
  };
}

const asBuildings = (indexes: number[]): Hit | null =>
  indexes.length > 0 ? { kind: "buildings", indexes } : null;
