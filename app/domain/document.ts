import { z } from "zod";
import { parseDay } from "./day.ts";

/** What a document is to a building. */
export const documentKinds = ["drawing", "contract", "report", "certificate", "photo", "other"] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The largest file that is taken: 25 MB, counted as people and their systems count it. */
export const mostDocumentBytes = 25 * 1024 * 1024;

const longestTitle = 200;

/** What is typed beside a file; the faults are names, to be said in words. */
export const DocumentForm = z.object({
  title: z.string().trim().min(1, "title").max(longestTitle, "title"),
  kind: z.enum(documentKinds, "kind"),
  datedOn: z
    .string()
    .trim()
    .transform((text) => text || null)
    .refine((text) => text === null || parseDay(text) !== null, "datedOn"),
});
export type DocumentForm = z.infer<typeof DocumentForm>;
