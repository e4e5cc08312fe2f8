import type { SparseModel } from "#domain/optimise/sparse-model.ts";

/** What the solver is asked. `stop` is shared memory: anything but 0 in its first place asks it to end. */
export interface Question {
  model: SparseModel;
  /** A solution to start from, one value a column, or none. */
  start: number[] | null;
  secondsAtMost: number;
  /** The relative gap it may leave, 0.005 for half a percent. */
  gapAtMost: number;
  stop: Int32Array;
}

/** How far it has come: the best found, what none can be below, seconds. */
export interface Progress {
  best: number | null;
  bound: number | null;
  seconds: number;
}

/** What the solver found: values a column (none where it found nothing in time), their cost, and the proven bound. */
export interface Solved {
  values: Float64Array | null;
  best: number | null;
  bound: number | null;
  /** Proven that nothing satisfies all rows. */
  isInfeasible: boolean;
  seconds: number;
}

export type SolverAnswer =
  | { kind: "progress"; progress: Progress }
  | { kind: "solved"; solved: Solved }
  | { kind: "failed"; message: string };
