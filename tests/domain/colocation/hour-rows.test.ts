import fc from "fast-check";
import { expect, test } from "vitest";
import { hourRowsOf, weekdaysOf } from "#domain/colocation/hour-rows.ts";

test("what is alike from Monday to Friday is one row, and Saturday its own", () => {
  const five = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, fromHour: 8, toHour: 16, persons: 4 }));
  expect(hourRowsOf([...five, { weekday: 6, fromHour: 8, toHour: 16, persons: 4 }])).toEqual([
    { days: "1-5", fromHour: 8, toHour: 16, persons: 4 },
    { days: "6", fromHour: 8, toHour: 16, persons: 4 },
  ]);
  expect(hourRowsOf(five.slice(1))).toHaveLength(4);
});

test("rows spread over their days again are the same hours, whatever they were", () => {
  const hour = fc
    .record({ weekday: fc.integer({ min: 1, max: 7 }), fromHour: fc.integer({ min: 0, max: 3 }) })
    .map((one) => ({ ...one, toHour: one.fromHour + 1, persons: (one.weekday * 3 + one.fromHour) % 2 }));
  const hours = fc.uniqueArray(hour, { selector: (one) => `${one.weekday} ${one.fromHour}`, maxLength: 28 });
  fc.assert(
    fc.property(hours, (given) => {
      const back = hourRowsOf(given).flatMap(({ days, ...rest }) =>
        weekdaysOf(days).map((weekday) => ({ ...rest, weekday })),
      );
      const sorted = (list: typeof given) =>
        list.map((one) => `${one.weekday} ${one.fromHour} ${one.toHour} ${one.persons}`).sort();
      expect(sorted(back)).toEqual(sorted(given));
    }),
  );
});
