export const planStateNames = ["draft", "frozen", "approved", "published", "withdrawn"] as const;
/** Where a plan stands. Only a draft changes; from frozen on it says for ever what was decided. */
export type PlanStateName = (typeof planStateNames)[number];

export const planDecisions = ["freeze", "approve", "publish", "withdraw"] as const;
export type PlanDecision = (typeof planDecisions)[number];

const steps: Record<PlanDecision, { from: readonly PlanStateName[]; to: PlanStateName }> = {
  freeze: { from: ["draft"], to: "frozen" },
  approve: { from: ["frozen"], to: "approved" },
  publish: { from: ["approved"], to: "published" },
  withdraw: { from: ["frozen", "approved", "published"], to: "withdrawn" },
};

/** What a decision makes of a plan; null where it cannot be taken. @example afterDecision("draft", "publish") // null */
export const afterDecision = (state: PlanStateName, decision: PlanDecision): PlanStateName | null =>
  steps[decision].from.includes(state) ? steps[decision].to : null;

/** The decisions that can be taken next, in the order a plan passes them. */
export const decisionsFrom = (state: PlanStateName): PlanDecision[] =>
  planDecisions.filter((decision) => afterDecision(state, decision) !== null);
