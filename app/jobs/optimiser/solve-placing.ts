import { layOut } from "#domain/colocation/optimise/lay-out.ts";
import { isPossible, weighPlacement } from "#domain/colocation/optimise/layout.ts";
import { placementModel } from "#domain/colocation/optimise/placement-model.ts";
import type { PlacingAnswer, PlacingProblem } from "#domain/colocation/optimise/placing-problem.ts";
import { searchPlacement } from "#domain/colocation/optimise/search-placement.ts";
import { placeBySets } from "./place-by-sets.ts";
import type { Standing } from "./placed-by-sets.ts";
import type { Question, Solved } from "./question.ts";

export type PlacingSolution =
  /** Costs are whole amounts over the horizon; `firstOre` is what the search by itself found, before the solver. */
  | {
      kind: "placed";
      answer: PlacingAnswer;
      ore: number;
      boundOre: number;
      firstOre: number | null;
      isSolverDown: boolean;
    }
  /** Proven: no placement keeps all rules. `homeless` have no allowed place at all. */
  | { kind: "impossible"; homeless: string[] }
  /** Nothing was found in time, and nothing is proven. */
  | { kind: "unknown" };

export interface PlacingOptions {
  secondsAtMost: number;
  gapAtMost: number;
  /** Seconds of a clock; only differences count. */
  now: () => number;
  solve: (question: Omit<Question, "stop">) => Promise<Solved>;
  /** Whether it has been asked to end with what it has. */
  isStopped?: () => boolean;
  /** Where everyone is now; one place to begin. */
  today?: ReadonlyMap<string, string>;
  /** Told when the search has found a first plan. */
  onFirst?: (first: { placed: PlacingAnswer["placed"]; ore: number; boundOre: number }) => void;
}

/** Small cases need few tries. */
const roundsFor = (pairs: number) => Math.min(60_000, 500 + 50 * pairs);

/**
 * Proposes who goes where: a search first, which always leaves something to show, then whole sets of units by prices, then the solver
 * on what that leaves open; with how far from the best it can be. A solver that breaks down (memory) leaves what the search found.
 */
export async function solvePlacing(
  problem: PlacingProblem,
  options: PlacingOptions,
): Promise<PlacingSolution> {
  const endsAt = options.now() + options.secondsAtMost;
  const laid = layOut(problem);
  const { layout, homeless } = laid;
  const isTorn = layout.apart.some(({ a, b }) => a === b);
  if (homeless.length > 0 || isTorn) return { kind: "impossible", homeless };
  const today = options.today ? laid.placementOf(options.today) : null;
  const searchUntil = options.now() + Math.min(options.secondsAtMost * 0.2, 2 + layout.units / 40);
  const first = searchPlacement(layout, {
    ...{
      rounds: roundsFor(layout.pairPremises.length),
      seed: 1,
      start: today && isPossible(weighPlacement(layout, today)) ? today : null,
    },
    shouldStop: () => options.now() > searchUntil || options.isStopped?.() === true,
  });
  if (first) {
    const { placed } = laid.answer(first.placement, layout.isKept);
    options.onFirst?.({ placed, ore: first.cost, boundOre: Math.min(first.cost, layout.offset) });
  }
  const left = () => (options.isStopped?.() ? 0 : endsAt - options.now());
  const bySets = first
    ? await placeBySets(
        layout,
        { placement: first.placement, kept: layout.isKept, cost: first.cost },
        { gapAtMost: options.gapAtMost, left, solve: (question) => solveOrNot(options, question) },
      )
    : null;
  if (bySets?.isWhole) return placedAs(laid, first!.cost, { ...bySets, isSolverDown: false });
  const model = placementModel(layout, first?.cost ?? 1e9);
  const solved = await solveOrNot(options, {
    ...{ model: model.model, gapAtMost: options.gapAtMost, secondsAtMost: Math.max(0.1, left()) },
    start: bySets ? model.startFrom(bySets.best.placement) : null,
  });
  if (solved?.isInfeasible && !first) return { kind: "impossible", homeless: [] };
  const proposals = [
    ...(bySets ? [bySets.best] : []),
    ...(solved?.values ? [model.read(solved.values)] : []),
  ];
  const found = proposals
    .map((each) => ({ ...each, weighed: weighPlacement(layout, each.placement, each.kept) }))
    .filter(({ weighed }) => isPossible(weighed))
    .sort((a, b) => a.weighed.cost - b.weighed.cost)[0];
  if (!found) return { kind: "unknown" };
  const solvedBound = solved?.bound == null ? layout.offset : solved.bound / model.scale;
  const bound = Math.max(solvedBound, bySets?.bound ?? -Infinity);
  const best = { ...found, cost: found.weighed.cost };
  return placedAs(laid, first?.cost ?? null, { best, bound, isSolverDown: solved === null });
}

/** A placement as it is told. */
function placedAs(
  laid: ReturnType<typeof layOut>,
  firstOre: number | null,
  { best, bound, isSolverDown }: { best: Standing; bound: number; isSolverDown: boolean },
): PlacingSolution {
  return {
    ...{ kind: "placed", answer: laid.answer(best.placement, best.kept), ore: best.cost },
    ...{ boundOre: Math.min(best.cost, bound), firstOre, isSolverDown },
  };
}

/** Null where the solver broke down. */
async function solveOrNot(
  { solve }: PlacingOptions,
  question: Omit<Question, "stop">,
): Promise<Solved | null> {
  try {
    return await solve(question);
  } catch {
    // Out of memory, most often: what the search found stands, and the answer says so (isSolverDown).
    return null;
  }
}
