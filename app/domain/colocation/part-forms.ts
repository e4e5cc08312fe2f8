import { z } from "zod";
import { parseDay } from "../day-count.ts";
import { isId } from "../id.ts";
import { caseAssumptionKeys } from "./usual-assumptions.ts";
import { isShareable, roomFunctions } from "./room-function.ts";

/* The parts of a case as typed, or as a program sends them. Messages name the field that is wrong. */

const id = (field: string) => z.string({ message: field }).refine(isId, field);
const count = (field: string, most = 100_000) =>
  z.coerce.number({ message: field }).int(field).min(0, field).max(most, field);
const maybeDay = (field: string) =>
  z
    .string()
    .nullish()
    .transform((text) => text?.trim() || null)
    .refine((text) => text === null || parseDay(text) !== null, field);

export const UnitForm = z.object({ unitId: id("unit"), employees: count("employees") });
export type UnitForm = z.infer<typeof UnitForm>;

export const NeedForm = z
  .object({
    roomFunction: z.enum(roomFunctions, { message: "roomFunction" }),
    places: count("places"),
    areaM2: z.coerce.number({ message: "areaM2" }).min(0, "areaM2").max(1_000_000, "areaM2"),
    mayShare: z.boolean().default(false),
  })
  .refine((need) => !need.mayShare || isShareable(need.roomFunction), { message: "mayShare" });

const HoursForm = z
  .object({
    weekday: count("weekday", 7).min(1, "weekday"),
    fromHour: count("hours", 23),
    toHour: count("hours", 24),
    persons: count("persons"),
  })
  .refine(({ fromHour, toHour }) => toHour > fromHour, { message: "hours" });

/** Who moves, what they need and when they are there. Hours of one weekday may not overlap. */
export const UnitDetails = z.object({
  employees: count("employees"),
  needs: z.array(NeedForm).max(roomFunctions.length, "needs").default([]),
  hours: z
    .array(HoursForm)
    .max(100, "hours")
    .default([])
    .refine(
      (hours) =>
        hours.every((one, at) =>
          hours.every(
            (other, index) =>
              index <= at ||
              other.weekday !== one.weekday ||
              other.fromHour >= one.toHour ||
              one.fromHour >= other.toHour,
          ),
        ),
      "hours",
    ),
});
export type UnitDetails = z.infer<typeof UnitDetails>;

const whenVacatedChoices = ["keep", "endLease", "sell", "let"] as const;

/** A building, spaces of one, or a lease from a third party. */
export const PremisesForm = z.object({
  buildingId: id("building"),
  contractId: id("contract").nullish(),
  spaceIds: z.array(id("space")).max(2_000, "space").default([]),
});
export type PremisesForm = z.infer<typeof PremisesForm>;

export const PremisesDetails = z.object({
  whenVacated: z.enum(whenVacatedChoices, { message: "whenVacated" }),
  exitOn: maybeDay("exitOn"),
  capacity: z
    .array(
      z.object({
        roomFunction: z.enum(roomFunctions, { message: "roomFunction" }),
        places: count("places"),
        areaM2: z.coerce.number({ message: "areaM2" }).min(0, "areaM2").max(1_000_000, "areaM2"),
      }),
    )
    .max(roomFunctions.length, "capacity")
    .default([]),
});
export type PremisesDetails = z.infer<typeof PremisesDetails>;

export const ScenarioName = z
  .string({ message: "scenarioName" })
  .trim()
  .min(1, "scenarioName")
  .max(120, "scenarioName");

/** Where a unit is in a scenario: assigned or pinned to premises, forbidden there, or (allowed) neither. */
export const PlacementForm = z.object({
  unitId: id("unit"),
  premisesId: id("premises"),
  standing: z.enum(["assigned", "pinned", "forbidden", "none"], { message: "standing" }),
  order: z.coerce.number({ message: "order" }).int("order").min(1, "order").max(1000, "order").nullish(),
  fromDay: maybeDay("fromDay"),
});
export type PlacementForm = z.infer<typeof PlacementForm>;

export const ConditionForm = z
  .object({
    unitId: id("unit"),
    strength: z.enum(["hard", "soft"], { message: "strength" }),
    kind: z.enum(["apart", "together", "notHere", "onlyHere", "within"], { message: "kind" }),
    otherUnitId: id("otherUnit").nullish(),
    premisesId: id("premises").nullish(),
    distanceMeters: count("distance").min(1, "distance").nullish(),
    yearlyPriceOre: z
      .number({ message: "price" })
      .int("price")
      .min(0, "price")
      .max(100_000_000_000, "price")
      .nullish(),
    words: z.string({ message: "words" }).trim().min(1, "words").max(500, "words"),
  })
  .refine(({ strength, yearlyPriceOre }) => strength === "hard" || typeof yearlyPriceOre === "number", {
    message: "price",
  })
  .refine(
    ({ kind, otherUnitId, unitId }) =>
      !["apart", "together"].includes(kind) || (otherUnitId && otherUnitId !== unitId),
    {
      message: "otherUnit",
    },
  )
  .refine(({ kind, premisesId }) => !["notHere", "onlyHere"].includes(kind) || premisesId, {
    message: "premises",
  })
  .refine(({ kind, distanceMeters }) => kind !== "within" || distanceMeters, { message: "distance" });
export type ConditionForm = z.infer<typeof ConditionForm>;

export const AssumptionForm = z
  .object({
    key: z.enum(caseAssumptionKeys, { message: "key" }),
    premisesId: id("premises").nullish(),
    unitId: id("unit").nullish(),
    low: z.number({ message: "low" }).min(0, "low"),
    base: z.number({ message: "base" }).min(0, "base"),
    high: z.number({ message: "high" }).min(0, "high").max(1e13, "high"),
    source: z.string({ message: "source" }).trim().min(1, "source").max(500, "source"),
    owner: z.string({ message: "owner" }).trim().min(1, "owner").max(200, "owner"),
  })
  .refine(({ low, base, high }) => low <= base && base <= high, { message: "order" });
export type AssumptionForm = z.infer<typeof AssumptionForm>;
