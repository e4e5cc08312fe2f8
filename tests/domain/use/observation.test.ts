import fc from "fast-check";
import { expect, test } from "vitest";
import { oldestKept, parseInstant, percentile95, readObservation } from "#domain/use/observation.ts";
import { spaceWeek, unitWeek } from "#domain/use/rolled-week.ts";

const now = new Date("2026-11-28T12:00:00Z");
const spaceId = "01a21f73-9c00-75ca-ace9-b72ce8871d1b";
const good = { sequence: 1, observedAt: "2026-11-28T09:00:00+01:00", spaceId, persons: 12 };
const reasonOf = (change: object) => {
  const read = readObservation({ ...good, ...change }, now);
  return read.ok ? null : read.reason;
};

test.each([
  ["an hour 30", { observedAt: "2026-11-28T30:00:00Z" }, "time"],
  ["an instant without an offset", { observedAt: "2026-11-28T09:00:00" }, "time"],
  ["30 February", { observedAt: "2026-02-30T09:00:00Z" }, "time"],
  ["−3 persons", { persons: -3 }, "persons"],
  ["half a person", { persons: 2.5 }, "persons"],
  ["persons as text", { persons: "12" }, "persons"],
  ["tomorrow", { observedAt: "2026-11-29T12:00:00Z" }, "future"],
  ["years ago", { observedAt: "2024-10-31T23:59:00Z" }, "tooOld"],
  ["no number", { sequence: null }, "sequence"],
  ["a negative number", { sequence: -1 }, "sequence"],
  ["a space that is no id", { spaceId: "rum 4" }, "unknownSpace"],
])("%s is refused with its reason", (_, change, reason) => expect(reasonOf(change)).toBe(reason));

test("what is sound is read as it stands", () => {
  expect(readObservation(good, now)).toEqual({
    ok: true,
    value: { ...good, observedAt: new Date("2026-11-28T08:00:00Z") },
  });
  expect(readObservation("text", now)).toEqual({ ok: false, reason: "unreadable" });
});

test("both hours of an autumn night can be told apart", () => {
  expect(parseInstant("2026-10-25T02:30:00+02:00")).toEqual(new Date("2026-10-25T00:30:00Z"));
  expect(parseInstant("2026-10-25T02:30:00+01:00")).toEqual(new Date("2026-10-25T01:30:00Z"));
});

test("raw rows are kept for this month and the 24 before", () => {
  expect(oldestKept(now)).toEqual(new Date("2024-11-01T00:00:00Z"));
});

test("P95 from the 32 greatest is that of all, for up to 639", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(300), { minLength: 1, maxLength: 639 }), (all) => {
      const rising = [...all].sort((a, b) => a - b);
      const top = rising.toReversed().slice(0, 32);
      expect(percentile95(top, all.length)).toBe(rising[Math.ceil(0.95 * all.length) - 1]);
    }),
  );
  expect(percentile95(Array<number>(32).fill(4), 640)).toBeNull();
});

const seen = (change: object = {}) => ({
  ...{ spaceId, buildingId: "b", unitId: "u", kind: "sensor" as const, period: "term" as const, places: 20 },
  ...{ weeks: 8, hours: [{ hour: 8, observed: 20, sum: 200, top: [20, 18, 17] }] },
  ...change,
});

test("two years of an hour add up; fewer than eight weeks have no peak", () => {
  const hours = [
    { hour: 8, observed: 20, sum: 200, top: [20, 18] },
    { hour: 8, observed: 20, sum: 100, top: [19, 3] },
  ];
  const week = spaceWeek(seen({ hours }));
  expect([week.persons[8], week.personsP95?.[8], week.persons[9]]).toEqual([7.5, 18, 0]);
  expect(spaceWeek(seen({ weeks: 7 })).personsP95).toBeNull();
});

test("a unit's week is the sum of its rooms where nine tenths of its places are watched", () => {
  const rooms = [spaceWeek(seen()), spaceWeek(seen({ spaceId: "other" }))];
  expect(unitWeek(rooms, () => 40)[0]).toMatchObject({ spaceId: null, confidence: 0.95, personsP95: null });
  expect(unitWeek(rooms, () => 40)[0]!.persons[8]).toBe(20);
  expect(unitWeek(rooms, () => 45)).toEqual([]);
});
