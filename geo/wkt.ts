import type { Srid } from "./crs.ts";
import { checkGeometry, type Geometry, type GeometryType } from "./geometry.ts";
import type { Position } from "./position.ts";
import { reading, Unreadable, type Reading } from "./reading.ts";

const HEAD = /^\s*(?:SRID\s*=\s*(\d+)\s*;)?\s*([A-Z]+)\s*(?:\b(?:Z|M|ZM)\b)?\s*(EMPTY\b|\()/i;

const TYPES: Record<string, GeometryType> = {
  POINT: "Point",
  POLYGON: "Polygon",
  MULTIPOLYGON: "MultiPolygon",
};
const OTHER_TYPES =
  /^(MULTIPOINT|LINESTRING|MULTILINESTRING|GEOMETRYCOLLECTION|CIRCULARSTRING|CURVEPOLYGON)$/i;

/** Reads well-known text (OGC 06-103r4): POINT, POLYGON and MULTIPOLYGON, with or without a space before the bracket,
 *  with `SRID=25832;` before it or without. The given srid decides what the numbers are, else the text's own, else their
 *  range.
 *  @example readWkt("POINT(725398.75 6176061.73)") // { ok: true, value: { type: "Point", coordinates: [12.58512…, 55.67793…] } } */
export function readWkt(text: string, srid?: Srid): Reading<Geometry> {
  return reading(() => {
    const head = HEAD.exec(text);
    if (!head) throw new Unreadable("malformed-text", "0");
    const [matched, sridText, name = "", opening] = head;
    const type = TYPES[name.toUpperCase()];
    if (!type) throw new Unreadable(OTHER_TYPES.test(name) ? "unsupported-geometry" : "unknown-type", "0");
    if (opening !== "(") throw new Unreadable("empty-geometry", String(matched.length));
    const list = readBrackets(text, matched.length - 1);
    return checkGeometry(type, type === "Point" ? onlyItem(list) : list, srid ?? sridFrom(sridText), type);
  });
}

/** Reads the text of a point; null where it is not one.
 *  @example readPointWkt("POINT (12.585 55.678)") // [12.585, 55.678] */
export function readPointWkt(text: string, srid?: Srid): Position | null {
  const read = readWkt(text, srid);
  return read.ok && read.value.type === "Point" ? read.value.coordinates : null;
}

function sridFrom(text: string | undefined): Srid | undefined {
  if (text === undefined) return undefined;
  const srid = Number(text);
  if (srid === 4326 || srid === 25832) return srid;
  throw new Unreadable("unsupported-crs", "0");
}

function onlyItem(list: unknown[]): unknown {
  if (list.length !== 1) throw new Unreadable("malformed-text", "Point");
  return list[0];
}

/** "((1 2, 3 4), (5 6))" as [[[1, 2], [3, 4]], [[5, 6]]]: a bracket is a list, numbers between commas are one item. */
function readBrackets(text: string, start: number): unknown[] {
  const open: unknown[][] = [];
  const tokens = /\s*(?:([(),])|([^\s(),]+(?:\s+[^\s(),]+)*))\s*/y;
  tokens.lastIndex = start;
  let closed: unknown[] | null = null;
  let mayTakeItem = true;
  for (let token = tokens.exec(text); token; token = tokens.exec(text)) {
    const [, mark, numbers] = token;
    const fail = () => new Unreadable("malformed-text", String(token!.index));
    if (closed || (mark === "(" || numbers ? !mayTakeItem : mayTakeItem)) throw fail();
    if (mark === "(") open.push([]);
    else if (mark === ",") mayTakeItem = true;
    else {
      const list = mark === ")" ? open.pop()! : readNumbers(numbers!, fail);
      const parent = open.at(-1);
      if (parent) parent.push(list);
      else closed = list;
      mayTakeItem = false;
    }
  }
  if (!closed) throw new Unreadable("malformed-text", String(text.length));
  return closed;
}

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

function readNumbers(text: string, fail: () => Unreadable): number[] {
  const parts = text.split(/\s+/);
  if (parts.length < 2 || parts.length > 4 || !parts.every((part) => NUMBER.test(part))) throw fail();
  return parts.map(Number);
}
