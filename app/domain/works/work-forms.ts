import { z } from "zod";
import { parseDay } from "../day-count.ts";
import { isId } from "../id.ts";
import { readAmount } from "../trade/terms-form.ts";

const mostKroner = 10_000_000_000;

/** Kroner as people type them, as øre; nothing typed is null. */
const kroner = (fault: string) =>
  z
    .string(fault)
    .default("")
    .transform(readAmount)
    .refine((value) => value === null || (value >= 0 && value <= mostKroner), fault)
    .transform((value) => (value === null ? null : Math.round(value * 100)));

const version = z.coerce.number("version").int("version").min(1, "version");
const words = (fault: string, least: number, most: number) =>
  z.string(fault).trim().min(least, fault).max(most, fault);
const day = (fault: string) =>
  z.string(fault).transform((text, context) => {
    const read = parseDay(text);
    if (!read) context.addIssue({ code: "custom", message: fault });
    return read ?? "";
  });

/** What was granted, agreed and paid for a work. Faults are the fields' names, to be said in words. */
export const WorkMoneyForm = z.object({
  version,
  budgetOre: kroner("budgetOre"),
  contractOre: kroner("contractOre"),
  actualOre: kroner("actualOre"),
});
export type WorkMoneyForm = z.infer<typeof WorkMoneyForm>;

/** An order of a work: what it says to those who do it. The key makes the same form one order. */
export const OrderWorkForm = z.object({
  version,
  key: z.string("key").refine(isId, "key"),
  text: words("text", 3, 4_000),
});
export type OrderWorkForm = z.infer<typeof OrderWorkForm>;

export const DropWorkForm = z.object({ version, reason: words("reason", 3, 2_000) });
export type DropWorkForm = z.infer<typeof DropWorkForm>;

/** A work that is done: when, what it came to, and how each of its elements stands now, 1 or 2. */
export const FinishWorkForm = z.object({
  version,
  doneOn: day("doneOn"),
  actualOre: kroner("actualOre").refine((ore) => ore !== null, "actualOre"),
  note: z.string("note").trim().max(2_000, "note").default(""),
  conditions: z.record(
    z.string().refine(isId, "conditions"),
    z.union([z.literal(1), z.literal(2)], "conditions"),
  ),
});
export type FinishWorkForm = z.infer<typeof FinishWorkForm>;

/** A case that shows what a work is about, and, where it is worse than thought, what would follow and why. */
export const EvidenceForm = z
  .object({
    caseNumber: z
      .string("caseNumber")
      .trim()
      .regex(/^\d{4}-\d{6,}$/, "caseNumber"),
    note: z.string("note").trim().max(2_000, "note").default(""),
    raisedConsequence: z
      .union(
        [z.literal("").transform(() => null), z.coerce.number().int().min(1).max(5)],
        "raisedConsequence",
      )
      .default(null),
    raisedReason: z.string("raisedReason").trim().max(2_000, "raisedReason").default(""),
  })
  .refine(({ raisedConsequence, raisedReason }) => raisedConsequence === null || raisedReason.length >= 3, {
    message: "raisedReason",
    path: ["raisedReason"],
  });
export type EvidenceForm = z.infer<typeof EvidenceForm>;
