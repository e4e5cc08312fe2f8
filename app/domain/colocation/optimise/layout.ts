/**
 * Units to be placed and premises to be kept, as plain numbers: what heuristic and model both read. Money in any one unit.
 * Units that must be together are one here; premises that are kept whatever happens cost nothing to open.
 */
export interface Layout {
  units: number;
  premises: number;
  /** How many kinds of room count in each premises: functions, then hours of the week. */
  kinds: number;
  /** Pairs of unit and premises that are allowed; those of unit u lie from `pairStart[u]` to `pairStart[u + 1]`. */
  pairStart: Int32Array;
  pairPremises: Int32Array;
  pairCost: Float64Array;
  /** What counts against each limit, a row a limit: `pairSpend[limit * pairs + pair]`. */
  pairSpend: Float64Array;
  /** What keeping premises costs over giving them up; never negative. */
  openCost: Float64Array;
  /** The same against each limit: `openSpend[limit * premises + s]`; may be negative. */
  openSpend: Float64Array;
  limits: Float64Array;
  /** What unit u takes of kind k: `need[u * kinds + k]`; what premises have: `room[s * kinds + k]`, Infinity without limit. */
  need: Float64Array;
  room: Float64Array;
  /** Premises that stay open whatever happens. */
  isKept: Uint8Array;
  /** What being together saves; each pair once. */
  synergies: { a: number; b: number; value: number }[];
  /** Units that cannot share premises. */
  apart: { a: number; b: number }[];
  /** What is spent whatever is decided. */
  offset: number;
}

/** Where each unit goes: a pair of the layout, one a unit. */
export type Placement = Int32Array;

export interface Weighed {
  cost: number;
  /** By how much each limit is overrun; 0 where it holds. */
  over: number[];
  isAllowed: boolean;
}

/**
 * What a placement costs and whether it keeps every rule; adds up anew, as what checks the search must. Premises may be kept empty
 * (`alsoKept`), where a budget cannot pay for leaving them.
 */
export function weighPlacement(layout: Layout, placement: Placement, alsoKept = layout.isKept): Weighed {
  const { kinds, premises, pairPremises, need, room } = layout;
  const pairs = pairPremises.length;
  const load = new Float64Array(premises * kinds);
  const isOpen = Uint8Array.from(layout.isKept, (kept, s) => kept | alsoKept[s]!);
  const spent = Array.from(layout.limits, () => 0);
  let cost = layout.offset;
  placement.forEach((pair, unit) => {
    const s = pairPremises[pair]!;
    isOpen[s] = 1;
    cost += layout.pairCost[pair]!;
    for (let k = 0; k < kinds; k += 1) load[s * kinds + k]! += need[unit * kinds + k]!;
    spent.forEach((_, limit) => (spent[limit]! += layout.pairSpend[limit * pairs + pair]!));
  });
  isOpen.forEach((open, s) => {
    if (open === 0) return;
    cost += layout.openCost[s]!;
    spent.forEach((_, limit) => (spent[limit]! += layout.openSpend[limit * premises + s]!));
  });
  const at = (unit: number) => pairPremises[placement[unit]!]!;
  for (const { a, b, value } of layout.synergies) if (at(a) === at(b)) cost -= value;
  const fits = load.every((used, index) => used <= room[index]! * (1 + 1e-9) + 1e-9);
  const isAllowed = fits && layout.apart.every(({ a, b }) => at(a) !== at(b));
  return { cost, isAllowed, over: spent.map((each, limit) => Math.max(0, each - layout.limits[limit]!)) };
}

/** What putting someone into premises adds: nothing where they are kept anyway. */
export const openingOf = ({ isKept, openCost }: Layout, premises: number): number =>
  isKept[premises] ? 0 : openCost[premises]!;

/** Whether it keeps every rule and every limit. */
export const isPossible = ({ isAllowed, over }: Weighed): boolean =>
  isAllowed && over.every((each) => each <= 1e-6);
