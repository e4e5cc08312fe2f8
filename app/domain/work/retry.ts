/** After so many attempts work is given up and shown to the administrators. Source: the project's own judgement. */
export const MOST_ATTEMPTS = 8;

const firstWaitMs = 30_000;
const longestWaitMs = 6 * 60 * 60 * 1000;

/**
 * How long work waits after its so-manieth attempt has failed, in milliseconds: half a minute, then four times as long each
 * time, six hours at most. Null: it is given up. The eight attempts reach over about twenty hours.
 * @example waitAfter(1) // 30_000
 * @example waitAfter(8) // null
 */
export const waitAfter = (attempts: number): number | null =>
  attempts >= MOST_ATTEMPTS ? null : Math.min(longestWaitMs, firstWaitMs * 4 ** (attempts - 1));

/** Where work stands, as administrators see it. */
export const workStates = ["waiting", "failing", "givenUp", "done"] as const;
export type WorkState = (typeof workStates)[number];

/** @example workStateOf({ doneAt: null, gaveUpAt: null, lastError: "no answer" }) // "failing" */
export function workStateOf(work: {
  doneAt: string | null;
  gaveUpAt: string | null;
  lastError: string;
}): WorkState {
  if (work.doneAt) return "done";
  if (work.gaveUpAt) return "givenUp";
  return work.lastError ? "failing" : "waiting";
}
