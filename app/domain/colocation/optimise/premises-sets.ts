import { bestSetModel, type BestSetModel } from "./best-set-model.ts";
import type { Layout } from "./layout.ts";
import { itemsOf, listSets, type Item, type ListedSets } from "./listed-sets.ts";
import { SetWalk } from "./set-walk.ts";

/** Some units in one of the premises: the pairs, and what they cost there together, the premises not counted. */
export interface UnitSet {
  premises: number;
  pairs: number[];
  cost: number;
}

/** What the best set of units is at some prices. */
export interface BestSet {
  pairs: number[];
  /** What it gains: prices less costs; 0 where nobody pays. */
  gain: number;
  /** No set gains more; above `gain` only where looking through them all was cut short. */
  gainAtMost: number;
}

/** So many sets are walked through at most, of one of the premises; and where not all are wanted. */
const [mostNodes, shortNodes] = [2_000_000, 200_000];
const least = 1e-9;

interface Wanted {
  leastGain: number;
  most: number;
  nodes: number;
}

/**
 * The sets of units that fit into one of the premises, at prices that units offer for being placed. Because few fit at once they are
 * most often few enough to be written down once, and looked through whole at any prices; else they are walked through, and the walk
 * cut short. Rooms of every kind, who cannot be together, and what being together saves are kept exactly.
 */
export class PremisesSets {
  readonly #items: Item[];
  readonly #room: Float64Array;
  readonly #listed: ListedSets | null;
  /** What each listed set offers at the prices last asked about. */
  #offered = new Float64Array();
  readonly #walk: SetWalk;

  constructor(
    layout: Layout,
    readonly premises: number,
    mostListed: number,
  ) {
    const { kinds, need, room, pairStart, pairPremises, pairCost, units } = layout;
    const kindsThatBind = new Set<number>();
    const found: { pair: number; unit: number }[] = [];
    for (let unit = 0; unit < units; unit += 1)
      for (let pair = pairStart[unit]!; pair < pairStart[unit + 1]!; pair += 1)
        if (pairPremises[pair] === premises) found.push({ pair, unit });
    for (let k = 0; k < kinds; k += 1) {
      const load = found.reduce((sum, { unit }) => sum + need[unit * kinds + k]!, 0);
      if (load > room[premises * kinds + k]!) kindsThatBind.add(k);
    }
    const binding = [...kindsThatBind];
    this.#room = Float64Array.from(binding, (k) => room[premises * kinds + k]! * (1 + 1e-9) + 1e-9);
    const placeOf = new Map(found.map(({ unit }, at) => [unit, at]));
    this.#items = found.map(({ pair, unit }) => ({
      ...{ pair, unit, cost: pairCost[pair]!, friends: [], foes: [] },
      need: Float64Array.from(binding, (k) => need[unit * kinds + k]!),
    }));
    const link = (a: number, b: number, use: (one: Item, other: number) => void) => {
      const [atA, atB] = [placeOf.get(a), placeOf.get(b)];
      if (atA === undefined || atB === undefined) return;
      use(this.#items[atA]!, atB);
      use(this.#items[atB]!, atA);
    };
    for (const { a, b, value } of layout.synergies)
      link(a, b, (one, other) => one.friends.push([other, value]));
    for (const { a, b } of layout.apart) link(a, b, (one, other) => one.foes.push(other));
    this.#walk = new SetWalk(this.#items, this.#room);
    this.#listed = listSets(this.#items, this.#room, mostListed);
  }

  /** How many sets are written down; 0 where they are too many. */
  get listed(): number {
    return this.#listed?.cost.length ?? 0;
  }

  /** The sets as they are written down; null where they are too many. */
  get written(): ListedSets | null {
    return this.#listed;
  }

  /** Who may be there: the pairs, in the order in which sets name them. */
  get pairs(): number[] {
    return this.#items.map(({ pair }) => pair);
  }

  /** The set that gains most; where that is no more than `floor`, perhaps none is found, and `gainAtMost` is the floor. */
  best(prices: Float64Array, nodes = mostNodes, floor = 0): BestSet {
    if (this.#listed) {
      const [set, gain] = this.#bestListed(this.#listed, prices);
      return { pairs: this.#pairsOf(this.#listed, set), gain, gainAtMost: gain };
    }
    this.#walk.weigh(prices, false);
    let found: BestSet = { pairs: [], gain: 0, gainAtMost: 0 };
    const unseen = this.#walk.run(nodes, (set, gain) => {
      if (gain > found.gain + least) found = { pairs: [...set], gain, gainAtMost: gain };
      return Math.max(found.gain, floor) + least;
    });
    return { ...found, gainAtMost: Math.max(found.gain, floor, unseen) };
  }

  /** Every set that gains at least so much; null where there are too many. */
  within(prices: Float64Array, leastGain: number, most: number): UnitSet[] | null {
    if (this.#listed) return this.#listedWithin(this.#listed, prices, leastGain, most);
    const { found, isWhole } = this.#walked(prices, { leastGain, most, nodes: mostNodes });
    return isWhole ? found : null;
  }

  /** Of sets that are not written down, those that a short walk comes to and that gain so much; null where they are too many. */
  near(prices: Float64Array, leastGain: number, most: number): UnitSet[] | null {
    return this.#walked(prices, { leastGain, most, nodes: shortNodes }).found;
  }

  /** The choice of the set that gains most, for a solver. */
  model(prices: Float64Array): BestSetModel {
    return bestSetModel(this.#items, this.#room, prices);
  }

  /** The sets that a walk comes to and that gain so much, null where they are too many; and whether it came to the end. */
  #walked(
    prices: Float64Array,
    { leastGain, most, nodes }: Wanted,
  ): { found: UnitSet[] | null; isWhole: boolean } {
    this.#walk.weigh(prices, true);
    const found: UnitSet[] = [];
    const offerOf = new Map(this.#items.map(({ pair, unit }) => [pair, prices[unit]!]));
    const unseen = this.#walk.run(nodes, (pairs, gain) => {
      if (pairs.length > 0 && gain >= leastGain) {
        const offered = pairs.reduce((sum, pair) => sum + offerOf.get(pair)!, 0);
        found.push({ premises: this.premises, pairs: [...pairs], cost: offered - gain });
      }
      return found.length > most ? Infinity : leastGain;
    });
    return { found: found.length <= most ? found : null, isWhole: unseen === -Infinity };
  }

  /** The listed set that gains most, and what; each set offers what the one before it does, and its own item's price. */
  #bestListed({ before, item, cost }: ListedSets, prices: Float64Array): [set: number, gain: number] {
    if (this.#offered.length === 0) this.#offered = new Float64Array(cost.length);
    const offered = this.#offered;
    const priceOf = Float64Array.from(this.#items, ({ unit }) => prices[unit]!);
    let [set, most] = [0, 0];
    for (let at = 1; at < cost.length; at += 1) {
      const offer = offered[before[at]!]! + priceOf[item[at]!]!;
      offered[at] = offer;
      if (offer - cost[at]! > most) [set, most] = [at, offer - cost[at]!];
    }
    return [set, most];
  }

  #listedWithin(listed: ListedSets, prices: Float64Array, leastGain: number, most: number): UnitSet[] | null {
    this.#bestListed(listed, prices);
    const { cost } = listed;
    const found: UnitSet[] = [];
    for (let at = 1; at < cost.length; at += 1) {
      if (this.#offered[at]! - cost[at]! < leastGain) continue;
      if (found.length === most) return null;
      found.push({ premises: this.premises, pairs: this.#pairsOf(listed, at), cost: cost[at]! });
    }
    return found;
  }

  #pairsOf = (listed: ListedSets, set: number): number[] =>
    itemsOf(listed, set).map((at) => this.#items[at]!.pair);
}
