import { numberIn } from "../typed-number.ts";
import type { OrderEventForm } from "./order-event.ts";
import { orderEvents, type OrderEvent } from "./order-event-kind.ts";

type Fields = Record<string, unknown>;

const text = (fields: Fields, name: string): string => String(fields[name] ?? "").trim();

const ore = (typed: string): number | null => {
  const kroner = numberIn(typed);
  return kroner === null ? null : Math.round(kroner * 100);
};

const payloads: Partial<Record<OrderEvent, (fields: Fields) => Record<string, unknown>>> = {
  plan: (f) => ({ plannedOn: text(f, "plannedOn") }),
  setDay: (f) => ({ plannedOn: text(f, "plannedOn") || null }),
  askApproval: (f) => ({ amountOre: ore(text(f, "amount")) ?? undefined }),
  finish: (f) => ({ outcome: text(f, "outcome") || "fixed" }),
  decline: (f) => ({ nextOwner: text(f, "nextOwner") }),
  markDuplicate: (f) => ({ duplicateOf: text(f, "duplicateOf") }),
  planInBacklog: (f) => ({ year: numberIn(text(f, "year")) }),
  setPriority: (f) => ({ priority: numberIn(text(f, "priority")) }),
  hours: (f) => ({ minutes: Math.round((numberIn(text(f, "hours")) ?? 0) * 60) }),
  assign: (f) => ({
    ...(text(f, "teamId") && { teamId: text(f, "teamId") }),
    ...("assignedTo" in f && { assignedTo: text(f, "assignedTo") || null }),
  }),
  material: (f) => ({
    ...{ name: text(f, "name"), quantity: numberIn(text(f, "quantity")), unit: text(f, "unit") },
    priceOre: ore(text(f, "price")),
  }),
};

/**
 * What a plain form says of an event: hours and kroner as people type them. Null where it names no event; the rest is
 * judged by `OrderEventForm` and by the command.
 */
export function readEventFields(fields: Fields): Omit<OrderEventForm, "orderId"> | null {
  const event = orderEvents.find((known) => known === fields["event"]);
  if (!event) return null;
  const version = numberIn(text(fields, "version"));
  return {
    ...{ eventId: text(fields, "eventId"), event, reason: text(fields, "reason") },
    ...(version !== null && { basedOnVersion: version }),
    payload: payloads[event]?.(fields) ?? {},
  };
}
