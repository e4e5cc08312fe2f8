import type { Placement } from "#domain/colocation/optimise/layout.ts";
import type { Question, Solved } from "./question.ts";

/** A placement with the premises that are kept, and what it costs. */
export interface Standing {
  placement: Placement;
  kept: Uint8Array;
  cost: number;
}

export interface SetsOptions {
  gapAtMost: number;
  /** Null where the solver broke down. */
  solve: (question: Omit<Question, "stop">) => Promise<Solved | null>;
  /** Seconds that are left of the time there is. */
  left: () => number;
}

export interface PlacedBySets {
  best: Standing;
  /** No placement costs less. */
  bound: number;
  /** Every set that could have been better was before the solver: there is nothing left to look for in another way. */
  isWhole: boolean;
}
