import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ownPart,
  readSharedCost,
  splitSharedCost,
  type PossibleSharer,
  type SharedCostForm,
} from "#domain/rent/shared-cost.ts";

const heat: SharedCostForm = {
  ...{ name: "Varme", line: "consumption", key: "m2", from: "2025-01-01", to: "2026-01-01" },
  ...{ amountOre: 100_000_00, source: "F-1" },
};
const sharer = (id: string, areaM2: number, days = 365): PossibleSharer => ({
  ...{ id, number: id, party: "", areaDays: areaM2 * days },
});
const nothing = new URLSearchParams();

describe("a cost that several share", () => {
  it("falls by m² day by day, and what stands empty on the landlord", () => {
    const sharers = [sharer("A", 350), sharer("B", 350, 153), { ...sharer(ownPart, 403.29), number: null }];
    const split = splitSharedCost(heat, sharers, nothing);
    expect(split.ok && split.value.map(({ weight, amountOre }) => [weight, amountOre])).toEqual([
      [350, 38_888_89],
      [146.71, 16_301_11],
      [403.29, 44_810_00],
    ]);
  });

  it("falls by persons and shares as typed; whoever has none bears none", () => {
    const sharers = [sharer("A", 1), sharer("B", 1), sharer("C", 1)];
    const persons = splitSharedCost({ ...heat, key: "persons", amountOre: 100 }, sharers, {
      get: (name) => ({ "weight.A": "2", "weight.B": "1" })[name] ?? null,
    });
    expect(persons.ok && persons.value.map(({ id, amountOre }) => [id, amountOre])).toEqual([
      ["A", 67],
      ["B", 33],
    ]);
    const shares = new URLSearchParams({
      "weight.A": "33,3333",
      "weight.B": "33,3333",
      "weight.C": "33,3334",
    });
    expect(splitSharedCost({ ...heat, key: "share" }, sharers, shares).ok).toBe(true);
  });

  it("is refused where shares do not sum, with what they come to, and where nobody weighs anything", () => {
    const sharers = [sharer("A", 1), sharer("B", 1)];
    const typed = (a: string, b: string) => new URLSearchParams({ "weight.A": a, "weight.B": b });
    const shared = { ...heat, key: "share" } as const;
    const short = splitSharedCost(shared, sharers, typed("40", "59"));
    expect(short).toMatchObject({ ok: false, refusal: "sharesDoNotSum" });
    expect(short.ok ? null : short.sumOfShares).toBeCloseTo(0.99);
    expect(splitSharedCost(shared, sharers, nothing)).toMatchObject({ refusal: "nobodyShares" });
    expect(splitSharedCost(heat, [], nothing)).toMatchObject({ refusal: "nobodyShares" });
    for (const wrong of ["-1", "101", "x"])
      expect(splitSharedCost(shared, sharers, typed(wrong, "1"))).toMatchObject({ refusal: "weightWrong" });
    expect(splitSharedCost({ ...heat, key: "persons" }, sharers, typed("1,5", "1"))).toMatchObject({
      refusal: "weightWrong",
    });
  });

  it("always sums to the øre, credits too, and nobody is more than an øre from their exact part", () => {
    const areas = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(areas, fc.integer({ min: -1e12, max: 1e12 }), (m2, amountOre) => {
        const split = splitSharedCost(
          { ...heat, amountOre },
          m2.map((area, at) => sharer(String(at), area)),
          nothing,
        );
        if (!split.ok) throw new Error(split.refusal);
        const whole = m2.reduce((sum, area) => sum + area, 0);
        expect(split.value.reduce((sum, part) => sum + part.amountOre, 0)).toBe(amountOre);
        for (const { weight, amountOre: part } of split.value)
          expect(Math.abs(part - (amountOre * weight) / whole)).toBeLessThanOrEqual(1.001);
      }),
    );
  });
});

describe("a shared cost as typed", () => {
  const typed = (change: Record<string, string>) =>
    readSharedCost(
      new URLSearchParams({
        ...{ name: "Varme", line: "consumption", key: "m2", from: "2024-02-29", last: "2024-12-31" },
        ...{ amount: "1.250,50", source: "F-1", ...change },
      }),
    );

  it("is read with its last day as the day after, and 29 February where there is one", () => {
    expect(typed({}).form).toMatchObject({ from: "2024-02-29", to: "2025-01-01", amountOre: 125_050 });
    expect(typed({ amount: "-200" }).form?.amountOre).toBe(-200_00);
  });

  it("names all that is wrong at once", () => {
    expect(typed({ from: "2025-02-29" }).faults).toEqual(["from"]);
    expect(typed({ last: "2024-02-28" }).faults).toEqual(["endBeforeStart"]);
    const wrong = { name: "", line: "x", key: "", from: "", last: "", amount: "0", source: " " };
    expect(typed(wrong).faults).toEqual(["name", "line", "key", "from", "last", "amount", "source"]);
  });
});
