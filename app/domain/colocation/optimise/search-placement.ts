import { isPossible, weighPlacement, type Layout, type Placement } from "./layout.ts";
import { seededChance } from "#domain/seeded-chance.ts";
import { PlacementState } from "./placement-state.ts";

export interface SearchOptions {
  /** Tries; a few thousand a second. */
  rounds: number;
  seed: number;
  /** Where to begin, if anywhere is known to be possible; a unit that has no place yet is below 0. */
  start?: Placement | null;
  /** In the beginning, how much worse is accepted on average: a share of the cost, a hundredth unless told. */
  hottest?: number;
  shouldStop?: () => boolean;
}

export interface FoundPlacement {
  placement: Placement;
  cost: number;
}

/**
 * Looks for a good placement: takes some units out and puts them back where they add least, those first that would lose most by
 * waiting (large neighbourhood search, with regret), and accepts a little worse in the beginning. Null where it found none that keeps
 * every rule, which does not mean that there is none. The same seed finds the same.
 */
export function searchPlacement(layout: Layout, options: SearchOptions): FoundPlacement | null {
  return new PlacementSearch(layout, options).run();
}

class PlacementSearch {
  readonly #layout: Layout;
  readonly #options: SearchOptions;
  readonly #random: () => number;
  readonly #state: PlacementState;
  #best: FoundPlacement | null = null;
  #limitPrice = 1;
  /** Premises that nobody enters in this round; premises that cost nothing to open in it; what share of opening others counts. */
  #shut = -1;
  #lured = -1;
  #opening = 0.3;

  constructor(layout: Layout, options: SearchOptions) {
    this.#layout = layout;
    this.#options = options;
    this.#random = seededChance(options.seed);
    this.#state = new PlacementState(layout);
  }

  run(): FoundPlacement | null {
    const { rounds, start, hottest = 0.01, shouldStop = () => false } = this.#options;
    if (!(start && this.#beginFrom(start)) && !this.#begin(shouldStop)) return null;
    this.#keep();
    let value = this.#value();
    for (let round = 0; round < rounds && !shouldStop(); round += 1) {
      const heat = hottest * (1 - round / rounds) ** 3;
      const taken = this.#choose();
      const before = taken.map((unit) => this.#state.placement[unit]!);
      for (const unit of taken) this.#state.remove(unit);
      const isPlaced = this.#insert(new Set(taken));
      const now = isPlaced ? this.#value() : Infinity;
      const worse = -Math.log(1 - this.#random()) * heat * Math.abs(value - this.#layout.offset);
      if (now <= value + worse + 1e-9) {
        value = now;
        this.#keep();
      } else this.#restore(taken, before);
      if (round % 200 === 199) {
        this.#limitPrice = Math.min(
          1e6,
          Math.max(0.05, this.#limitPrice * (this.#state.over() > 0 ? 3 : 0.8)),
        );
        value = this.#value();
      }
    }
    return this.#best;
  }

  /** Everyone placed from nothing, with chance, until it works out. */
  #begin(shouldStop: () => boolean): boolean {
    const { units } = this.#layout;
    for (let tries = 0; tries < 60 && !(tries > 3 && shouldStop()); tries += 1) {
      if (this.#insert(new Set(Array.from({ length: units }, (_, unit) => unit)), tries * 0.1)) return true;
      this.#clear();
    }
    return false;
  }

  /** Everyone where they begin, and who has no place yet (below 0) where they add least; false, and nobody placed, where one fits nowhere. */
  #beginFrom(start: Placement): boolean {
    const waiting = new Set<number>();
    start.forEach((pair, unit) => (pair < 0 ? waiting.add(unit) : this.#state.place(unit, pair)));
    return this.#insert(waiting) || this.#clear();
  }

  #clear(): false {
    for (let unit = 0; unit < this.#layout.units; unit += 1)
      if (this.#state.placement[unit]! >= 0) this.#state.remove(unit);
    return false;
  }

  #value(): number {
    return this.#state.cost + this.#limitPrice * this.#state.over();
  }

  #keep(): void {
    if (this.#state.cost >= (this.#best?.cost ?? Infinity) - 1e-9 || this.#state.over() > 1e-6) return;
    const placement = Int32Array.from(this.#state.placement);
    // Added up anew: many small steps leave a little behind.
    const weighed = weighPlacement(this.#layout, placement);
    if (isPossible(weighed) && weighed.cost < (this.#best?.cost ?? Infinity))
      this.#best = { placement, cost: weighed.cost };
  }

  #restore(taken: number[], before: number[]): void {
    for (const unit of taken) if (this.#state.placement[unit]! >= 0) this.#state.remove(unit);
    taken.forEach((unit, at) => this.#state.place(unit, before[at]!));
  }

  #at(unit: number): number {
    return this.#layout.pairPremises[this.#state.placement[unit]!]!;
  }

  #below(most: number): number {
    return Math.floor(this.#random() * most);
  }

  /** Which units are taken out: all of one premises and some that could fill it, some near each other, or any. */
  #choose(): number[] {
    const { units, pairStart, pairPremises } = this.#layout;
    const taken = new Set<number>();
    const most = Math.min(units, 2 + this.#below(Math.max(3, Math.min(14, Math.ceil(units / 3)))));
    const kind = this.#random();
    [this.#shut, this.#lured] = [-1, -1];
    this.#opening = this.#random() < 0.6 ? 1 : this.#random();
    const first = this.#below(units);
    if (kind < 0.35) {
      this.#shut = this.#at(first);
      for (let unit = 0; unit < units; unit += 1) if (this.#at(unit) === this.#shut) taken.add(unit);
    }
    if (kind > 0.2 && kind < 0.65) {
      const from = pairStart[first]!;
      this.#lured = pairPremises[from + this.#below(pairStart[first + 1]! - from)]!;
      taken.add(first);
    }
    const near = new Set(pairPremises.subarray(pairStart[first]!, pairStart[first + 1]!));
    for (let tries = 0; taken.size < most && tries < 4 * most; tries += 1) {
      const unit = this.#below(units);
      if (kind > 0.85 || near.has(this.#at(unit))) taken.add(unit);
    }
    return [...taken];
  }

  /** Puts units back, the one first that would lose most by waiting; false where one fits nowhere. */
  #insert(waiting: Set<number>, noise = 0): boolean {
    const spread = noise + (this.#random() < 0.5 ? 0.15 * this.#random() : 0);
    const options = new Map([...waiting].map((unit) => [unit, this.#twoBest(unit, spread)]));
    while (waiting.size > 0) {
      let [next, regret] = [-1, -Infinity];
      for (const unit of waiting) {
        const { first, second, pair } = options.get(unit)!;
        if (pair < 0) return false;
        const loss = second === Infinity ? 1e18 - first : second - first;
        if (loss > regret) [next, regret] = [unit, loss];
      }
      const { pair } = options.get(next)!;
      this.#state.place(next, pair);
      waiting.delete(next);
      const s = this.#layout.pairPremises[pair]!;
      for (const unit of waiting) {
        const known = options.get(unit)!;
        if (this.#reaches(unit, s, known)) options.set(unit, this.#twoBest(unit, spread));
      }
    }
    return true;
  }

  /** Whether what changed in premises s can change the two best places of a unit. */
  #reaches(unit: number, s: number, known: { pair: number; other: number }): boolean {
    const { pairPremises, pairStart } = this.#layout;
    if (pairPremises[known.pair] === s || (known.other >= 0 && pairPremises[known.other] === s)) return true;
    // Newly opened premises became cheaper for everyone who may go there.
    if (this.#state.count(s) > 1 && this.#layout.synergies.length === 0) return false;
    for (let pair = pairStart[unit]!; pair < pairStart[unit + 1]!; pair += 1)
      if (pairPremises[pair] === s) return true;
    return false;
  }

  #twoBest(unit: number, spread: number): { pair: number; other: number; first: number; second: number } {
    const { pairStart, pairPremises, openCost } = this.#layout;
    let [pair, other, first, second] = [-1, -1, Infinity, Infinity];
    for (let at = pairStart[unit]!; at < pairStart[unit + 1]!; at += 1) {
      const s = pairPremises[at]!;
      if (s === this.#shut) continue;
      let added = this.#state.added(unit, at, this.#limitPrice);
      if (added === Infinity) continue;
      if (this.#state.count(s) === 0) added -= openCost[s]! * (s === this.#lured ? 1 : 1 - this.#opening);
      if (spread > 0) added += Math.abs(added) * spread * (this.#random() - 0.5);
      if (added < first) [other, second, pair, first] = [pair, first, at, added];
      else if (added < second) [other, second] = [at, added];
    }
    return { pair, other, first, second };
  }
}
