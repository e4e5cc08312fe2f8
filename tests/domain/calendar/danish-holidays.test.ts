import { describe, expect, test } from "vitest";
import { danishHolidays, easterSunday } from "#domain/calendar/danish-holidays.ts";
import { isWorkingDay, weekdayOf } from "#domain/calendar/working-calendar.ts";

/** Easter Sundays as almanacs print them, the earliest and latest possible days among them. */
const published = [
  ...["1818-03-22", "1900-04-15", "1943-04-25", "1950-04-09", "1954-04-18", "1961-04-02", "1962-04-22"],
  ...["1970-03-29", "1981-04-19", "1990-04-15", "1999-04-04", "2000-04-23", "2008-03-23", "2010-04-04"],
  ...["2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05", "2016-03-27", "2017-04-16"],
  ...["2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09", "2024-03-31"],
  ...["2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2038-04-25"],
];

describe("Easter", () => {
  test.each(published)("is on %s", (day) => {
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day);
  });

  test("is a Sunday between 22 March and 25 April in every year of four centuries", () => {
    for (let year = 1800; year <= 2199; year++) {
      const day = easterSunday(year);
      expect(weekdayOf(day)).toBe(7);
      expect(day >= `${year}-03-22` && day <= `${year}-04-25`).toBe(true);
    }
  });
});

describe("Danish holidays", () => {
  test("of 2026 are the eleven less prayer day, each on its day", () => {
    expect([...danishHolidays(2026)]).toEqual([
      ["2026-01-01", "newYear"],
      ["2026-04-02", "maundyThursday"],
      ["2026-04-03", "goodFriday"],
      ["2026-04-05", "easterSunday"],
      ["2026-04-06", "easterMonday"],
      ["2026-05-14", "ascension"],
      ["2026-05-24", "whitSunday"],
      ["2026-05-25", "whitMonday"],
      ["2026-12-25", "christmasDay"],
      ["2026-12-26", "boxingDay"],
    ]);
  });

  test("know prayer day up to 2023 and no longer", () => {
    expect(danishHolidays(2022).get("2022-05-13")).toBe("prayerDay");
    expect(danishHolidays(2023).get("2023-05-05")).toBe("prayerDay");
    for (const year of [2024, 2025, 2026, 2040])
      expect([...danishHolidays(year).values()]).not.toContain("prayerDay");
    expect(isWorkingDay("2023-05-05")).toBe(false);
    expect(isWorkingDay("2024-04-26")).toBe(true);
  });

  test("leave out weekends too, and nothing else: Christmas Eve and 5 June are worked", () => {
    expect(["2026-11-21", "2026-11-22", "2026-12-25", "2026-04-06"].map(isWorkingDay)).toEqual([
      ...[false, false, false, false],
    ]);
    expect(["2026-11-20", "2026-12-24", "2026-06-05", "2026-12-31"].map(isWorkingDay)).toEqual([
      ...[true, true, true, true],
    ]);
  });
});
