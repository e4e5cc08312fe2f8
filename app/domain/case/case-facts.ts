import type { Approver } from "../approval/approval-needed.ts";
import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { Priority, SlaTarget } from "../order/sla.ts";
import type { ResponsibilityRule } from "../responsibility/responsibility-rule.ts";
import type { ItemLocation, ResponsibilityTenure } from "../responsibility/terms.ts";
import type { TeamChoice } from "../responsibility/usual-team.ts";
import type { Tenant } from "./bearers-of.ts";

/** What the catalogue and the matrix say of a part of a building that something can be wrong with. */
export interface ItemFact {
  code: string;
  nameDa: string;
  nameEn: string;
  usualLocation: ItemLocation;
  elementGroup: string | null;
  usualPriority: Priority;
  normMinutes: number;
  withdrawnOn: Day | null;
}

/** What the catalogue says of a service that can be ordered. */
export interface ServiceFact {
  code: string;
  nameDa: string;
  nameEn: string;
  withdrawnOn: Day | null;
  teamId: Id | null;
  unitPriceOre: number | null;
  normMinutes: number;
  slaCode: string;
  priority: Priority;
  approvalAboveOre: number | null;
  approver: Approver | null;
}

/** A team that could be given an order. */
export interface TeamFact extends TeamChoice {
  kind: "serviceDesk" | "landlord" | "administration" | "supplier";
}

/** All that decides what becomes of a case's needs, read at one moment. */
export interface CaseFacts {
  on: Day;
  tenure: ResponsibilityTenure;
  unitId: Id | null;
  administrationId: Id | null;
  contractIds: readonly Id[];
  tenants: readonly Tenant[];
  items: readonly ItemFact[];
  services: readonly ServiceFact[];
  rules: readonly ResponsibilityRule[];
  /** Whose yes the sender can give: sending is saying it. */
  senderApproves?: readonly Approver[];
  targets: readonly (SlaTarget & { code: string; priority: Priority })[];
  teams: readonly TeamFact[];
}
