import { z } from "zod";
import { isId } from "../id.ts";
import { oreIn } from "../typed-number.ts";

const Id = z.string().refine(isId, "id");
const Kroner = z.string("amount").transform((typed, context) => {
  const ore = oreIn(typed);
  if (ore !== null) return ore;
  context.addIssue({ code: "custom", message: "amount" });
  return z.NEVER;
});
const common = { contractId: Id, reason: z.string("reason").trim().min(3, "reason").max(300, "reason") };

/** What is put right: all lines of a lease by its terms as they are now, or one line to an amount in kroner; always with why. */
export const CorrectionForm = z.discriminatedUnion("by", [
  z.object({ by: z.literal("terms"), ...common }),
  z
    .object({ by: z.literal("amount"), ...common, lineId: Id, amount: Kroner })
    .transform(({ amount, ...form }) => ({ ...form, amountOre: amount })),
]);
export type CorrectionForm = z.infer<typeof CorrectionForm>;
