import { z } from "zod";
import { parseDay } from "../day.ts";
import { isId } from "../id.ts";

const day = (field: string) =>
  z
    .string(field)
    .trim()
    .refine((text) => parseDay(text) !== null, field);

/** Days a unit is closed, both included, as typed. Each fault is the name of its field. */
export const ClosingForm = z
  .object({
    unitId: z.string("unitId").refine(isId, "unitId"),
    name: z.string("name").trim().min(1, "name").max(120, "name"),
    from: day("from"),
    to: day("to"),
  })
  .superRefine(({ from, to }, context) => {
    if (to < from) context.addIssue({ code: "custom", path: ["to"], message: "to" });
  });
export type ClosingForm = z.infer<typeof ClosingForm>;
