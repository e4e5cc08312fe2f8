import type { Layout, Placement } from "./layout.ts";
import type { PlacingAnswer, PlacingProblem } from "./placing-problem.ts";

export interface LaidOut {
  layout: Layout;
  answer: (placement: Placement, alsoKept: Uint8Array) => PlacingAnswer;
  /** The placement that an answer describes; null where it uses a pair that is not allowed. */
  placementOf: (placed: ReadonlyMap<string, string>) => Placement | null;
  /** Units that have nowhere to go. */
  homeless: string[];
}

/**
 * Lays a problem out as numbers: units that must be together become one, what is cheaper kept than given up is kept, and every
 * yearly amount is multiplied by its factor. Costs are told against nothing at all, so they are whole amounts.
 */
export function layOut(problem: PlacingProblem): LaidOut {
  const groups = groupsOf(problem);
  const groupOf = new Map(groups.flatMap((ids, g) => ids.map((id) => [id, g] as const)));
  const premisesAt = new Map(problem.premises.map(({ id }, s) => [id, s]));
  const allowed = pairsOf(problem, groups, groupOf, premisesAt);
  const flat = allowed.flat();
  const isKept = keptAnyway(problem);
  const limits = limitsOf(problem, isKept);
  const tie = ({ a, b }: { a: string; b: string }) => ({ a: groupOf.get(a)!, b: groupOf.get(b)! });
  const synergies = problem.synergies.map((each) => ({
    ...tie(each),
    value: problem.factor * each.yearlyOre,
  }));
  const joined = synergies.filter(({ a, b }) => a === b).reduce((sum, { value }) => sum + value, 0);
  const layout: Layout = {
    ...{ units: groups.length, premises: problem.premises.length, isKept, ...roomsOf(problem, groups) },
    pairStart: startsOf(allowed.map(({ length }) => length)),
    pairPremises: Int32Array.from(flat, ({ s }) => s),
    pairCost: Float64Array.from(flat, ({ once, yearly }) => once + problem.factor * yearly),
    pairSpend: Float64Array.from(limits.flatMap(({ ofPair }) => flat.map(ofPair))),
    openCost: Float64Array.from(problem.premises, (one, s) => (isKept[s] ? 0 : keepingOre(problem, one))),
    openSpend: Float64Array.from(
      limits.flatMap(({ ofPremises }) => problem.premises.map((_, s) => ofPremises(s))),
    ),
    limits: Float64Array.from(limits, ({ most }) => most),
    synergies: synergies.filter(({ a, b, value }) => a !== b && value !== 0),
    apart: problem.apart.map(tie),
    offset: spentAnyway(problem, isKept) - joined,
  };
  return {
    layout,
    homeless: groups.flatMap((ids, g) => (allowed[g]!.length === 0 ? ids : [])),
    answer: (placement, alsoKept) => answerOf(problem, groups, layout, placement, alsoKept),
    placementOf: (placed) => placementOf(groups, premisesAt, layout, placed),
  };
}

type Premises = PlacingProblem["premises"][number];

/** What keeping premises costs over giving them up. */
const keepingOre = ({ factor }: PlacingProblem, { yearlyOre, leavingOre }: Premises) =>
  factor * yearlyOre - leavingOre;

const keptAnyway = (problem: PlacingProblem): Uint8Array =>
  Uint8Array.from(problem.premises, (one) => (one.mustStay || keepingOre(problem, one) <= 0 ? 1 : 0));

/** Leaving everything that may be left, and keeping what is kept anyway. */
const spentAnyway = ({ premises, factor }: PlacingProblem, isKept: Uint8Array): number =>
  premises.reduce((sum, one, s) => sum + (isKept[s] ? factor * one.yearlyOre : one.leavingOre), 0);

interface GroupPair {
  s: number;
  once: number;
  yearly: number;
}

/** Where all of a group may go, and what that costs. */
function pairsOf(
  { pairs }: PlacingProblem,
  groups: string[][],
  groupOf: ReadonlyMap<string, number>,
  premisesAt: ReadonlyMap<string, number>,
): GroupPair[][] {
  const found = groups.map(() => new Map<number, GroupPair & { count: number }>());
  for (const pair of pairs) {
    const [g, s] = [groupOf.get(pair.unit), premisesAt.get(pair.premises)];
    if (g === undefined || s === undefined) continue;
    const { once, yearly, count } = found[g]!.get(s) ?? { once: 0, yearly: 0, count: 0 };
    found[g]!.set(s, { s, once: once + pair.oneOffOre, yearly: yearly + pair.yearlyOre, count: count + 1 });
  }
  return found.map((options, g) => [...options.values()].filter(({ count }) => count === groups[g]!.length));
}

/** Functions first, then hours: what groups need and premises have of each. */
function roomsOf({ units, premises }: PlacingProblem, groups: string[][]) {
  const functions = Math.max(0, ...premises.map(({ rooms }) => rooms.length));
  const kinds = functions + Math.max(0, ...units.map(({ hours }) => hours.length));
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const need = new Float64Array(groups.length * kinds);
  groups.forEach((ids, g) => {
    for (const id of ids) {
      const { rooms, hours } = byId.get(id)!;
      rooms.forEach((m2, f) => (need[g * kinds + f]! += m2));
      hours.forEach((persons, h) => (need[g * kinds + functions + h]! += persons));
    }
  });
  const room = new Float64Array(premises.length * kinds).fill(Infinity);
  premises.forEach(({ rooms, seats }, s) => {
    rooms.forEach((m2, f) => (room[s * kinds + f] = m2));
    if (seats !== null) room.fill(seats, s * kinds + functions, (s + 1) * kinds);
  });
  return { kinds, need, room };
}

function startsOf(lengths: number[]): Int32Array {
  const starts = new Int32Array(lengths.length + 1);
  lengths.forEach((length, at) => (starts[at + 1] = starts[at]! + length));
  return starts;
}

/** Units that must be together, each with all that it is tied to. */
function groupsOf({ units, together }: PlacingProblem): string[][] {
  const leader = new Map(units.map(({ id }) => [id, id]));
  const find = (id: string): string => (leader.get(id) === id ? id : find(leader.get(id)!));
  for (const { a, b } of together) leader.set(find(a), find(b));
  const groups = new Map<string, string[]>();
  for (const { id } of units) groups.set(find(id), [...(groups.get(find(id)) ?? []), id]);
  return [...groups.values()];
}

interface Limit {
  most: number;
  ofPair: (spent: { once: number; yearly: number }) => number;
  ofPremises: (s: number) => number;
}

/**
 * Budget: what is paid once, for moves and for what is given up. Payback: once ≤ years × (a year today − a year afterwards).
 * What is the same whatever is decided is taken off the limit.
 */
function limitsOf({ premises, budgetOre, payback }: PlacingProblem, isKept: Uint8Array): Limit[] {
  const leaving = premises.reduce((sum, { leavingOre }, s) => sum + (isKept[s] ? 0 : leavingOre), 0);
  const back = (s: number) => (isKept[s] ? 0 : -premises[s]!.leavingOre);
  const limits: Limit[] = [];
  if (budgetOre !== null)
    limits.push({ most: budgetOre - leaving, ofPair: ({ once }) => once, ofPremises: back });
  if (payback !== null) {
    const { years, yearlyOreToday } = payback;
    limits.push({
      most: years * yearlyOreToday - leaving,
      ofPair: ({ once, yearly }) => once + years * yearly,
      ofPremises: (s) => years * premises[s]!.yearlyOre + back(s),
    });
  }
  return limits;
}

function answerOf(
  problem: PlacingProblem,
  groups: string[][],
  layout: Layout,
  placement: Placement,
  alsoKept: Uint8Array,
): PlacingAnswer {
  const placed = new Map<string, string>();
  const isOpen = Uint8Array.from(alsoKept);
  placement.forEach((pair, g) => {
    const s = layout.pairPremises[pair]!;
    isOpen[s] = 1;
    for (const id of groups[g]!) placed.set(id, problem.premises[s]!.id);
  });
  return { placed, kept: problem.premises.filter((_, s) => isOpen[s] === 1).map(({ id }) => id) };
}

function placementOf(
  groups: string[][],
  premisesAt: ReadonlyMap<string, number>,
  { pairStart, pairPremises }: Layout,
  placed: ReadonlyMap<string, string>,
): Placement | null {
  const placement = new Int32Array(groups.length);
  for (const [g, ids] of groups.entries()) {
    const wanted = new Set(ids.map((id) => premisesAt.get(placed.get(id) ?? "") ?? -1));
    const pair = pairPremises.subarray(pairStart[g]!, pairStart[g + 1]!).findIndex((s) => wanted.has(s));
    if (wanted.size !== 1 || pair < 0) return null;
    placement[g] = pairStart[g]! + pair;
  }
  return placement;
}
