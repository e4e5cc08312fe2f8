import type { z } from "zod";
import { dayChoices, weekdaysOf } from "#domain/colocation/hour-rows.ts";
import { PremisesDetails, UnitDetails } from "#domain/colocation/part-forms.ts";
import { roomFunctions, type RoomFunction } from "#domain/colocation/room-function.ts";
import { numberIn } from "#domain/typed-number.ts";

type Typed = Record<string, string>;

/** What is wrong, and the name of the field where it is. */
export interface PartFault {
  field: string;
  fault: string;
}
type Read<Value> = { ok: true; value: Value } | { ok: false; faults: PartFault[] };

/** A number as typed: nothing is as said, what is no number is none that a rule takes. */
const numberOr = (typed: string | undefined, nothing: number): number =>
  typed?.trim() ? (numberIn(typed) ?? NaN) : nothing;

/** The functions of which something was typed, with places and m². */
const roomsIn = (typed: Typed) =>
  roomFunctions
    .filter((one) => typed[`places.${one}`]?.trim() || typed[`area.${one}`]?.trim())
    .map((roomFunction) => ({
      roomFunction,
      places: numberOr(typed[`places.${roomFunction}`], 0),
      areaM2: numberOr(typed[`area.${roomFunction}`], 0),
    }));

/** The name of the field of a room that an issue speaks of. */
const roomField = (rooms: readonly { roomFunction: RoomFunction }[], index: number, message: string) => {
  const name = { areaM2: "area", mayShare: "share" }[message] ?? "places";
  return `${name}.${rooms[index]?.roomFunction ?? roomFunctions[0]}`;
};

const rowsIn = (typed: Typed) =>
  Object.keys(typed)
    .filter((name) => name.startsWith("days."))
    .map((name) => name.slice("days.".length))
    .filter((at) => ["from", "to", "persons"].some((name) => typed[`${name}.${at}`]?.trim()));

/** What a unit needs and when it is there, as its form says. */
export function readUnitPart(typed: Typed): Read<UnitDetails> {
  const rooms = roomsIn(typed);
  const hours = rowsIn(typed).flatMap((at) => {
    const days = dayChoices.find((one) => one === typed[`days.${at}`]) ?? "1-5";
    const [fromHour, toHour, persons] = ["from", "to", "persons"].map((name) =>
      numberOr(typed[`${name}.${at}`], NaN),
    );
    return weekdaysOf(days).map((weekday) => ({ at, hours: { weekday, fromHour, toHour, persons } }));
  });
  const needs = rooms.map((one) => ({ ...one, mayShare: Boolean(typed[`share.${one.roomFunction}`]) }));
  const read = UnitDetails.safeParse({
    ...{ employees: numberOr(typed["employees"], NaN), needs },
    hours: hours.map((one) => one.hours),
  });
  return answer(read, ({ path: [list, index], message }) => {
    if (list === "needs") return { field: roomField(rooms, Number(index), message), fault: message };
    if (list !== "hours") return { field: String(list), fault: message };
    const { at } = hours[typeof index === "number" ? index : 0]!;
    if (index === undefined) return { field: `days.${at}`, fault: "overlap" };
    return { field: `${message === "persons" ? "persons" : "from"}.${at}`, fault: message };
  });
}

/** What premises have room for, as their form says; what becomes of them stays as it was said. */
export function readPremisesPart(
  typed: Typed,
  said: Pick<PremisesDetails, "whenVacated" | "exitOn">,
): Read<PremisesDetails> {
  const rooms = roomsIn(typed);
  const read = PremisesDetails.safeParse({ ...said, capacity: rooms });
  return answer(read, ({ path: [, index], message }) => ({
    ...{ field: roomField(rooms, Number(index), message), fault: message },
  }));
}

type Parsed<Value> = { success: true; data: Value } | { success: false; error: z.ZodError };

/** What was read, or each fault once. */
function answer<Value>(read: Parsed<Value>, faultOf: (issue: z.core.$ZodIssue) => PartFault): Read<Value> {
  if (read.success) return { ok: true, value: read.data };
  const faults = new Map(
    read.error.issues.map(faultOf).map((one) => [`${one.field} ${one.fault}`, one] as const),
  );
  return { ok: false, faults: [...faults.values()] };
}
