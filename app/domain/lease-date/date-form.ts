import { z } from "zod";
import { isId } from "../id.ts";

const owner = z.string().refine(isId);

/** What somebody says of a date: take it, give it to somebody or to nobody, mark it as handled, or open it again. */
export const dateForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("take") }),
  z.object({ intent: z.literal("assign"), ownerId: z.union([owner, z.literal("").transform(() => null)]) }),
  z.object({ intent: z.literal("handle"), note: z.string().trim().min(3).max(2000) }),
  z.object({ intent: z.literal("reopen") }),
]);
export type DateForm = z.infer<typeof dateForm>;
