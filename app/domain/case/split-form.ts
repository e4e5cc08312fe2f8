import { z } from "zod";
import { isId, type Id } from "../id.ts";
import { readAmount } from "../trade/terms-form.ts";
import { costBases } from "./split-cost.ts";

const value = (fault: string) =>
  z
    .string(fault)
    .transform((text) => readAmount(text) ?? 0)
    .refine((number) => number >= 0 && number <= 1_000_000, fault);

/** Who bears the price of an order, and how much of it: the landlord (`landlord`) or a unit of the building (its id). */
export const SplitForm = z.object({
  version: z.coerce.number("version").int("version").min(1, "version"),
  basis: z.enum(costBases, "basis"),
  /** The price in kroner, where the order has none yet. */
  price: z
    .string("price")
    .default("")
    .transform(readAmount)
    .refine((kroner) => kroner === null || (kroner > 0 && kroner <= 100_000_000), "price"),
  values: z.record(
    z.string().refine((key) => key === "landlord" || isId(key), "values"),
    value("values"),
  ),
});
export type SplitForm = z.infer<typeof SplitForm>;

/** Someone who can bear a part: the landlord (no unit), or a unit that rents in the building, with its m². */
export interface PossibleBearer {
  unitId: Id | null;
  administrationId: Id | null;
  name: string | null;
  areaM2: number;
}

export type SplitFault = "notHundred" | "hoursDiffer" | "noBearer";

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

/**
 * The measure by which each bears: percent that make up a hundred, hours that make up those recorded (where any are), or
 * the m² that each rents. @example measuresOf("share", bearers, { landlord: 100 }, 0) // [{ bearer, value: 100 }]
 */
export function measuresOf(
  basis: SplitForm["basis"],
  bearers: readonly PossibleBearer[],
  values: SplitForm["values"],
  recordedHours: number,
): { bearer: PossibleBearer; value: number }[] | SplitFault {
  const measured = bearers.map((bearer) => ({
    bearer,
    value: basis === "m2" ? bearer.areaM2 : (values[bearer.unitId ?? "landlord"] ?? 0),
  }));
  const sum = measured.reduce((all, one) => all + one.value, 0);
  if (sum === 0) return "noBearer";
  if (basis === "share" && !isNear(sum, 100)) return "notHundred";
  if (basis === "hours" && recordedHours > 0 && !isNear(sum, recordedHours)) return "hoursDiffer";
  return measured.filter((one) => one.value > 0);
}
