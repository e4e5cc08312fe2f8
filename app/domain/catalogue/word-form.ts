import { z } from "zod";
import { wordsOf } from "../suggestion/words-of.ts";

/** A word or phrase to teach the catalogue: kept as the suggestion reads it, so that two spellings are one word. */
export const WordForm = z.object({
  term: z
    .string("term")
    .max(80, "term")
    .transform((text) => wordsOf(text).join(" "))
    .refine((term) => term.length >= 2 && term.split(" ").length <= 5, "term"),
  locale: z.enum(["da", "en"], "locale"),
  /** `item:window` or `service:1300.01`. */
  target: z.string("target").regex(/^(item|service):[\w.]+$/, "target"),
});
export type WordForm = z.infer<typeof WordForm>;
