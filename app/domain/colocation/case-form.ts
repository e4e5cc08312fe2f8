import { z } from "zod";
import { parseDay } from "../day-count.ts";

const day = (field: string) =>
  z
    .string({ message: field })
    .trim()
    .refine((text) => parseDay(text) !== null, field);

const year = (field: string) =>
  z.coerce.number({ message: field }).int(field).min(1990, field).max(2200, field);

/**
 * A new co-location case, as typed or as a program sends it. Messages name the field that is wrong. Without units and
 * premises it is an empty case to be filled in.
 */
export const CaseForm = z.object({
  name: z.string({ message: "name" }).trim().min(1, "name").max(160, "name"),
  purpose: z
    .string()
    .trim()
    .max(4000, "purpose")
    .nullish()
    .transform((text) => text || null),
  priceYear: year("priceYear"),
  horizonYears: z.coerce
    .number({ message: "horizonYears" })
    .int("horizonYears")
    .min(1, "horizonYears")
    .max(100, "horizonYears"),
  startOn: day("startOn"),
  ratesAsOf: day("ratesAsOf").optional(),
});
export type CaseForm = z.infer<typeof CaseForm>;
