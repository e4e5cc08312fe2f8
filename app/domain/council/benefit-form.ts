import { z } from "zod";
import { isId } from "../id.ts";
import { numberIn } from "../typed-number.ts";
import { benefitKinds } from "./benefit.ts";

/** Kroner as typed, in øre. */
const kroner = (field: string, least: number) =>
  z
    .string({ message: field })
    .transform((text) => {
      const bare = text.trim();
      const value = numberIn(/^\d{1,3}(\.\d{3})+$/.test(bare) ? bare.replaceAll(".", "") : bare);
      return value === null ? Number.NaN : Math.round(value * 100);
    })
    .refine((ore) => Number.isSafeInteger(ore) && ore >= least && ore <= 1e13, field);

const year = (field: string) =>
  z.coerce.number({ message: field }).int(field).min(1990, field).max(2200, field);

const optionalId = (field: string) =>
  z
    .string()
    .transform((text) => text || null)
    .refine((text) => text === null || isId(text), field);

/** A line of what a case promises, as typed. Messages name the field that is wrong. */
export const BenefitForm = z.object({
  label: z.string().trim().min(1, "label").max(200, "label"),
  administrationId: optionalId("administrationId"),
  kind: z.enum(benefitKinds, "kind"),
  isHard: z.string().transform((text) => text === "hard"),
  requiredOre: kroner("requiredOre", 1),
  fromYear: year("fromYear"),
  phaseYears: z.coerce
    .number({ message: "phaseYears" })
    .int("phaseYears")
    .min(1, "phaseYears")
    .max(40, "phaseYears"),
  securedBy: z.string().trim().max(500, "securedBy"),
});
export type BenefitForm = z.infer<typeof BenefitForm>;

/** What came of a line in a year, as its owner typed it. */
export const BenefitAnswerForm = z.object({
  year: year("year"),
  realisedOre: kroner("realisedOre", 0),
  budgetCutOre: kroner("budgetCutOre", 0),
  isBudgetReduced: z.string().transform((text) => text === "yes"),
  words: z.string().trim().max(2000, "words"),
});
export type BenefitAnswerForm = z.infer<typeof BenefitAnswerForm>;
