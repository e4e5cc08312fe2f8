import { describe, expect, it } from "vitest";
import { districtOf, districts, isOnLand } from "#geo/base.ts";
import { distanceMeters, positionBetween } from "#geo/distance.ts";
import { isInsideMunicipality } from "#geo/municipality.ts";
import { postTown, streets } from "#geo/streets.ts";

const shares = Array.from({ length: 21 }, (_, index) => index / 20);

describe("the streets of the demonstration", () => {
  it.each(streets.map((street) => [`${street.name}, ${street.postcode} ${street.town}`, street] as const))(
    "%s runs on land, inside the municipality and in its district",
    (_, { from, to, districtCode }) => {
      for (const share of shares) {
        const position = positionBetween(from, to, share);
        const found = {
          share,
          municipality: isInsideMunicipality(position),
          land: isOnLand(position),
          district: districtOf(position)?.code ?? null,
        };
        expect(found).toEqual({ share, municipality: true, land: true, district: districtCode });
      }
    },
  );

  it("are at least ten in every district", () => {
    for (const { code, name } of districts) {
      const own = streets.filter((street) => street.districtCode === code);
      expect(own.length, name).toBeGreaterThanOrEqual(10);
    }
  });

  it("have a name only once in a district and are as long as a street", () => {
    expect(new Set(streets.map(({ name, districtCode }) => `${districtCode} ${name}`)).size).toBe(
      streets.length,
    );
    for (const { name, from, to } of streets) {
      const meters = distanceMeters(from, to);
      expect(meters, name).toBeGreaterThan(100);
      expect(meters, name).toBeLessThan(4_000);
    }
  });

  it("have the town of their postcode", () => {
    const town = (name: string) => streets.find((street) => street.name === name)?.town;
    expect(town("Istedgade")).toBe("København V");
    expect(town("Mozartsvej")).toBe("København SV");
    expect(town("Jernbane Allé")).toBe("Vanløse");
    expect(town("Borgergade")).toBe("København K");
  });
});

describe("postTown", () => {
  it("knows the postcodes of the municipality and no others", () => {
    expect(["1000", "1499", "1500", "1799", "2150"].map(postTown)).toEqual([
      "København K",
      "København K",
      "København V",
      "København V",
      "Nordhavn",
    ]);
    expect(["1800", "2000", "2650", "0999", ""].map(postTown)).toEqual([null, null, null, null, null]);
  });
});
