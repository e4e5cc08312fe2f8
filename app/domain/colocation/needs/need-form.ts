import { z } from "zod";
import { parseDay } from "../../day-count.ts";
import { isId } from "../../id.ts";
import { numberIn } from "../../typed-number.ts";
import { planKinds } from "./plan-kind.ts";

/* Plans and needs as typed. Messages name the field that is wrong. */

const id = (field: string) => z.string({ message: field }).refine(isId, field);
const maybeId = (field: string) =>
  z
    .string()
    .nullish()
    .transform((text) => text?.trim() || null)
    .refine((text) => text === null || isId(text), field);

/** A number as Danes and Britons type it. */
const amount = (field: string, least: number, most: number) =>
  z
    .string({ message: field })
    .transform((text) => numberIn(text))
    .refine((value): value is number => value !== null && value >= least && value <= most, field);
const whole = (field: string, least: number, most: number) =>
  amount(field, least, most).refine((value) => Number.isInteger(value), field);

/** How many of a kind an administration expects in a district (or the whole city) and year. */
export const PlanForm = z.object({
  administrationId: id("administration"),
  districtId: maybeId("district"),
  kind: z.enum(planKinds, { message: "kind" }),
  year: whole("year", 2000, 2200),
  quantity: whole("quantity", 0, 1_000_000),
  source: z.string({ message: "source" }).trim().min(1, "source").max(300, "source"),
});
export type PlanForm = z.infer<typeof PlanForm>;

/** Which figure: there is one of a kind for a district and year. */
export const PlanKey = PlanForm.omit({ quantity: true, source: true });
export type PlanKey = z.infer<typeof PlanKey>;

/** Premises that an administration will need: for what, how large, where, from when and for how long. */
export const NeedForm = z.object({
  administrationId: id("administration"),
  name: z.string({ message: "name" }).trim().min(1, "name").max(160, "name"),
  unitKind: z.string({ message: "unitKind" }).trim().min(1, "unitKind").max(40, "unitKind"),
  districtId: maybeId("district"),
  areaM2: amount("areaM2", 1, 1_000_000),
  neededFrom: z
    .string({ message: "neededFrom" })
    .trim()
    .refine((text) => parseDay(text) !== null, "neededFrom"),
  years: whole("years", 1, 100),
  note: z
    .string()
    .trim()
    .max(2000, "note")
    .nullish()
    .transform((text) => text || null),
});
export type NeedForm = z.infer<typeof NeedForm>;
