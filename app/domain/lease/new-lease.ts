import type { BasePart, RentLineKind } from "../rent/rent-term.ts";
import { LeaseForm, type RentTyped } from "./lease-form.ts";
import { partyRoles, type LeaseStep } from "./lease-step.ts";
import type { LeaseKind } from "./lease-search.ts";

type Line = [RentLineKind, BasePart | null, "whole" | "perM2", boolean];

/** The lines that a rent of each kind usually has; what has no amount is not part of the lease. */
const usualLines: Record<"own" | "others", Line[]> = {
  own: [
    ["base", "capital", "perM2", true],
    ["base", "exteriorMaintenance", "perM2", true],
    ["base", "reserve", "perM2", true],
    ["administration", null, "perM2", true],
    ["insurance", null, "whole", false],
    ["taxes", null, "whole", false],
    ["consumption", null, "whole", false],
    ["operation", null, "whole", false],
  ],
  others: [
    ["base", null, "perM2", true],
    ["taxes", null, "whole", false],
    ["consumption", null, "whole", false],
    ["operation", null, "whole", false],
  ],
};

/** A lease that has just been begun: its kind, who the city is in it, and the lines to fill in. @example newLease("internal", "KEjd").rent.length // 8 */
export function newLease(kind: LeaseKind, city: string): LeaseForm {
  const rent = usualLines[kind === "internal" ? "own" : "others"].map(
    ([line, part, basis, isIndexed]): RentTyped => ({
      ...{ kind: line, part, basis, isIndexed, kroner: "", cap: "", floor: "" },
    }),
  );
  const form = LeaseForm.parse({ kind, rent });
  form.parties[kind === "thirdPartyIn" ? "tenant" : "landlord"].name = city;
  return form;
}

/** What one step of the form says, over what was saved before; the other steps stay. */
export function withStep(
  form: LeaseForm,
  step: LeaseStep,
  fields: Pick<URLSearchParams, "get" | "has">,
): LeaseForm {
  const text = (name: string, before: string) => (fields.has(name) ? String(fields.get(name)) : before);
  const typed = <Part extends Record<string, unknown>>(part: Part, prefix: string): Part =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => [
        key,
        typeof value === "boolean"
          ? fields.has(`${prefix}${key}`)
          : typeof value === "string"
            ? text(`${prefix}${key}`, value)
            : value,
      ]),
    ) as Part;
  if (step === "parties") {
    const parties = Object.fromEntries(
      partyRoles.map((role) => [role, typed(form.parties[role], `parties.${role}.`)]),
    ) as LeaseForm["parties"];
    const administration = text("administration", form.administration);
    // Another administration has other units.
    const unit =
      administration === form.administration || form.administration === "" ? text("unit", form.unit) : "";
    return { ...form, administration, unit, from: text("from", form.from), to: text("to", form.to), parties };
  }
  if (step === "premises")
    return {
      ...form,
      premises: form.premises.flatMap((one, index) =>
        fields.has(`premises.${index}.remove`) ? [] : typed(one, `premises.${index}.`),
      ),
    };
  if (step === "terms") return { ...form, terms: typed(form.terms, "") };
  if (step === "rent")
    return {
      ...form,
      terms: {
        ...form.terms,
        baseMonth: text("baseMonth", form.terms.baseMonth),
        adjustsInMonth: text("adjustsInMonth", form.terms.adjustsInMonth),
      },
      rent: form.rent.map((row, index) => ({
        ...typed(row, `rent.${index}.`),
        basis: text(`rent.${index}.basis`, row.basis) === "whole" ? ("whole" as const) : ("perM2" as const),
      })),
    };
  return form;
}
