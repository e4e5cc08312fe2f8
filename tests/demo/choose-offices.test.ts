import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseOffices } from "#db/demo/colocation/choose-offices.ts";
import type { HousedUnit } from "#db/demo/colocation/demo-cases.ts";

const office = (areaM2: number, at: number): HousedUnit => ({
  ...{ buildingId: `building ${at}`, contractId: `contract ${at}`, unitId: `unit ${at}`, areaM2 },
});
const hallOf = (areaM2: number) => ({ buildingId: "hall", areaM2 });
const areas = (offices: readonly HousedUnit[]) => offices.map(({ areaM2 }) => areaM2);

describe("The offices of the demo's co-location cases", () => {
  test("are the dearest that find room in open plan: three in one hall, two others in the other", () => {
    const offices = [2_500, 800, 1_000, 700, 900, 600, 750].map(office);
    const { gathering, joint } = chooseOffices(offices, { hall: hallOf(2_000), otherHall: hallOf(900) })!;
    expect(areas(gathering)).toEqual([800, 1_000, 700]);
    expect(areas(joint)).toEqual([600, 750]);
  });

  test("are the smallest where a hall is too small for all", () => {
    const offices = [900, 800, 700, 600, 500].map(office);
    const { gathering, joint } = chooseOffices(offices, { hall: hallOf(1_000), otherHall: hallOf(100) })!;
    expect(areas(gathering)).toEqual([500, 600, 700]);
    expect(areas(joint)).toEqual([800, 900]);
  });

  test("are five different ones whatever the halls, and none where there are not so many", () => {
    const some = fc.array(fc.integer({ min: 300, max: 5_000 }), { maxLength: 30 });
    const room = fc.integer({ min: 0, max: 6_000 });
    fc.assert(
      fc.property(some, room, room, (sizes, hall, otherHall) => {
        const chosen = chooseOffices(sizes.map(office), { hall: hallOf(hall), otherHall: hallOf(otherHall) });
        const all = chosen ? [...chosen.gathering, ...chosen.joint] : [];
        expect(new Set(all.map(({ unitId }) => unitId)).size).toBe(sizes.length < 5 ? 0 : 5);
      }),
    );
  });
});
