import fc from "fast-check";
import { expect, test } from "vitest";
import { followArea, type FloorWithSpaces } from "#domain/register-import/follow-area.ts";
import type { BuildingMatchVersion } from "#domain/register-import/compare-building.ts";

const today = "2026-11-20";
const version = (heldAreaM2: number, tenure: BuildingMatchVersion["tenure"] = "owned") =>
  ({
    id: "v",
    from: "2020-01-01",
    to: null,
    tenure,
    heldAreaM2,
    facts: {},
  }) as unknown as BuildingMatchVersion;
const floor = (areaM2: number, more: Partial<FloorWithSpaces> = {}): FloorWithSpaces => ({
  ...{ floorId: `f${areaM2}`, from: "2020-01-01", areaM2 },
  spaces: [{ spaceId: `s${areaM2}`, from: "2020-01-01", areaM2, isUndivided: true }],
  ...more,
});

test("undivided floors keep their proportions", () => {
  const followed = followArea(version(300), { from: 300, to: 330 }, [floor(100), floor(200)], today);
  expect(followed?.map(({ areaM2 }) => areaM2)).toEqual([110, 220]);
});

test("the parts are exactly the whole, to the hundredth", () => {
  const areas = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(areas, fc.integer({ min: 1, max: 9_999_999 }), (parts, whole) => {
      const held = parts.reduce((sum, part) => sum + part, 0) / 100;
      const followed = followArea(
        version(held),
        { from: held, to: whole / 100 },
        parts.map((part) => floor(part / 100)),
        today,
      );
      expect(Math.round(followed!.reduce((sum, { areaM2 }) => sum + areaM2, 0) * 100)).toBe(whole);
    }),
  );
});

test("nothing follows where more is known than the register says", () => {
  const gross = { from: 300, to: 330 };
  const room = { spaceId: "r", from: "2020-01-01", areaM2: 150, isUndivided: false };
  expect(followArea(version(300, "leasedIn"), gross, [floor(300)], today)).toBeNull();
  expect(followArea(version(280), gross, [floor(280)], today)).toBeNull();
  expect(
    followArea(version(300), gross, [floor(300, { spaces: [room, { ...room, spaceId: "q" }] })], today),
  ).toBeNull();
  expect(followArea(version(300), gross, [floor(300, { from: "2027-01-01" })], today)).toBeNull();
  expect(followArea(version(300), gross, [floor(200)], today)).toBeNull();
  expect(followArea(version(300), gross, [], today)).toBeNull();
});
