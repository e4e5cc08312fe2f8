import type { Submission } from "#db/queries/council/get-council-case.ts";
import type { Actor } from "#domain/actor.ts";
import { uncertaintyOf } from "#domain/colocation/case-uncertainty.ts";
import { inputsShownTo, shownTo } from "#domain/colocation/shown-to.ts";
import type { CouncilPart } from "#domain/council/council-step.ts";
import { recommendedEconomy } from "#domain/council/recommended-economy.ts";
import { recommendedIn } from "#domain/council/recommended-in.ts";

/** The money of what was submitted, for showing: the council sees every party, others as they see the case itself. */
export function councilEconomy(actor: Actor, parts: readonly CouncilPart[], submission: Submission) {
  const [scenario, economy] = [recommendedIn(submission), recommendedEconomy(submission)];
  if (!scenario || !economy) return null;
  const isOfCouncil = sitsIn(parts);
  const { municipality, parties } = isOfCouncil ? economy : shownTo(actor, submission.inputs, economy);
  const { chance } = uncertaintyOf(submission.inputs, scenario);
  return { economy: { municipality, parties }, chance };
}

/** A submission as it may be sent to whoever asks: rents of other units stay behind for those outside the council. */
export const submissionShownTo = (actor: Actor, parts: readonly CouncilPart[], submission: Submission) =>
  sitsIn(parts) ? submission : { ...submission, inputs: inputsShownTo(actor, submission.inputs) };

const sitsIn = (parts: readonly CouncilPart[]): boolean =>
  parts.some((part) => part === "chair" || part === "member");
