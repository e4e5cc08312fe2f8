import { z } from "zod";
import { parseDay } from "../day-count.ts";

/** 1–5, or "0" for "don't know". */
const Score = z
  .enum(["0", "1", "2", "3", "4", "5"], "missing")
  .transform((text) => (text === "0" ? null : Number(text)));

/** The answer to the three questions. Faults are names, to be said in words. */
export const OpinionForm = z.object({
  acuteRepair: Score,
  exteriorUpkeep: Score,
  rentCollection: Score,
  comment: z.string().trim().max(2000, "tooLong").default(""),
});
export type OpinionForm = z.infer<typeof OpinionForm>;

/** The last day of a round that opens today. */
export const RoundForm = z.object({
  closesOn: z.string("day").refine((text) => parseDay(text) !== null, "day"),
});
