import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CandidatePlaces } from "#domain/colocation/candidates/candidate-places.ts";
import { rowOfCandidate } from "#domain/colocation/candidates/candidate-rows.ts";
import { readCandidateSearch } from "#domain/colocation/candidates/candidate-search.ts";
import { searchCandidates } from "#domain/colocation/candidates/search-candidates.ts";
import { metersOnFoot, minutesOnFoot } from "#domain/colocation/candidates/walk.ts";
import { shareHours } from "#domain/colocation/shared-hours.ts";
import { hourOfWeek } from "#domain/use/use-week.ts";
import { city, house, id, seat, week } from "./small-candidates.ts";

const found = (places: CandidatePlaces, asked = "") =>
  searchCandidates(places, readCandidateSearch(new URLSearchParams(asked)));
const rows = (places: CandidatePlaces, asked = "") => found(places, asked).items.map(rowOfCandidate);
const keysOf = (notes: readonly { key: string }[]) => notes.map(({ key }) => key);

describe("Candidates for sharing", () => {
  test("two units that are there at different times could share either house, and each leaves its own", () => {
    const both = rows(city());
    expect(both.map(({ unit, to, way }) => [unit, to.name, way]).sort()).toEqual([
      ["Enhed 1", "Hus 2", "hours"],
      ["Enhed 2", "Hus 1", "hours"],
    ]);
    expect(keysOf(both[0]!.reasons)).toEqual(expect.arrayContaining(["quiet", "vacates", "near", "sound"]));
    expect(both[0]!.blockers).toEqual([]);
    expect(both[0]!.with).toHaveLength(1);
    expect(both[0]!.money.paybackYears).toBeGreaterThan(0);
  });

  test("hours that clash stop them, and the first of them is told", () => {
    const clashing = city({ seats: [seat(1, 1), seat(2, 2, { week: week(60, 13, 19) })] });
    expect(rows(clashing)).toEqual([]);
    const shown = rows(clashing, "stopped=1");
    expect(shown).toHaveLength(2);
    const clash = shown[0]!.blockers.find((note) => note.key === "clash");
    // The first unit is there until 14 and has half an hour to change over: from 13 to 15 there is not room for both.
    expect(clash).toMatchObject({ hours: 10, of: 30, first: hourOfWeek(1, 13) });
    expect(shown[0]!.isStopped).toBe(true);
  });

  test("rooms of its own are found where enough m² are free, a tenth less at most and then called tight", () => {
    const withFree = (vacantM2: number) =>
      rows(
        city({ houses: [house(1), house(2, { vacantM2 })], seats: [seat(1, 1, { week: null })] }),
        "partner=all",
      );
    expect(withFree(500)[0]).toMatchObject({
      way: "space",
      reasons: expect.arrayContaining([{ key: "free", freeM2: 500, neededM2: 500 }]),
    });
    expect(keysOf(withFree(460)[0]!.blockers)).toContain("tight");
    expect(withFree(440)).toEqual([]);
  });

  test("what lies outside the catchment is shown as stopped, and far outside not at all", () => {
    const children = (meters: number) =>
      rows(
        city({
          houses: [
            house(1, { useGroup: "daycare" }, 0),
            house(2, { useGroup: "daycare", vacantM2: 900 }, meters),
          ],
          seats: [seat(1, 1, { kind: "daycare" })],
        }),
        "partner=all&stopped=1",
      );
    expect(children(1_400)[0]!.isStopped).toBe(false);
    expect(children(1_600)[0]!.blockers[0]).toMatchObject({ key: "catchment", reach: 1_500 });
    expect(children(2_400)).toEqual([]);
  });

  test("users who must not be mixed, protected units and planners' own rules stop a pair, each in its words", () => {
    const free = { useGroup: "socialHealth", vacantM2: 600 } as const;
    const shelter = city({
      houses: [house(1, { useGroup: "socialHealth" }), house(2, { ...free, useGroup: "housingCommercial" })],
      seats: [seat(1, 1, { kind: "shelter" }), seat(2, 2, { kind: "youthClub" })],
    });
    expect(rows(shelter, "stopped=1")[0]!.blockers[0]).toEqual({ key: "apart", unit: "Enhed 2" });
    const hidden = city({
      seats: [seat(1, 1, { isProtected: true }), seat(2, 2, { week: week(60, 15, 21) })],
    });
    expect(keysOf(rows(hidden, "stopped=1")[0]!.blockers)).toContain("protected");
    const rule = {
      unitId: id(101),
      strength: "hard",
      kind: "apart",
      otherUnitId: id(102),
      buildingId: null,
      meters: null,
      words: "Ro",
    } as const;
    expect(rows(city({ rules: [rule] }))).toEqual([]);
    expect(rows(city({ rules: [rule] }), "stopped=1")[0]!.blockers[0]).toEqual({ key: "rule", words: "Ro" });
    const wish = rows(city({ rules: [{ ...rule, strength: "soft" }] }));
    expect(wish[0]!.blockers).toEqual([{ key: "wish", words: "Ro" }]);
  });

  test("a lease that ends soon speaks for leaving, one that runs long stands in the way, and rent counts as saved", () => {
    const leased = (leaseEndsOn: string) =>
      rows(
        city({
          houses: [house(1, { tenure: "leasedIn", externalRentOre: 1_000_000_00, leaseEndsOn }), house(2)],
        }),
        "leaves=leasedIn",
      )[0]!;
    expect(leased("2027-12-31").reasons).toContainEqual({ key: "leaseSoon", day: "2027-12-31" });
    expect(leased("2035-12-31").blockers).toContainEqual({ key: "leaseLong", day: "2035-12-31" });
    expect(leased("2027-12-31").score).toBeGreaterThan(leased("2035-12-31").score);
    expect(leased("2027-12-31").money.yearlyOre).toBeGreaterThan(1_000_000_00);
    expect(rows(city(), "leaves=leasedIn")).toEqual([]);
  });

  test("nothing is saved while others stay in the house that is left", () => {
    const shared = city({ seats: [...city().seats, seat(3, 1, { week: week(1, 1, 2) })] });
    const first = rows(shared).find(({ unit }) => unit === "Enhed 1")!;
    expect(first.money).toMatchObject({ yearlyOre: 0, paybackYears: null });
    expect(first.blockers).toContainEqual({ key: "staysInUse", others: 1 });
    expect(rows(shared, "vacates=1").map(({ unit }) => unit)).not.toContain("Enhed 1");
  });

  test("each filter leaves out what it says, and what cannot be read asks nothing", () => {
    for (const asked of [
      "administration=BUF",
      "kind=school",
      "district=9",
      "use=school",
      "worst=1",
      "way=space",
      "fit=converted",
      "minutes=0",
      "payback=0",
      "leaseMonths=12",
      "q=findes+ikke",
      "partner=empty",
    ])
      expect([asked, rows(city(), asked).length]).toEqual([asked, 0]);
    for (const asked of [
      "administration=KFF",
      "kind=cultureCentre",
      "district=1",
      "worst=2",
      "way=hours",
      "fit=same",
      "minutes=5",
      "clashes=0",
      "q=enhed",
      "use=zzz",
      "minutes=-4",
      "worst=nej",
    ])
      expect([asked, rows(city(), asked).length]).toEqual([asked, 2]);
  });

  test("a group is those who fit together, and a house is given up when everybody in it comes along", () => {
    const { groups } = found(
      city({
        houses: [house(1), house(2, { areaM2: 2_000 })],
        seats: [
          seat(1, 1, { areaM2: 250, week: week(30, 15, 17) }),
          seat(3, 1, { areaM2: 250, week: week(30, 18, 21) }),
          seat(2, 2),
        ],
      }),
    );
    const group = groups.find(({ to }) => to.house.id === id(2))!;
    expect(group.members.map(({ seat: { seat: one } }) => one.unit).sort()).toEqual(["Enhed 1", "Enhed 3"]);
    expect(group.vacated.map(({ house: one }) => one.id)).toEqual([id(1)]);
    expect(group.money.yearlyOre).toBeGreaterThan(0);
    // Each alone saves nothing: the other stays.
    expect(group.members.map(({ money }) => money.yearlyOre)).toEqual([0, 0]);
  });

  test("a group holds no more than there is room for at any hour", () => {
    const full = city({
      houses: [house(1), house(2), house(3)],
      seats: [seat(1, 1, { week: week(80, 16, 18) }), seat(3, 3, { week: week(80, 16, 18) }), seat(2, 2)],
    });
    const into = found(full).groups.find(({ to }) => to.house.id === id(2));
    expect(into).toBeUndefined();
  });

  test("what does not clash here does not clash by the rule of shared hours either", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 60 }),
        (from, length, otherFrom, otherLength, persons) => {
          const [mine, theirs] = [
            week(persons, from, from + length),
            week(60, otherFrom, otherFrom + otherLength),
          ];
          const places = city({ seats: [seat(1, 1, { week: mine }), seat(2, 2, { week: theirs })] });
          const one = rows(places).find(({ unit }) => unit === "Enhed 1");
          const clashes = shareHours([mine, theirs], 100).clashHours;
          if (one) expect(clashes.length).toBeLessThanOrEqual(length * 5 * 0.1);
          else expect(clashes.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 100 },
    );
  });
});

test("a way on foot is longer than the crow's, and the two rules are each other's opposite", () => {
  expect(minutesOnFoot(1_500)).toBe(26);
  expect(minutesOnFoot(metersOnFoot(15))).toBe(15);
});
