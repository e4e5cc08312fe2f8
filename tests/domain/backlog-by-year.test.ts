import { expect, it } from "vitest";
import { backlogByYear } from "#domain/backlog-by-year.ts";

const changes = [
  { from: "2017-05-01", amountOre: 40 },
  { from: "2019-12-31", amountOre: 90 },
  { from: "2021-07-01", amountOre: 10 },
];

it("gives each year what stood at its end, and the last year what stands on the day", () => {
  const years = backlogByYear(changes, "2021-06-30");
  expect(years).toEqual([
    { year: 2017, amountOre: 40 },
    { year: 2018, amountOre: 40 },
    { year: 2019, amountOre: 90 },
    { year: 2020, amountOre: 90 },
    { year: 2021, amountOre: 90 },
  ]);
  expect(backlogByYear(changes, "2021-07-01").at(-1)).toEqual({ year: 2021, amountOre: 10 });
});

it("says nothing of a time before the first estimate", () => {
  expect(backlogByYear([], "2021-01-01")).toEqual([]);
  expect(backlogByYear(changes, "2017-04-30")).toEqual([]);
});
