import type { Submission } from "#db/queries/council/get-council-case.ts";
import type { Actor } from "#domain/actor.ts";
import type { ScenarioEconomy } from "#domain/colocation/case-economy.ts";
import type { CaseInputs, CaseScenario } from "#domain/colocation/case-inputs.ts";
import { uncertaintyOf, type Uncertainty } from "#domain/colocation/case-uncertainty.ts";
import { inputsShownTo, shownTo } from "#domain/colocation/shown-to.ts";
import type { CouncilPart } from "#domain/council/council-step.ts";
import { recommendedEconomy } from "#domain/council/recommended-economy.ts";
import { recommendedIn } from "#domain/council/recommended-in.ts";

/** All that is reckoned from what was submitted, as whoever asks may see it. */
export interface SubmittedMoney extends Uncertainty {
  /** What it rests on, without rents that the reader may not see. */
  inputs: CaseInputs;
  scenario: CaseScenario;
  economy: ScenarioEconomy;
  /** Whether every party is shown, and not the city's sum and one's own alone. */
  isWhole: boolean;
}

/** The money of what was submitted: the council sees every party, others as they see the case itself. */
export function submittedMoney(
  actor: Actor,
  parts: readonly CouncilPart[],
  submission: Submission,
): SubmittedMoney | null {
  const [scenario, economy] = [recommendedIn(submission), recommendedEconomy(submission)];
  if (!scenario || !economy) return null;
  const shown = sitsIn(parts) ? economy : shownTo(actor, submission.inputs, economy);
  return {
    ...{ inputs: submissionShownTo(actor, parts, submission).inputs, scenario, economy: shown },
    ...uncertaintyOf(submission.inputs, scenario),
    isWhole: shown.parties.length === economy.parties.length,
  };
}

/** The sums of what was submitted, for showing on a page. */
export function councilEconomy(actor: Actor, parts: readonly CouncilPart[], submission: Submission) {
  const money = submittedMoney(actor, parts, submission);
  if (!money) return null;
  const { municipality, parties } = money.economy;
  return { economy: { municipality, parties }, chance: money.chance };
}

/** A submission as it may be sent to whoever asks: rents of other units stay behind for those outside the council. */
export const submissionShownTo = (actor: Actor, parts: readonly CouncilPart[], submission: Submission) =>
  sitsIn(parts) ? submission : { ...submission, inputs: inputsShownTo(actor, submission.inputs) };

const sitsIn = (parts: readonly CouncilPart[]): boolean =>
  parts.some((part) => part === "chair" || part === "member");
