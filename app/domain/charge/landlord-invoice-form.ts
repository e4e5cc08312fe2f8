import { z } from "zod";
import { parseDay } from "../day-count.ts";
import { oreIn } from "../typed-number.ts";
import { landlordLines } from "./reconcile.ts";

/** A landlord's invoice as typed: its number, the day it came, and kroner by line; what is left empty is no line. */
export const LandlordInvoiceForm = z
  .object({
    number: z.string("number").trim().min(1, "number").max(60, "number"),
    receivedOn: z.string("receivedOn").refine((text) => parseDay(text) !== null, "receivedOn"),
    ...Object.fromEntries(landlordLines.map((key) => [key, z.string().trim().default("")])),
  })
  .transform((form: Record<string, string>, context) => {
    const lines = landlordLines
      .filter((key) => form[key] !== "")
      .map((key) => ({ key, amountOre: oreIn(form[key]!) }));
    for (const { key, amountOre } of lines)
      if (amountOre === null) context.addIssue({ code: "custom", path: [key], message: "amount" });
    if (lines.length === 0) context.addIssue({ code: "custom", path: ["base"], message: "noLines" });
    return {
      ...{ number: form.number!, receivedOn: form.receivedOn! },
      lines: lines.map(({ key, amountOre }) => ({ key, amountOre: amountOre ?? 0 })),
    };
  });
export type LandlordInvoiceForm = z.infer<typeof LandlordInvoiceForm>;
