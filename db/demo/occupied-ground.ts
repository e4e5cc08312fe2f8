import type { Utm32 } from "#geo/utm32.ts";

const cellM = 100;

/** The four corners of a turned rectangle, in order. */
type Box = readonly Utm32[];

/** The ground that sites have taken: tells whether another rectangle touches none of them. */
export class OccupiedGround {
  readonly #cells = new Map<string, Box[]>();

  isFree(box: Box): boolean {
    return cellsOf(box).every((cell) => (this.#cells.get(cell) ?? []).every((other) => areApart(box, other)));
  }

  take(box: Box): void {
    for (const cell of cellsOf(box)) this.#cells.set(cell, [...(this.#cells.get(cell) ?? []), box]);
  }
}

function cellsOf(box: Box): string[] {
  const [columns, rows] = [0, 1].map((axis) => box.map((corner) => Math.floor(corner[axis]! / cellM)));
  const cells: string[] = [];
  for (let column = Math.min(...columns!); column <= Math.max(...columns!); column++)
    for (let row = Math.min(...rows!); row <= Math.max(...rows!); row++) cells.push(`${column}/${row}`);
  return cells;
}

/** Whether a line along one of the sides parts two convex boxes (separating axis theorem). */
function areApart(a: Box, b: Box): boolean {
  return [...sidesOf(a), ...sidesOf(b)].some(([x, y]) => {
    const [ofA, ofB] = [a, b].map((box) => box.map((corner) => corner[0] * -y + corner[1] * x));
    return Math.max(...ofA!) <= Math.min(...ofB!) || Math.max(...ofB!) <= Math.min(...ofA!);
  });
}

const sidesOf = (box: Box): Utm32[] =>
  box.slice(0, 2).map((corner, index) => [box[index + 1]![0] - corner[0], box[index + 1]![1] - corner[1]]);
