import type { Day } from "../day-count.ts";
import type { Priority } from "../order/sla.ts";

/** The groups of EN 15221-4 that the catalogue is ordered by. */
export const serviceGroups = [
  "1100",
  "1200",
  "1300",
  "1400",
  "2100",
  "2200",
  "2300",
  "2400",
  "2500",
] as const;
export type ServiceGroup = (typeof serviceGroups)[number];

/** What one of a service is. */
export const serviceUnits = ["piece", "hour", "m2", "visit", "month"] as const;
export type ServiceUnit = (typeof serviceUnits)[number];

/** Who says yes to an order above the limit. */
export const serviceApprovers = ["leader", "administration", "landlord"] as const;
export type ServiceApprover = (typeof serviceApprovers)[number];

/** What a service costs and promises from a day. Money in øre, norm time in minutes a unit; quality as INSTA 800, 0–5. */
export interface ServiceTerms {
  unit: ServiceUnit;
  unitPriceOre: number;
  normMinutes: number;
  quality: number | null;
  visitsPerYear: number | null;
  slaCode: string;
  priority: Priority;
  approvalAboveOre: number | null;
  approver: ServiceApprover | null;
  source: string;
}

/** Terms in force over days, `validTo` exclusive; null is open. */
export interface ServiceVersion extends ServiceTerms {
  id: string;
  validFrom: Day;
  validTo: Day | null;
}

/** @example serviceGroupOf("1300.02") // "1300" */
export const serviceGroupOf = (code: string): string => code.slice(0, 4);

/**
 * Whether a service can be ordered on a day: it has terms then and is not withdrawn by then.
 * @example isOrderable({ withdrawnOn: "2026-01-01", hasTerms: true }, "2025-12-31") // true
 */
export const isOrderable = (service: { withdrawnOn: Day | null; hasTerms: boolean }, on: Day): boolean =>
  service.hasTerms && (service.withdrawnOn === null || on < service.withdrawnOn);
