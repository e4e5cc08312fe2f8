import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { danishTimeAt, instantAt } from "#domain/calendar/danish-time.ts";

const halfHours = (from: string, count: number) =>
  Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * 1_800_000));

test("Danish time agrees with the calendar at every half hour of a year, the days the clock is turned included", () => {
  const wrong = halfHours("2026-01-01T00:00:00Z", 365 * 48).filter((instant) => {
    const shown = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
      "Europe/Copenhagen",
    );
    const { day, minute } = danishTimeAt(instant);
    return day !== shown.toPlainDate().toString() || minute !== shown.hour * 60 + shown.minute;
  });
  expect(wrong).toEqual([]);
});

test("a time shown leads back to its instant, but for the hour that comes twice in autumn", () => {
  const astray = halfHours("2026-01-01T00:00:00Z", 365 * 48).filter(
    (instant) => instantAt(danishTimeAt(instant)).getTime() !== instant.getTime(),
  );
  expect(astray.map((instant) => instant.toISOString())).toEqual([
    "2026-10-25T00:00:00.000Z",
    "2026-10-25T00:30:00.000Z",
  ]);
});

test("the hour that is skipped in spring is an hour later", () => {
  expect(instantAt({ day: "2026-03-29", minute: 150 }).toISOString()).toBe("2026-03-29T01:30:00.000Z");
});
