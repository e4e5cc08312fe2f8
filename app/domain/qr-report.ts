import { z } from "zod";
import { mostTextLength } from "./case/case-form.ts";

/** Photos that one sending from a wall may have. */
export const mostReportPhotos = 5;

/** What someone without an account says beside the words: both only if they want to. Faults are the field's name. */
export const ReportForm = z.object({
  text: z
    .string("text")
    .trim()
    .min(1, "text")
    .refine((text) => [...text].length <= mostTextLength, "textLong"),
  name: z.string("name").trim().max(200, "name"),
  email: z
    .string("email")
    .trim()
    .max(254, "email")
    .transform((text) => text || null)
    .pipe(z.union([z.null(), z.email("email")], "email")),
  /** Filled in by nobody who sees the page: a field for machines. */
  website: z.literal("", "leaveEmpty"),
});
export type ReportForm = z.infer<typeof ReportForm>;

export type ReportFault =
  | "text"
  | "textLong"
  | "name"
  | "email"
  | "leaveEmpty"
  | "tooMany"
  | "photos"
  | "photosMany"
  | "keyUsedForAnother"
  | "refused";
