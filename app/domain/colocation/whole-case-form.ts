import { z } from "zod";
import { CaseForm } from "./case-form.ts";
import {
  AssumptionForm,
  ConditionForm,
  PlacementForm,
  PremisesDetails,
  PremisesForm,
  ScenarioName,
  UnitDetails,
  UnitForm,
} from "./part-forms.ts";

/**
 * A whole case at once, as a program sends it: units by the register's ids, premises with a name of the sender's own, and
 * scenarios, conditions and values that speak of them by those. Whatever is left out is as in a new case.
 */
export const WholeCaseForm = CaseForm.extend({
  units: z
    .array(UnitForm.extend(UnitDetails.shape).partial({ needs: true, hours: true }))
    .max(300, "units")
    .default([]),
  premises: z
    .array(
      PremisesForm.extend(PremisesDetails.partial().shape).extend({
        key: z.string({ message: "key" }).min(1, "key").max(60, "key"),
      }),
    )
    .max(300, "premises")
    .default([])
    .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, "key"),
  scenarios: z
    .array(
      z.object({
        name: ScenarioName,
        placements: z
          .array(PlacementForm.extend({ premisesId: z.string({ message: "premises" }) }))
          .max(2_000, "placements"),
        waits: z
          .array(z.object({ unitId: z.string(), afterUnitId: z.string() }))
          .max(500, "waits")
          .default([]),
      }),
    )
    .max(50, "scenarios")
    .default([]),
  conditions: z
    .array(z.object({ ...ConditionForm.shape, premisesId: z.string().nullish() }))
    .max(300, "conditions")
    .default([]),
  assumptions: z
    .array(z.object({ ...AssumptionForm.shape, premisesId: z.string().nullish() }))
    .max(300, "assumptions")
    .default([]),
});
export type WholeCaseForm = z.infer<typeof WholeCaseForm>;
