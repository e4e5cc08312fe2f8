import type { FacilityInstance } from "./instance.ts";

/**
 * Improves a set of open facilities where capacity does not bind: opens one, closes one, or both, whichever saves most, until
 * nothing does. All exchanges are judged together in one pass a candidate (Whitaker 1983).
 * @example interchange(instance, new Set([0, 1])) // { cost, assignment }
 */
export function interchange(
  instance: FacilityInstance,
  start: ReadonlySet<number>,
  shouldStop = () => false,
) {
  const opened = new Set(start);
  let state = nearest(instance, opened);
  while (!shouldStop()) {
    const move = bestMove(instance, opened, state);
    if (move.saving <= 1e-9 * Math.max(1, state.cost)) break;
    if (move.close !== null) opened.delete(move.close);
    if (move.open !== null) opened.add(move.open);
    state = nearest(instance, opened);
  }
  return { cost: state.cost, assignment: state.first };
}

/** Everyone served from the nearest open facility. */
export function servedFromNearest(instance: FacilityInstance, opened: ReadonlySet<number>) {
  const { cost, first } = nearest(instance, opened);
  return { cost, assignment: first };
}

interface Nearest {
  first: Int32Array;
  firstCost: Float64Array;
  secondCost: Float64Array;
  cost: number;
}

function nearest({ customers, cost, fixed }: FacilityInstance, opened: ReadonlySet<number>): Nearest {
  const first = new Int32Array(customers);
  const firstCost = new Float64Array(customers).fill(Infinity);
  const secondCost = new Float64Array(customers).fill(Infinity);
  let total = 0;
  for (const i of opened) {
    total += fixed[i]!;
    const row = i * customers;
    for (let j = 0; j < customers; j += 1) {
      const each = cost[row + j]!;
      if (each < firstCost[j]!) {
        secondCost[j] = firstCost[j]!;
        firstCost[j] = each;
        first[j] = i;
      } else if (each < secondCost[j]!) secondCost[j] = each;
    }
  }
  for (let j = 0; j < customers; j += 1) total += firstCost[j]!;
  return { first, firstCost, secondCost, cost: total };
}

interface Move {
  open: number | null;
  close: number | null;
  saving: number;
}

function bestMove(instance: FacilityInstance, opened: ReadonlySet<number>, state: Nearest): Move {
  const { facilities, fixed, open: places } = instance;
  let best: Move = { open: null, close: null, saving: 0 };
  const loss = new Float64Array(facilities);
  const consider = (move: Move) => {
    if (move.saving > best.saving) best = move;
  };
  for (let i = places === null ? -1 : 0; i < facilities; i += 1) {
    if (i >= 0 && opened.has(i)) continue;
    const candidate = i >= 0 ? i : null;
    const gain = weigh(instance, state, candidate, loss);
    const paid = candidate === null ? 0 : gain - fixed[candidate]!;
    if (places === null && candidate !== null) consider({ open: candidate, close: null, saving: paid });
    if (candidate === null && opened.size === 1) continue;
    for (const close of opened)
      consider({ open: candidate, close, saving: paid + fixed[close]! - loss[close]! });
  }
  return best;
}

/** What opening a candidate saves, and in `loss` what closing each open one beside it costs. */
function weigh(
  { customers, cost }: FacilityInstance,
  state: Nearest,
  candidate: number | null,
  loss: Float64Array,
) {
  loss.fill(0);
  const { first, firstCost, secondCost } = state;
  const row = candidate === null ? -1 : candidate * customers;
  let gain = 0;
  for (let j = 0; j < customers; j += 1) {
    const [here, nearestCost] = [row < 0 ? Infinity : cost[row + j]!, firstCost[j]!];
    if (here < nearestCost) gain += nearestCost - here;
    else loss[first[j]!]! += Math.min(here, secondCost[j]!) - nearestCost;
  }
  return gain;
}
