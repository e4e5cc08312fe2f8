import type { CaseStatus } from "../colocation/case-status.ts";

export const councilEvents = [
  ...(["submitted", "commented", "returned", "approved", "rejected", "funded"] as const),
  ...(["implementing", "closed"] as const),
];
export type CouncilEvent = (typeof councilEvents)[number];

/** Who takes a step: whoever plans the case, the council's chair (or deputy), or anyone in the council. */
export type CouncilPart = "planner" | "chair" | "member";

const steps: Record<CouncilEvent, { by: CouncilPart[]; from: CaseStatus[]; to: CaseStatus | null }> = {
  submitted: { by: ["planner"], from: ["draft", "returned", "submitted"], to: "submitted" },
  commented: {
    by: ["planner", "chair", "member"],
    from: ["submitted", "returned", "approved", "rejected", "funded", "implementing"],
    to: null,
  },
  returned: { by: ["chair"], from: ["submitted"], to: "returned" },
  approved: { by: ["chair"], from: ["submitted"], to: "approved" },
  rejected: { by: ["chair"], from: ["submitted"], to: "rejected" },
  funded: { by: ["chair"], from: ["approved"], to: "funded" },
  implementing: { by: ["planner"], from: ["funded"], to: "implementing" },
  closed: { by: ["planner"], from: ["implementing"], to: "closed" },
};

/**
 * Where a case stands after a step, or null where nobody of these parts may take it now. A case that is before the council
 * may be submitted anew, when what it rests on has changed.
 * @example statusAfter("submitted", "approved", ["chair"]) // "approved"
 * @example statusAfter("draft", "approved", ["chair"]) // null
 */
export function statusAfter(
  status: CaseStatus,
  event: CouncilEvent,
  parts: readonly CouncilPart[],
): CaseStatus | null {
  const step = steps[event];
  if (!step.from.includes(status) || !step.by.some((part) => parts.includes(part))) return null;
  return step.to ?? status;
}

/** A no, and what is sent back, must say why. */
export const needsReason = (event: CouncilEvent): boolean =>
  event === "returned" || event === "rejected" || event === "commented";
