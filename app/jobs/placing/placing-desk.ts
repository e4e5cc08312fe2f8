import type { Db } from "#db/client.server.ts";
import { endProposal, noteProposal, type ProposalEnd } from "#db/commands/colocation/run-proposal.ts";
import type { CaseQuestion } from "#domain/colocation/optimise/placing-of-case.ts";
import type { Id } from "#domain/id.ts";
import type { JobLog } from "../runner/job-log.ts";
import { runPlacing } from "./run-placing.ts";
import type { PlacingOutcome } from "./task.ts";

/** Where proposals for co-location cases are looked for, in threads beside the server. */
export interface PlacingDesk {
  /** Begins a search that was noted (startProposal); it goes on after the answer to the request. */
  search: (search: PlacingSearch) => void;
  /** Places everyone with one unit in premises that the asker names: what that would cost, or that it cannot be. */
  tryPair: (question: CaseQuestion, pair: { unitId: Id; premisesId: Id }) => Promise<PlacingOutcome>;
  /** Ends every search under way; resolves when they have said so. */
  stop: () => Promise<void>;
}

export interface PlacingSearch {
  runId: Id;
  question: CaseQuestion;
  secondsAtMost: number;
}

const newsEveryMs = 1_000;
const secondsForPair = 8;

export function createPlacingDesk(db: Db, log: JobLog): PlacingDesk {
  const searches = new Map<Promise<void>, AbortController>();
  return {
    search: (asked) => {
      const control = new AbortController();
      const ended = search(db, asked, control, log).finally(() => searches.delete(ended));
      searches.set(ended, control);
    },
    tryPair: (question, force) => runPlacing({ question, force, secondsAtMost: secondsForPair }),
    stop: async () => {
      for (const control of searches.values()) control.abort("stopping");
      await Promise.all(searches.keys());
    },
  };
}

async function search(db: Db, asked: PlacingSearch, control: AbortController, log: JobLog): Promise<void> {
  const { runId, question, secondsAtMost } = asked;
  const news = { bestOre: null as number | null, boundOre: null as number | null, seconds: 0 };
  const startedAt = performance.now();
  const tell = async () => {
    news.seconds = (performance.now() - startedAt) / 1000;
    if ((await noteProposal(db, runId, news, new Date())) === "cancel") control.abort("cancelled");
  };
  const teller = setInterval(
    () => void tell().catch((err: unknown) => log.warn({ err }, "no news of a proposal")),
    newsEveryMs,
  );
  try {
    const outcome = await runPlacing({ question, secondsAtMost, force: null }, { signal: control.signal });
    const state =
      control.signal.reason === "stopping" ? "failed" : control.signal.aborted ? "cancelled" : "done";
    await endProposal(db, runId, endOf(state, outcome), new Date());
  } catch (err) {
    log.error({ err, runId }, "the search for a proposal failed");
    await endProposal(db, runId, endOf("failed", { kind: "unknown" }), new Date()).catch((cause: unknown) =>
      log.error({ err: cause }, "a failed search could not be noted"),
    );
  } finally {
    clearInterval(teller);
  }
}

function endOf(state: ProposalEnd["state"], outcome: PlacingOutcome): ProposalEnd {
  const nothing = { bestOre: null, boundOre: null, conflict: null, placed: null };
  if (outcome.kind === "unknown") return { ...nothing, state, outcome: "unknown" };
  if (outcome.kind === "impossible")
    return { ...nothing, state, outcome: "impossible", conflict: outcome.conflict };
  const { placed, ore, boundOre, isSearchOnly } = outcome;
  return { ...nothing, state, outcome: isSearchOnly ? "searched" : "solved", bestOre: ore, boundOre, placed };
}
