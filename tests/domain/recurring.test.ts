import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { danishHolidays } from "#domain/calendar/danish-holidays.ts";
import { addDays, dayAt, yearOf } from "#domain/day.ts";
import { occurrencesOf, type Recurrence, type ServiceCalendar } from "#domain/recurring/occurrences.ts";
import { RecurringForm } from "#domain/recurring/recurring-form.ts";
import { isRule, patternOf, ruleOf, weekdayCodes, type Pattern } from "#domain/recurring/rule.ts";

const open: ServiceCalendar = { closings: [], leaseEndsOn: null, withdrawnOn: null };
const cleaning: Recurrence = {
  ...{ rrule: "FREQ=WEEKLY;BYDAY=MO,TH", startsOn: "2026-01-01", startsAt: "07:30", endsOn: null },
  ...{ leftOut: [], skipsHolidays: true },
};
const daysOf = (
  change: Partial<Recurrence>,
  from: string,
  to: string,
  calendar: Partial<ServiceCalendar> = {},
) => occurrencesOf({ ...cleaning, ...change }, from, to, { ...open, ...calendar }).map(({ day }) => day);

describe("a recurring service", () => {
  test("comes on its weekdays, not on Easter Monday", () => {
    expect(daysOf({}, "2026-03-30", "2026-04-14")).toEqual(["2026-03-30", "2026-04-09", "2026-04-13"]);
    expect(daysOf({ skipsHolidays: false }, "2026-04-01", "2026-04-07")).toEqual([
      "2026-04-02",
      "2026-04-06",
    ]);
  });

  test("keeps the clock on the wall through summer time", () => {
    const instants = occurrencesOf(cleaning, "2026-03-26", "2026-03-30", open).map(({ at }) =>
      at.toISOString(),
    );
    expect(instants).toEqual(["2026-03-26T06:30:00.000Z", "2026-03-30T05:30:00.000Z"]);
  });

  test("at an hour that is skipped comes an hour later, on its day", () => {
    const night = { rrule: "FREQ=DAILY", startsAt: "02:30", skipsHolidays: false };
    const found = occurrencesOf({ ...cleaning, ...night }, "2026-03-28", "2026-03-30", open);
    expect(found.map(({ day }) => day)).toEqual(["2026-03-28", "2026-03-29", "2026-03-30"]);
    expect(found[1]!.at.toISOString()).toBe("2026-03-29T01:30:00.000Z");
  });

  test("stays away while the institution is closed and on days left out", () => {
    const closings = [{ validFrom: "2026-07-06", validTo: "2026-07-20" }];
    expect(daysOf({}, "2026-07-01", "2026-07-24", { closings })).toEqual([
      ...["2026-07-02", "2026-07-20", "2026-07-23"],
    ]);
    expect(daysOf({ leftOut: ["2026-07-23"] }, "2026-07-20", "2026-07-24")).toEqual(["2026-07-20"]);
  });

  test("ends with its last day, the lease or the catalogue, whichever is first", () => {
    expect(daysOf({ endsOn: "2026-07-09" }, "2026-07-01", "2026-07-31")).toEqual([
      ...["2026-07-02", "2026-07-06", "2026-07-09"],
    ]);
    expect(daysOf({}, "2026-07-01", "2026-07-31", { leaseEndsOn: "2026-07-09" })).toEqual([
      ...["2026-07-02", "2026-07-06"],
    ]);
    expect(daysOf({}, "2026-07-01", "2026-07-31", { withdrawnOn: "2026-07-06" })).toEqual(["2026-07-02"]);
    expect(daysOf({}, "2026-07-01", "2026-07-31", { leaseEndsOn: "2025-01-01" })).toEqual([]);
  });

  test("on the 31st comes on the last day of every month", () => {
    const rrule = ruleOf({ kind: "monthlyDay", every: 1, monthDay: 31 });
    expect(daysOf({ rrule }, "2026-01-01", "2026-04-30")).toEqual([
      ...["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"],
    ]);
  });

  test("every second week is reckoned from its first day", () => {
    const rrule = ruleOf({ kind: "weekly", every: 2, days: ["WE"] });
    expect(daysOf({ rrule, startsOn: "2026-06-08" }, "2026-06-01", "2026-07-10")).toEqual([
      ...["2026-06-10", "2026-06-24", "2026-07-08"],
    ]);
  });

  test("whose rule never meets a day comes never, and soon says so", () => {
    expect(daysOf({ rrule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30" }, "2026-01-01", "2030-01-01")).toEqual([]);
  });
});

const pattern: fc.Arbitrary<Pattern> = fc.oneof(
  fc.constant<Pattern>({ kind: "weekdays" }),
  fc.record({
    kind: fc.constant("weekly" as const),
    every: fc.integer({ min: 1, max: 8 }),
    days: fc.subarray([...weekdayCodes], { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant("monthlyDay" as const),
    every: fc.integer({ min: 1, max: 6 }),
    monthDay: fc.oneof(fc.integer({ min: 1, max: 28 }), fc.constant(31)),
  }),
  fc.record({
    kind: fc.constant("monthlyWeekday" as const),
    every: fc.integer({ min: 1, max: 6 }),
    nth: fc.constantFrom(-1, 1, 2, 3, 4),
    day: fc.constantFrom(...weekdayCodes),
  }),
);
const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays("2025-01-01", days));

test("whatever the pattern, nothing comes on a holiday, in a closing, after the lease, out of range, or at another hour", () => {
  fc.assert(
    fc.property(pattern, day, day, day, (chosen, startsOn, closedFrom, leaseEndsOn) => {
      const closing = { validFrom: closedFrom, validTo: addDays(closedFrom, 20) };
      const recurrence = { ...cleaning, rrule: ruleOf(chosen), startsOn };
      const [from, to] = [addDays(startsOn, -30), addDays(startsOn, 120)];
      const found = occurrencesOf(recurrence, from, to, { ...open, closings: [closing], leaseEndsOn });
      for (const { day: on, at } of found) {
        expect(on >= startsOn && on <= to && on < leaseEndsOn).toBe(true);
        expect(danishHolidays(yearOf(on)).has(on)).toBe(false);
        expect(on >= closing.validFrom && on < closing.validTo).toBe(false);
        expect(dayAt(at)).toBe(on);
        expect(at.toLocaleTimeString("da-DK", { timeZone: "Europe/Copenhagen" })).toBe("07.30.00");
      }
      expect(new Set(found.map((one) => one.day)).size).toBe(found.length);
    }),
    { numRuns: 60 },
  );
});

test("a pattern becomes a rule and is read back as itself", () => {
  fc.assert(
    fc.property(pattern, (chosen) => {
      const rule = ruleOf(chosen);
      expect(isRule(rule)).toBe(true);
      const read = patternOf(rule)!;
      expect(ruleOf(read)).toBe(rule);
    }),
  );
});

test.each([
  "",
  "FREQ=NONSENSE",
  "FREQ=SECONDLY",
  "FREQ=HOURLY",
  "BYDAY=MO",
  "FREQ=DAILY;INTERVAL=0",
  "FREQ=DAILY;INTERVAL=-1",
  "FREQ=WEEKLY;BYDAY=XX",
  "FREQ=WEEKLY;BYDAY=2MO",
  "FREQ=MONTHLY;BYMONTHDAY=99",
  "FREQ=MONTHLY;BYMONTHDAY=0",
  "FREQ=DAILY;FREQ=DAILY",
  "FREQ=DAILY;UNTIL=20270101",
  "FREQ=DAILY;COUNT=999999",
  "FREQ=DAILY\nDTSTART:20200101",
  "RRULE:FREQ=DAILY",
])("%j is no rule that a service can come by", (rule) => {
  expect(isRule(rule)).toBe(false);
  expect(() => daysOf({ rrule: rule }, "2026-01-01", "2026-02-01")).toThrow(RangeError);
});

describe("the form", () => {
  const id = "01900000-0000-7000-8000-000000000000";
  const typed = {
    ...{
      place: `${id}:${id}`,
      serviceCode: "1300.01",
      quantity: "1 250,5",
      pattern: "weekly",
      days: ["TH", "MO"],
    },
    ...{ startsOn: "2026-12-01", startsAt: "07:30", endsOn: "", skipsHolidays: true },
  };
  const faults = (change: object) => {
    const parsed = RecurringForm.safeParse({ ...typed, ...change });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]);
  };

  test("makes a rule of what was chosen", () => {
    expect(RecurringForm.parse(typed)).toMatchObject({
      ...{ unitId: id, buildingId: id, quantity: 1250.5, rrule: "FREQ=WEEKLY;BYDAY=MO,TH", endsOn: null },
    });
  });

  test.each([
    [{ days: [] }, "days"],
    [{ place: "elsewhere" }, "place"],
    [{ quantity: "many" }, "quantity"],
    [{ quantity: "" }, "quantity"],
    [{ quantity: "-1" }, "quantity"],
    [{ startsOn: "2026-02-31" }, "startsOn"],
    [{ startsAt: "25:00" }, "startsAt"],
    [{ endsOn: "2026-11-01" }, "endsOn"],
    [{ pattern: "hourly" }, "pattern"],
    [{ every: "0" }, "every"],
    [{ pattern: "monthlyWeekday", nth: "5" }, "nth"],
  ])("names what is wrong with %j", (change, field) => expect(faults(change)).toContain(field));
});
