import { problem } from "./problem.ts";
import type { DecideRefusal } from "#db/commands/charge/decide-run.ts";
import type { MissingMonth } from "#db/queries/charge/prepare-charges.ts";

/** So many leases are named one by one. */
const named = 50;

type MakeFault =
  | { refusal: "notAllowed" | "alreadyIssued" }
  | { refusal: "overlaps"; period: string }
  | { refusal: "indexMonthMissing"; missing: MissingMonth[] };

/** Why there is no run, as the API says it: the period that is in the way, or the leases and months that are missing. */
export function makeProblem(fault: MakeFault, period: string): Response {
  switch (fault.refusal) {
    case "notAllowed":
      return problem(403, { detail: "A run speaks of every lease, and your right does not." });
    case "alreadyIssued":
      return problem(409, {
        detail: `${period} has been issued. What was wrong in it is put right by a correction, never by another run.`,
      });
    case "overlaps":
      return problem(409, {
        detail: `Days of ${period} are in the run of ${fault.period} already, and no day is charged twice.`,
      });
    case "indexMonthMissing":
      return problem(422, {
        detail: `Nothing was made: the net price index lacks months that ${fault.missing.length} leases follow.`,
        errors: fault.missing.slice(0, named).map(({ number, month }) => ({
          ...{ field: number, message: `the index lacks ${month.slice(0, 7)}` },
        })),
      });
  }
}

const decisions: Record<DecideRefusal, [status: number, detail: string]> = {
  notAllowed: [403, "A run speaks of every lease, and your right does not."],
  notFound: [404, "There is no such run."],
  wrongState: [409, "The run is not in a state for that: somebody else may have decided on it."],
  madeByYou: [409, "You made the run; another person has to approve it."],
  approvedByYou: [409, "You approved the run; another person has to issue it."],
};

export const decideProblem = (refusal: DecideRefusal): Response =>
  problem(decisions[refusal][0], { detail: decisions[refusal][1] });
