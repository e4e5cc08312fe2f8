import { z } from "zod";
import { millionsToOre } from "../../plan/plan-form.ts";

const seconds = z.coerce.number({ message: "seconds" }).int("seconds").min(5, "seconds").max(600, "seconds");
const years = z.coerce
  .number({ message: "paybackYears" })
  .int("paybackYears")
  .min(1, "paybackYears")
  .max(100, "paybackYears");

/** What a program asks of a proposal. Without limits there are none; the base scenario is where it begins. */
export const ProposalRequest = z.object({
  scenarioId: z.uuid("scenarioId").optional(),
  seconds: seconds.default(60),
  budgetOre: z
    .number("budgetOre")
    .int("budgetOre")
    .min(0, "budgetOre")
    .nullish()
    .transform((ore) => ore ?? null),
  paybackYears: years.nullish().transform((value) => value ?? null),
});

const empty = (text: unknown) => (typeof text === "string" && text.trim() === "" ? null : text);

/** The same as typed: the budget in millions of kroner. Messages name the field. */
export const ProposalForm = z.object({
  scenarioId: z.uuid("scenarioId"),
  seconds,
  budgetOre: z
    .string()
    .trim()
    .refine((text) => text === "" || millionsToOre(text) !== null, "budgetOre")
    .transform((text) => (text === "" ? null : millionsToOre(text))),
  paybackYears: z.preprocess(empty, years.nullable()),
});
