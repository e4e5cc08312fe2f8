import { z } from "zod";
import { backlogKinds } from "../backlog/backlog-line.ts";
import { mostYears } from "./priced-choice.ts";

const ore = z.number({ message: "budget" }).int("budget").min(0, "budget").max(1e13, "budget");

/** The money of one year, øre; earmarks are parts of the budget. */
export const PlanMoney = z
  .object({ budgetOre: ore, earmarksOre: z.record(z.string().min(1).max(40), ore).default({}) })
  .refine(
    ({ budgetOre, earmarksOre }) =>
      Object.values(earmarksOre).reduce((sum, one) => sum + one, 0) <= budgetOre,
    { message: "earmarks" },
  );
export type PlanMoney = z.infer<typeof PlanMoney>;

/** A new plan: its name, years, kinds of work, and money a year. Messages name the field that is wrong. */
export const PlanForm = z.object({
  name: z.string({ message: "name" }).trim().min(1, "name").max(120, "name"),
  purpose: z
    .string()
    .trim()
    .max(2000, "purpose")
    .optional()
    .transform((text) => text || null),
  firstYear: z.coerce
    .number({ message: "firstYear" })
    .int("firstYear")
    .min(2000, "firstYear")
    .max(2200, "firstYear"),
  kinds: z
    .array(z.enum(backlogKinds, { message: "kinds" }))
    .min(1, "kinds")
    .default(["exterior", "interior"]),
  method: z.enum(["package", "priced"], { message: "method" }).default("package"),
  years: z.array(PlanMoney).min(1, "years").max(mostYears, "years"),
});
export type PlanForm = z.infer<typeof PlanForm>;

/** Reads millions of kroner as people type them, into øre; null where it is no amount. @example millionsToOre("234,9") // 23_490_000_000 */
export function millionsToOre(text: string | undefined): number | null {
  const plain = (text ?? "").trim().replace(/\s/g, "").replace(",", ".");
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100_000_000);
}
