import { expect, test } from "vitest";
import { readPremisesPart, readUnitPart } from "#app/routes/colocation-part/read-part.server.ts";

const row = (at: number, days: string, from: string, to: string, persons: string) => ({
  [`days.${at}`]: days,
  [`from.${at}`]: from,
  [`to.${at}`]: to,
  [`persons.${at}`]: persons,
});

test("what a unit needs is read with commas, empty rows left out, and Monday to Friday as five days", () => {
  const read = readUnitPart({
    ...{ employees: "12", "places.meeting": "8", "area.meeting": "40,5", "share.meeting": "on" },
    ...{ "area.storage": "10", "places.workplace": " " },
    ...{ ...row(0, "1-5", "8", "16", "12"), ...row(1, "6", "", "", ""), ...row(2, "6", "10", "12", "3") },
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  expect(read.value.needs).toEqual([
    { roomFunction: "meeting", places: 8, areaM2: 40.5, mayShare: true },
    { roomFunction: "storage", places: 0, areaM2: 10, mayShare: false },
  ]);
  expect(read.value.hours.map(({ weekday, persons }) => [weekday, persons])).toEqual([
    ...[1, 2, 3, 4, 5].map((weekday) => [weekday, 12]),
    [6, 3],
  ]);
});

test.each([
  ["a day of 30 hours", row(0, "1", "8", "30", "4"), { field: "from.0", fault: "hours" }],
  ["minus three persons", row(1, "2", "8", "9", "-3"), { field: "persons.1", fault: "persons" }],
  ["hours that end before they begin", row(0, "3", "16", "8", "4"), { field: "from.0", fault: "hours" }],
  [
    "the same hours twice",
    { ...row(0, "1-5", "8", "16", "4"), ...row(1, "2", "10", "12", "2") },
    { field: "days.0", fault: "overlap" },
  ],
  ["half a person", { employees: "1,5" }, { field: "employees", fault: "employees" }],
  ["places in words", { "places.meeting": "mange" }, { field: "places.meeting", fault: "places" }],
  ["less than no m²", { "area.activity": "-1" }, { field: "area.activity", fault: "areaM2" }],
  [
    "a store that is shared",
    { "area.storage": "5", "share.storage": "on" },
    { field: "share.storage", fault: "mayShare" },
  ],
] as const)("%s is said at its field, once", (_, typed, fault) => {
  expect(readUnitPart({ employees: "3", ...typed })).toEqual({ ok: false, faults: [fault] });
});

test("what premises have room for is read, and what becomes of them stays as it was", () => {
  const said = { whenVacated: "sell", exitOn: "2027-05-01" } as const;
  expect(readPremisesPart({ "places.reception": "3", "area.reception": "25" }, said)).toEqual({
    ok: true,
    value: { ...said, capacity: [{ roomFunction: "reception", places: 3, areaM2: 25 }] },
  });
  expect(readPremisesPart({ "places.meeting": "1,5" }, said)).toEqual({
    ok: false,
    faults: [{ field: "places.meeting", fault: "places" }],
  });
});
