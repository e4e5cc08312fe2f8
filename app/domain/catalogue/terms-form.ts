import { z } from "zod";
import { parseDay } from "../day.ts";
import { serviceApprovers, serviceUnits } from "./service.ts";

const blank = (text: unknown) =>
  text === undefined || (typeof text === "string" && text.trim() === "") ? null : text;

/** A number as people type it: a comma or a point, spaces between thousands. */
const typed = (text: unknown) =>
  typeof text === "string" ? text.trim().replace(/\s/g, "").replace(",", ".") : text;

const number = (field: string, most: number) =>
  z.preprocess(
    typed,
    z
      .string(field)
      .regex(/^\d+(\.\d{1,4})?$/, field)
      .transform(Number)
      .refine((value) => value <= most, field),
  );

const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blank, z.union([z.null(), schema]));

const ore = (kroner: number) => Math.round(kroner * 100);
const mostKroner = 10_000_000;

/** New terms of a service from a day, as typed: prices in kroner. Each fault is the name of its field. */
export const TermsForm = z
  .object({
    validFrom: z
      .string("validFrom")
      .trim()
      .refine((day) => parseDay(day) !== null, "validFrom"),
    unit: z.enum(serviceUnits, "unit"),
    unitPrice: number("unitPrice", mostKroner),
    normMinutes: number("normMinutes", 100_000),
    quality: optional(number("quality", 5).refine(Number.isInteger, "quality")),
    visitsPerYear: optional(number("visitsPerYear", 10_000)),
    priority: z.enum(["1", "2", "3", "4"], "priority").transform((text) => Number(text) as 1 | 2 | 3 | 4),
    approvalAbove: optional(number("approvalAbove", mostKroner)),
    approver: optional(z.enum(serviceApprovers, "approver")),
    source: z.string("source").trim().min(1, "source").max(200, "source"),
  })
  .superRefine(({ approvalAbove, approver }, context) => {
    if ((approvalAbove === null) !== (approver === null))
      context.addIssue({ code: "custom", path: ["approver"], message: "approver" });
  })
  .transform(({ unitPrice, approvalAbove, ...rest }) => ({
    ...rest,
    unitPriceOre: ore(unitPrice),
    approvalAboveOre: approvalAbove === null ? null : ore(approvalAbove),
  }));
export type TermsForm = z.infer<typeof TermsForm>;

const text = (field: string, least: number, most: number) =>
  z.string(field).trim().min(least, field).max(most, field);

/** What a service is called and says of itself, in both languages. */
export const ServiceTexts = z.object({
  nameDa: text("nameDa", 1, 120),
  nameEn: text("nameEn", 1, 120),
  descriptionDa: text("descriptionDa", 1, 2000),
  descriptionEn: text("descriptionEn", 1, 2000),
  guidanceDa: text("guidanceDa", 0, 2000),
  guidanceEn: text("guidanceEn", 0, 2000),
  owner: text("owner", 1, 200),
});
export type ServiceTexts = z.infer<typeof ServiceTexts>;
