import { WholeState } from "./whole-state.ts";

const isLess = (a: number, b: number) => a < b - 1e-9 * Math.max(1, Math.abs(b));

/**
 * Takes steps as long as one saves, where each customer is served whole: moving one, exchanging two, closing a facility, opening
 * one, and opening one for another.
 * @returns the state at its end, which may be another than the one given
 */
export function improveWhole(start: WholeState, shouldStop: () => boolean): WholeState {
  let state = start;
  while (!shouldStop()) {
    if (moveOnes(state) || exchangeTwos(state)) continue;
    const changed = changeFacilities(state, shouldStop);
    if (!changed) break;
    state = changed;
  }
  return state;
}

function moveOnes(state: WholeState): boolean {
  const { facilities, customers, cost, demand } = state.instance;
  let isMoved = false;
  for (let j = 0; j < customers; j += 1) {
    const from = state.assignment[j]!;
    const now = cost[from * customers + j]! + state.ifLast(from);
    let [best, least] = [-1, now];
    for (let i = 0; i < facilities; i += 1) {
      const each = cost[i * customers + j]! + state.ifFirst(i);
      if (each < least && i !== from && state.hasRoom(i, demand[j]!)) [best, least] = [i, each];
    }
    if (!isLess(least, now)) continue;
    state.serve(j, best);
    isMoved = true;
  }
  return isMoved;
}

function exchangeTwos(state: WholeState): boolean {
  const { customers, cost, demand } = state.instance;
  const costAt = (i: number, j: number) => cost[i * customers + j]!;
  let isExchanged = false;
  for (let j = 0; j < customers; j += 1)
    for (let k = j + 1; k < customers; k += 1) {
      const [a, b] = [state.assignment[j]!, state.assignment[k]!];
      if (a === b || !isLess(costAt(b, j) + costAt(a, k), costAt(a, j) + costAt(b, k))) continue;
      const more = demand[j]! - demand[k]!;
      if (!state.hasRoom(a, -more) || !state.hasRoom(b, more)) continue;
      state.serve(j, b);
      state.serve(k, a);
      isExchanged = true;
    }
  return isExchanged;
}

/** The best of closing one, opening one, or both, or null where none saves; only what would save were there room is tried. */
function changeFacilities(state: WholeState, shouldStop: () => boolean): WholeState | null {
  const { facilities } = state.instance;
  let best = state;
  const elsewhere = cheapestElsewhere(state);
  const open = state.openNow();
  for (let opened = -1; opened < facilities && !shouldStop(); opened += 1) {
    if (opened >= 0 && state.isOpen(opened)) continue;
    const { saved, dearer } = weigh(state, opened, elsewhere);
    for (const closed of [-1, ...open]) {
      const least = state.cost - saved + (closed < 0 ? 0 : dearer[closed]! - state.instance.fixed[closed]!);
      if (!isLess(least, best.cost)) continue;
      const changed = change(state, closed, opened);
      if (changed && isLess(changed.cost, best.cost)) best = changed;
    }
  }
  return best === state ? null : best;
}

/** What each customer would cost at the best open facility that is not hers. */
function cheapestElsewhere(state: WholeState): Float64Array {
  const { customers, cost } = state.instance;
  const open = state.openNow();
  return Float64Array.from(state.assignment, (from, j) =>
    open.reduce((least, i) => (i === from ? least : Math.min(least, cost[i * customers + j]!)), Infinity),
  );
}

/** What opening one would save at most, and how much dearer the customers of each facility would at least be were it closed beside it. */
function weigh({ instance, assignment }: WholeState, opened: number, elsewhere: Float64Array) {
  const { customers, cost, fixed, facilities } = instance;
  const dearer = new Float64Array(facilities);
  let saved = opened < 0 ? 0 : -fixed[opened]!;
  for (let j = 0; j < customers; j += 1) {
    const now = cost[assignment[j]! * customers + j]!;
    const there = opened < 0 ? Infinity : cost[opened * customers + j]!;
    const gained = Math.max(0, now - there);
    saved += gained;
    dearer[assignment[j]!]! += Math.min(there, elsewhere[j]!) - now + gained;
  }
  return { saved, dearer };
}

/** What comes out of closing one and opening another (-1: none), everyone who gains by the new one moving there while there is room. */
function change(before: WholeState, closed: number, opened: number): WholeState | null {
  const { instance, assignment } = before;
  const { customers, cost, demand } = instance;
  const state = new WholeState(instance, assignment);
  if (opened >= 0) {
    const gain = Float64Array.from(
      assignment,
      (from, j) => (cost[from * customers + j]! - cost[opened * customers + j]!) / demand[j]!,
    );
    const isMoving = (j: number) => gain[j]! > 0 || (assignment[j] === closed && gain[j]! > -Infinity);
    const gaining = Array.from(gain.keys()).filter(isMoving);
    gaining.sort((a, b) => gain[b]! - gain[a]!);
    for (const j of gaining) if (state.hasRoom(opened, demand[j]!)) state.serve(j, opened);
  }
  if (closed >= 0) {
    for (let j = 0; j < customers; j += 1) if (state.assignment[j] === closed) state.serve(j, -1);
    const among = before.openNow().filter((i) => i !== closed);
    if (!state.serveRest(opened < 0 ? among : [...among, opened]) || state.isOpen(closed)) return null;
  }
  return state;
}
