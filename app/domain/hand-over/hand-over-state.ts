/** Where a hand-over is: with KEjd, being checked there, back with the administration, or at one of its two ends. */
export const handOverStates = ["handedOver", "checking", "askedBack", "takenOver", "rejected"] as const;
export type HandOverState = (typeof handOverStates)[number];

export const handOverEvents = [
  "handedOver",
  "checking",
  "askedBack",
  "answered",
  "completed",
  "document",
  "takenOver",
  "rejected",
] as const;
export type HandOverEvent = (typeof handOverEvents)[number];

/** Who moves it: the administration that hands over, or KEjd that takes over. */
export type HandOverSide = "administration" | "kejd";

const steps: Record<
  Exclude<HandOverEvent, "handedOver">,
  { by: HandOverSide | "both"; from: HandOverState[]; to: HandOverState | null }
> = {
  checking: { by: "kejd", from: ["handedOver"], to: "checking" },
  askedBack: { by: "kejd", from: ["handedOver", "checking"], to: "askedBack" },
  answered: { by: "administration", from: ["askedBack"], to: "handedOver" },
  completed: { by: "kejd", from: ["handedOver", "checking", "askedBack"], to: null },
  document: { by: "both", from: ["handedOver", "checking", "askedBack"], to: null },
  takenOver: { by: "kejd", from: ["handedOver", "checking"], to: "takenOver" },
  rejected: { by: "kejd", from: ["handedOver", "checking", "askedBack"], to: "rejected" },
};

/**
 * The state after an event, or null where this side may not do it now.
 * @example stateAfter("handedOver", "askedBack", "kejd") // "askedBack"
 * @example stateAfter("takenOver", "askedBack", "kejd") // null
 */
export function stateAfter(
  state: HandOverState,
  event: Exclude<HandOverEvent, "handedOver">,
  side: HandOverSide,
): HandOverState | null {
  const step = steps[event];
  if ((step.by !== "both" && step.by !== side) || !step.from.includes(state)) return null;
  return step.to ?? state;
}
