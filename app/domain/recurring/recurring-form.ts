import { z } from "zod";
import { parseDay } from "../day.ts";
import { isId } from "../id.ts";
import { ruleOf, weekdayCodes, type Pattern } from "./rule.ts";

const patterns = ["weekdays", "weekly", "monthlyDay", "monthlyWeekday"] as const;

const whole = (field: string, least: number, most: number, fallback: number) =>
  z.preprocess(
    (text) => (text === undefined || text === "" ? fallback : Number(text)),
    z.number(field).int(field).min(least, field).max(most, field),
  );

const day = (field: string) =>
  z
    .string(field)
    .trim()
    .refine((text) => parseDay(text) !== null, field);

/** A service that shall come again, as typed. Each fault is the name of its field. */
export const RecurringForm = z
  .object({
    /** `unit:building`, as the choice of place says it. */
    place: z
      .string("place")
      .refine((text) => text.split(":").length === 2 && text.split(":").every(isId), "place"),
    serviceCode: z.string("serviceCode").min(1, "serviceCode").max(40, "serviceCode"),
    quantity: z.preprocess(
      (text) =>
        Number(
          String(text ?? "")
            .replace(/\s/g, "")
            .replace(",", ".") || Number.NaN,
        ),
      z.number("quantity").positive("quantity").max(100_000, "quantity").multipleOf(0.01, "quantity"),
    ),
    description: z.string().trim().max(2000, "description").default(""),
    pattern: z.enum(patterns, "pattern"),
    every: whole("every", 1, 52, 1),
    days: z.array(z.enum(weekdayCodes, "days")).default([]),
    monthDay: whole("monthDay", 1, 31, 1),
    nth: whole("nth", -1, 4, 1).refine((nth) => nth !== 0, "nth"),
    nthDay: z.enum(weekdayCodes, "nthDay").default("MO"),
    startsOn: day("startsOn"),
    startsAt: z.string("startsAt").regex(/^([01]\d|2[0-3]):[0-5]\d$/, "startsAt"),
    endsOn: z
      .preprocess((text) => (text === "" ? null : text), z.union([z.null(), day("endsOn")]))
      .default(null),
    skipsHolidays: z.boolean().default(false),
  })
  .superRefine((form, context) => {
    if (form.pattern === "weekly" && form.days.length === 0)
      context.addIssue({ code: "custom", path: ["days"], message: "days" });
    if (form.endsOn !== null && form.endsOn < form.startsOn)
      context.addIssue({ code: "custom", path: ["endsOn"], message: "endsOn" });
  })
  .transform(({ place, pattern, every, days, monthDay, nth, nthDay, ...rest }) => {
    const [unitId, buildingId] = place.split(":") as [string, string];
    const chosen: Pattern =
      pattern === "weekdays"
        ? { kind: pattern }
        : pattern === "weekly"
          ? { kind: pattern, every, days }
          : pattern === "monthlyDay"
            ? { kind: pattern, every, monthDay }
            : { kind: pattern, every, nth, day: nthDay };
    return { ...rest, unitId, buildingId, rrule: ruleOf(chosen) };
  });
export type RecurringForm = z.infer<typeof RecurringForm>;
