import fc from "fast-check";
import { expect, it } from "vitest";
import { bboxContains } from "#geo/bbox.ts";
import type { Bbox } from "#geo/bbox.ts";
import { clipRing } from "#geo/clip.ts";
import type { Ring } from "#geo/polygon.ts";

const square = (a: number, b: number): Ring => [
  [a, a],
  [b, a],
  [b, b],
  [a, b],
  [a, a],
];

it("keeps what lies within, cuts at the edge and drops what lies outside", () => {
  expect(clipRing(square(0, 2), [-1, -1, 3, 3])).toEqual(square(0, 2));
  expect(new Set(clipRing(square(0, 2), [1, 1, 3, 3]).map(String))).toEqual(
    new Set(square(1, 2).map(String)),
  );
  expect(clipRing(square(0, 2), [5, 5, 6, 6])).toEqual([]);
});

it("fills the box that a ring surrounds", () => {
  expect(new Set(clipRing(square(0, 9), [1, 1, 2, 2]).map(String))).toEqual(
    new Set(square(1, 2).map(String)),
  );
});

it("never leaves the box, whatever the ring", () => {
  const box: Bbox = [0, 0, 1, 1];
  const position = fc.tuple(
    fc.double({ min: -3, max: 3, noNaN: true }),
    fc.double({ min: -3, max: 3, noNaN: true }),
  );
  fc.assert(
    fc.property(fc.array(position, { minLength: 3, maxLength: 12 }), (corners) => {
      const clipped = clipRing([...corners, corners[0]!], box);
      const isIn = clipped.every(([x, y]) => bboxContains([-1e-9, -1e-9, 1 + 1e-9, 1 + 1e-9], [x, y]));
      const isClosed = clipped.length === 0 || String(clipped[0]) === String(clipped.at(-1));
      return isIn && isClosed;
    }),
  );
});
