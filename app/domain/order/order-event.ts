import { z } from "zod";
import { parseDay } from "../day-count.ts";
import { orderEvents, type OrderEvent } from "./order-event-kind.ts";
import { outcomes } from "./order-state.ts";
import { priorities } from "./sla.ts";

export { isStep, onlyAdds, orderEvents } from "./order-event-kind.ts";
export type { OrderEvent } from "./order-event-kind.ts";

const Day = z.string().refine((text) => parseDay(text) !== null, "not a day");
const Ore = z.number().int().min(0).max(1_000_000_000_00);
const text = (most: number) => z.string().trim().max(most);

/** What goes with an event, apart from its reason. Each event reads what it needs; the rest stays out. */
const payloads = {
  askApproval: z.object({ amountOre: Ore.optional() }),
  plan: z.object({ plannedOn: Day }),
  setDay: z.object({ plannedOn: Day.nullable() }),
  finish: z.object({ outcome: z.enum(outcomes).extract(["fixed", "madeSafe"]).default("fixed") }),
  decline: z.object({ nextOwner: text(200).default("") }),
  markDuplicate: z.object({ duplicateOf: text(100).min(1) }),
  planInBacklog: z.object({ year: z.number().int().min(2000).max(2100) }),
  assign: z.object({ teamId: z.uuid().optional(), assignedTo: z.uuid().nullable().optional() }),
  setPriority: z.object({ priority: z.literal(priorities) }),
  hours: z.object({
    minutes: z
      .number()
      .positive()
      .max(24 * 60),
  }),
  material: z.object({
    name: text(200).min(1),
    quantity: z.number().positive().max(1_000_000),
    unit: text(40).default(""),
    priceOre: Ore.nullable().default(null),
  }),
} as const;

type Payloads = { [Event in keyof typeof payloads]: z.infer<(typeof payloads)[Event]> };
/** What a known event carries once read. */
export type PayloadOf<Event extends OrderEvent> = Event extends keyof Payloads ? Payloads[Event] : object;

/** Reads what goes with an event; null where something is missing or makes no sense. @example readPayload("plan", {}) // null */
export function readPayload<Event extends OrderEvent>(event: Event, given: unknown): PayloadOf<Event> | null {
  if (!(event in payloads)) return {} as PayloadOf<Event>;
  const read = payloads[event as keyof typeof payloads].safeParse(given ?? {});
  return read.success ? (read.data as PayloadOf<Event>) : null;
}

/** Events whose reason is what they are: without words there is nothing. */
const isWords = (event: OrderEvent): boolean => event === "comment" || event === "note";

export const mostReasonLength = 2000;

/** An event as it comes from a page, a phone or the API. Based on a version: refused where the order has moved on. */
export const OrderEventForm = z
  .object({
    eventId: z.uuid(),
    orderId: z.uuid(),
    event: z.enum(orderEvents as [OrderEvent, ...OrderEvent[]]),
    reason: text(mostReasonLength).default(""),
    basedOnVersion: z.number().int().min(1).optional(),
    happenedAt: z.iso.datetime({ offset: true }).optional(),
    payload: z.record(z.string(), z.unknown()).default({}),
  })
  .refine(({ event, reason }) => !isWords(event) || reason !== "", { path: ["reason"], message: "no words" });
export type OrderEventForm = z.input<typeof OrderEventForm>;
