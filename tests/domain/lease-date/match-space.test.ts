import fc from "fast-check";
import { expect, it } from "vitest";
import {
  matchSpace,
  reachMeters,
  type FreeSpace,
  type LeavingLease,
} from "#domain/lease-date/match-space.ts";
import { conditions, useGroups } from "#domain/portfolio-row.ts";

const lease: LeavingLease = { areaM2: 500, useGroup: "administration", yearlyOre: 600_000_00 };
const space: FreeSpace = { vacantM2: 500, useGroup: "administration", condition: 2, distanceMeters: 0 };
const score = (change: Partial<FreeSpace>) => matchSpace(lease, { ...space, ...change })?.score;

it("gives all to the same use, next door, of the right size and in good condition", () => {
  expect(score({})).toBe(100);
});

it("gives less for what is tight, converted, far or worn, and says each", () => {
  expect(score({ vacantM2: 460 })).toBe(86);
  expect(score({ useGroup: "school" })).toBe(82);
  expect(score({ distanceMeters: 4_000 })).toBe(90);
  expect(score({ condition: 5 })).toBe(85);
  const match = matchSpace(lease, { vacantM2: 450, useGroup: "school", condition: 4, distanceMeters: 900 });
  expect(match?.reasons).toEqual([
    { key: "area", fit: "tight", vacantM2: 450 },
    { key: "use", fit: "converted" },
    { key: "distance", meters: 900 },
    { key: "condition", condition: 4, fit: "worn" },
  ]);
});

it("offers nothing that is too small, out of reach or of a use that does not serve", () => {
  expect(score({ vacantM2: 449 })).toBeUndefined();
  expect(score({ distanceMeters: 8_001 })).toBeUndefined();
  expect(matchSpace({ ...lease, useGroup: "daycare" }, space)).toBeNull();
});

it("never scores better for being farther away or in a worse condition", () => {
  const found = fc.record({
    vacantM2: fc.integer({ min: 1, max: 5_000 }),
    useGroup: fc.constantFrom(...useGroups),
    condition: fc.constantFrom(...conditions),
    distanceMeters: fc.integer({ min: 0, max: 8_000 }),
  });
  fc.assert(
    fc.property(
      found,
      fc.constantFrom(...useGroups),
      fc.integer({ min: 0, max: 2_000 }),
      (at, useGroup, more) => {
        const one = matchSpace({ ...lease, useGroup }, at);
        const farther = matchSpace(
          { ...lease, useGroup },
          { ...at, distanceMeters: at.distanceMeters + more },
        );
        const worse = matchSpace({ ...lease, useGroup }, { ...at, condition: 6 });
        expect(one === null || (one.score >= 0 && one.score <= 100)).toBe(true);
        expect((farther?.score ?? 0) <= (one?.score ?? 0)).toBe(true);
        expect((worse?.score ?? 0) <= (one?.score ?? 0)).toBe(true);
        expect(one === null || at.distanceMeters <= reachMeters[useGroup]).toBe(true);
      },
    ),
  );
});
