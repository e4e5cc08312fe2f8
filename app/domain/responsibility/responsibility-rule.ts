import type { Day } from "../day-count.ts";
import type { Id } from "../id.ts";
import type { Cause, Executor, ItemLocation, Payer, ResponsibilityTenure, RuleLevel } from "./terms.ts";

/** What a rule answers: who acts, who pays how much, on which account, by which deadlines, and the clause in words. */
export interface ResponsibilityAnswer {
  executor: Executor;
  payer: Payer;
  /** The payer's part in percent; `otherPayer` bears the rest. */
  payerSharePercent: number;
  otherPayer: Payer | null;
  teamId: Id | null;
  budgetLine: string;
  slaCode: string;
  clauseDa: string;
  clauseEn: string;
  source: string;
}

/** One row of the responsibility matrix (snitflade); null means any. Days are half-open. */
export interface ResponsibilityRule extends ResponsibilityAnswer {
  id: Id;
  level: RuleLevel;
  administrationId: Id | null;
  contractId: Id | null;
  itemCode: string | null;
  location: ItemLocation | null;
  cause: Cause | null;
  tenure: ResponsibilityTenure | null;
  validFrom: Day;
  validTo: Day | null;
}

/** What is asked of the matrix. The contracts are those that cover the place on the day. */
export interface ResponsibilityQuestion {
  itemCode: string;
  location: ItemLocation;
  cause: Cause;
  tenure: ResponsibilityTenure;
  on: Day;
  administrationId: Id | null;
  contractIds: readonly Id[];
}
