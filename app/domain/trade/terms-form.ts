import { z } from "zod";
import { addDays, parseDay } from "../day-count.ts";
import { tradeBases } from "./trade-basis.ts";

/** A number as people type it: 1.250,50 or 1250.50; null for nothing. Throws nothing: what is no number is NaN. */
export function readAmount(text: string): number | null {
  const bare = text.replace(/[\s\u00a0]/g, "");
  if (bare === "") return null;
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)) return Number(bare.replaceAll(".", "").replace(",", "."));
  return /^\d+([.,]\d+)?$/.test(bare) ? Number(bare.replace(",", ".")) : NaN;
}

const hasTwoDecimals = (value: number): boolean => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6;

const amount = (fault: string, most: number, least: number) =>
  z
    .string(fault)
    .transform(readAmount)
    .refine((value) => value === null || (value >= least && value <= most && hasTwoDecimals(value)), fault);

const day = (fault: string) =>
  z.string(fault).transform((text, context) => {
    const read = parseDay(text);
    if (!read) context.addIssue({ code: "custom", message: fault });
    return read ?? "";
  });

/** What two units agree on. Faults are the field's name, to be said in words. The last day is included, as people say it. */
export const TradeTerms = z
  .object({
    serviceCode: z.string("serviceCode").min(1, "serviceCode").max(20, "serviceCode"),
    description: z.string("description").trim().max(1000, "description"),
    basis: z.enum(tradeBases, "basis"),
    quantity: amount("quantity", 1_000_000, 0.01),
    unitPrice: amount("unitPrice", 10_000_000, 0),
    validFrom: day("validFrom"),
    lastDay: z.union([z.literal("").transform(() => null), day("lastDay")], "lastDay"),
  })
  .refine(({ validFrom, lastDay }) => lastDay === null || lastDay >= validFrom, {
    message: "lastDay",
    path: ["lastDay"],
  })
  .transform(({ unitPrice, lastDay, ...terms }) => ({
    ...terms,
    unitPriceOre: unitPrice === null ? null : Math.round(unitPrice * 100),
    validTo: lastDay && addDays(lastDay, 1),
  }));
export type TradeTerms = z.infer<typeof TradeTerms>;

/** What was delivered on a day. */
export const DeliveryForm = z.object({
  deliveredOn: day("deliveredOn"),
  quantity: amount("quantity", 1_000_000, 0.01).refine((value) => value !== null, "quantity"),
  note: z.string("note").trim().max(500, "note").default(""),
});

/** What puts a settled month right: kroner to the seller, or from the seller with a minus. */
export const CorrectionForm = z.object({
  wrongMonth: z.string("wrongMonth").regex(/^\d{4}-(0[1-9]|1[0-2])$/, "wrongMonth"),
  amountOre: z
    .string("amount")
    .transform((text) => {
      const [, minus, size] = /^\s*([-−]?)(.*)$/.exec(text)!;
      const kroner = readAmount(size!);
      return kroner === null ? NaN : Math.round(kroner * 100) * (minus ? -1 : 1);
    })
    .refine((ore) => Number.isSafeInteger(ore) && ore !== 0 && Math.abs(ore) <= 1_000_000_000, "amount"),
  reason: z.string("reason").trim().min(3, "reason").max(500, "reason"),
});
export type CorrectionForm = z.infer<typeof CorrectionForm>;
