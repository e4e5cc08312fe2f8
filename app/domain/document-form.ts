import { z } from "zod";
import { parseDay } from "./day.ts";
import { documentKinds } from "./document.ts";

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
