import { describe, expect, test } from "vitest";
import { readPayload } from "#domain/order/order-event.ts";
import { readEventFields } from "#domain/order/read-event-fields.ts";

describe("A form that says what happens to an order", () => {
  test.each<[string, Record<string, string>, object]>([
    ["hours as people type them", { event: "hours", hours: "1,5" }, { minutes: 90 }],
    [
      "kroner as øre",
      { event: "material", name: "Ventil", quantity: "2", unit: "stk.", price: "1 249,50" },
      { name: "Ventil", quantity: 2, unit: "stk.", priceOre: 124_950 },
    ],
    ["no price where none is typed", { event: "material", name: "Tape", quantity: "1" }, { priceOre: null }],
    ["a day taken back", { event: "setDay", plannedOn: "" }, { plannedOn: null }],
    ["a team without a person", { event: "assign", teamId: "t" }, { teamId: "t" }],
    ["nobody in particular", { event: "assign", assignedTo: "" }, { assignedTo: null }],
    ["fixed unless it says otherwise", { event: "finish" }, { outcome: "fixed" }],
    ["a priority as a number", { event: "setPriority", priority: "2" }, { priority: 2 }],
  ])("reads %s", (_, fields, payload) => {
    expect(readEventFields(fields)?.payload).toMatchObject(payload);
  });

  test("rests on the version it was shown in, and names an event or nothing", () => {
    expect(readEventFields({ event: "start", version: "7" })).toMatchObject({
      event: "start",
      basedOnVersion: 7,
    });
    expect(readEventFields({ event: "dance" })).toBeNull();
  });

  test("is refused where what belongs to the event is missing or makes no sense", () => {
    for (const [event, payload] of [
      ["plan", {}],
      ["plan", { plannedOn: "2026-02-30" }],
      ["planInBacklog", { year: "soon" }],
      ["hours", { minutes: 0 }],
      ["hours", { minutes: 25 * 60 }],
      ["material", { name: " ", quantity: 1 }],
      ["material", { name: "Ventil", quantity: -1 }],
      ["setPriority", { priority: 5 }],
      ["finish", { outcome: "otherParty" }],
      ["markDuplicate", {}],
    ] as const)
      expect(readPayload(event, payload), event).toBeNull();
  });
});
