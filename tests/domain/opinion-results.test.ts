import { expect, test } from "vitest";
import { resultOf, resultsOf, type OpinionGroup } from "#domain/opinion/opinion-results.ts";

const group = (name: string, answered: number): OpinionGroup => {
  const scores = [0, 0, 0, answered, 0];
  return {
    name,
    invited: answered + 3,
    answered,
    counts: { acuteRepair: scores, exteriorUpkeep: scores, rentCollection: scores },
  };
};

test("repair counts who is satisfied; upkeep and rent who is dissatisfied, as the report did", () => {
  const counts = [3, 2, 1, 3, 1];
  expect(resultOf("acuteRepair", counts)).toEqual({ share: 0.4, n: 10 });
  expect(resultOf("exteriorUpkeep", counts)).toEqual({ share: 0.5, n: 10 });
  expect(resultOf("rentCollection", counts)).toEqual({ share: 0.5, n: 10 });
});

test("fewer than five opinions are not shown, however many answered", () => {
  expect(resultOf("acuteRepair", [0, 1, 0, 3, 0])).toEqual({ share: null, n: null });
  const [mostlyUnsure] = resultsOf([
    { ...group("BUF", 8), counts: { ...group("", 8).counts, acuteRepair: [0, 0, 0, 4, 0] } },
  ]);
  expect(mostlyUnsure!.answered).toBe(8);
  expect(mostlyUnsure!.results.acuteRepair.share).toBeNull();
});

test("one small group takes the next smallest with it, so that the whole does not give it away", () => {
  const shown = resultsOf([group("BUF", 40), group("SOF", 3), group("KFF", 9), group("TMF", 20)]);
  expect(shown.map(({ name, answered }) => [name, answered])).toEqual([
    ["BUF", 40],
    ["SOF", null],
    ["KFF", null],
    ["TMF", 20],
  ]);
});

test("groups that hide each other need no more", () => {
  const shown = resultsOf([group("BUF", 40), group("SOF", 3), group("KFF", 4)]);
  expect(shown.map(({ answered }) => answered)).toEqual([40, null, null]);
});

test("a group in which nobody answered gives nothing away", () => {
  expect(resultsOf([group("BUF", 40), group("SOF", 0)]).map(({ answered }) => answered)).toEqual([40, null]);
});
