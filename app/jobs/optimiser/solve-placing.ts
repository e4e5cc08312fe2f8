import { layOut } from "#domain/colocation/optimise/lay-out.ts";
import { isPossible, weighPlacement } from "#domain/colocation/optimise/layout.ts";
import { placementModel } from "#domain/colocation/optimise/placement-model.ts";
import type { PlacingAnswer, PlacingProblem } from "#domain/colocation/optimise/placing-problem.ts";
import { searchPlacement } from "#domain/colocation/optimise/search-placement.ts";
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
  /** Where everyone is now; one place to begin. */
  today?: ReadonlyMap<string, string>;
  /** Told when the search has found a first plan. */
  onFirst?: (first: { placed: PlacingAnswer["placed"]; ore: number; boundOre: number }) => void;
}

/** Small cases need few tries. */
const roundsFor = (pairs: number) => Math.min(60_000, 500 + 50 * pairs);

/**
 * Proposes who goes where: a search first, which always leaves something to show, then the solver, which improves it and says how
 * far from the best it can be. A solver that breaks down (memory) leaves what the search found.
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
    shouldStop: () => options.now() > searchUntil,
  });
  if (first) {
    const { placed } = laid.answer(first.placement, layout.isKept);
    options.onFirst?.({ placed, ore: first.cost, boundOre: Math.min(first.cost, layout.offset) });
  }
  const model = placementModel(layout, first?.cost ?? 1e9);
  const solved = await solveOrNot(options, {
    ...{
      model: model.model,
      gapAtMost: options.gapAtMost,
      secondsAtMost: Math.max(0.1, endsAt - options.now()),
    },
    start: first ? model.startFrom(first.placement) : null,
  });
  if (solved?.isInfeasible && !first) return { kind: "impossible", homeless: [] };
  const proposals = [
    ...(first ? [{ placement: first.placement, kept: layout.isKept }] : []),
    ...(solved?.values ? [model.read(solved.values)] : []),
  ];
  const found = proposals
    .map((each) => ({ ...each, weighed: weighPlacement(layout, each.placement, each.kept) }))
    .filter(({ weighed }) => isPossible(weighed))
    .sort((a, b) => a.weighed.cost - b.weighed.cost)[0];
  if (!found) return { kind: "unknown" };
  const ore = found.weighed.cost;
  const boundOre = Math.min(
    ore,
    solved?.bound !== null && solved ? solved.bound / model.scale : layout.offset,
  );
  return {
    ...{ kind: "placed", answer: laid.answer(found.placement, found.kept), ore, boundOre },
    ...{ firstOre: first?.cost ?? null, isSolverDown: solved === null },
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
