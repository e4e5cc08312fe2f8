import { z } from "zod";
import { isId } from "../id.ts";
import { oreIn } from "../typed-number.ts";

const Id = z.string().refine(isId, "id");
const common = { contractId: Id, reason: z.string("reason").trim().min(3, "reason").max(300, "reason") };

/** What is put right: all lines of a lease by its terms as they are now, or one line to an amount in kroner; always with why. */
export const CorrectionForm = z.discriminatedUnion("by", [
  z.object({ by: z.literal("terms"), ...common }),
  z
    .object({ by: z.literal("amount"), ...common, lineId: Id, amount: z.string("amount") })
    .transform(({ amount, ...form }, context) => {
      const amountOre = oreIn(amount);
      if (amountOre === null) {
        context.addIssue({ code: "custom", path: ["amount"], message: "amount" });
        return z.NEVER;
      }
      return { ...form, amountOre };
    }),
]);
export type CorrectionForm = z.infer<typeof CorrectionForm>;
