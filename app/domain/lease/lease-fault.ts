import type { Day } from "../day-count.ts";
import type { LeaseStep } from "./lease-step.ts";

export type LeaseFaultKind =
  | ("day" | "dayRequired" | "endBeforeStart" | "number" | "month")
  | ("noTenant" | "noLandlord" | "noUnit" | "noAdministration" | "cvr" | "ean" | "mail")
  | (
      | "noPremises"
      | "noSpace"
      | "taken"
      | "twice"
      | "tooMuch"
      | "outsideLease"
      | "notOurs"
      | "ownBuilding"
      | "handOver"
    )
  | ("noRent" | "noBase" | "sameLine" | "capBelowFloor" | "boundAfterEnd");

/** One thing that keeps a lease from being activated: where it is, what, and the lease and the day it meets. */
export interface LeaseFault {
  step: LeaseStep;
  field: string;
  fault: LeaseFaultKind;
  typed?: string;
  lease?: string;
  place?: string;
  /** The floor, where it is m² of one. */
  level?: number;
  day?: Day | null;
  areaM2?: number;
}
