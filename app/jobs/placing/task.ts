import type { CaseQuestion } from "#domain/colocation/optimise/placing-of-case.ts";
import type { Rule } from "#domain/colocation/optimise/placing-rules.ts";
import type { Id } from "#domain/id.ts";
import type { Progress } from "../optimiser/question.ts";

/** What a thread is asked: to place everyone, one unit perhaps in premises that the asker names. */
export interface PlacingTask {
  question: CaseQuestion;
  force: { unitId: Id; premisesId: Id } | null;
  secondsAtMost: number;
  /** Shared memory: anything but 0 in its first place asks it to end. */
  stop: Int32Array;
}

export type PlacingOutcome =
  | { kind: "placed"; placed: Map<Id, Id>; ore: number; boundOre: number; isSearchOnly: boolean }
  | { kind: "impossible"; conflict: Rule[] | null }
  | { kind: "unknown" };

export type PlacingNews =
  | { kind: "progress"; progress: Progress }
  /** What the search found: it stands if the thread does not live to say more. */
  | { kind: "first"; outcome: PlacingOutcome }
  | { kind: "done"; outcome: PlacingOutcome }
  | { kind: "failed"; message: string };
