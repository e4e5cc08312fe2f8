import { wholeBranch, type Branch, type Places } from "#domain/colocation/optimise/branch.ts";
import { codeOf } from "#domain/colocation/optimise/sets-as-bits.ts";
import {
  mostCuts,
  type CodedSet,
  type CodedSets,
  type SetPrices,
} from "#domain/colocation/optimise/coded-sets.ts";
import { brokenCuts, counterOf, type SetCut } from "#domain/colocation/optimise/set-cuts.ts";
import { openingOf, type Layout } from "#domain/colocation/optimise/layout.ts";
import type { UnitSet } from "#domain/colocation/optimise/premises-sets.ts";
import type { SetsProgram, SharedSets } from "./sets-program.ts";

/** What parts of sets cost least in a branch, and what no placement in it costs less than. */
export interface Seen extends SharedSets {
  bound: number;
}

/** Sets of one of the premises that are added at a time, and how often prices are asked for anew in one branch. */
const [mostAdded, mostRounds] = [6, 40];
const mostCutsAtOnce = 30;

/** All sets, of which those that pay somewhere are in the program; says of a branch what it costs at least. */
export class BranchPricing {
  /** Where each unit may be. */
  readonly places: readonly Places[];
  /** What the prices of the whole say, to forget sets by when something better is found. */
  #prices: SetPrices | null = null;
  #cuts = 0;
  /** Tells for each of the premises and each cut whether a set counts. */
  readonly #counters: ReturnType<typeof counterOf>[][];

  constructor(
    private readonly layout: Layout,
    readonly sets: readonly CodedSets[],
    readonly program: SetsProgram,
    private readonly shouldStop: () => boolean,
  ) {
    const places: { premises: number; bit: number }[][] = Array.from({ length: layout.units }, () => []);
    for (const { premises, units } of sets)
      units.forEach((unit, bit) => places[unit]!.push({ premises, bit }));
    this.places = places;
    this.#counters = sets.map(() => []);
  }

  /** Puts sets that paid at some prices into the program. */
  begin(pool: readonly UnitSet[]): void {
    for (const set of pool) this.#add(this.#coded(set));
  }

  /** The same where the sets that are looked through are not all: they are looked through from now on. Returns how many could be. */
  include(some: readonly UnitSet[]): number {
    const ofPremises = this.sets.map((): CodedSet[] => []);
    const known = some.filter((set) => this.#isKnown(set));
    for (const set of known) ofPremises[set.premises]!.push(this.#coded(set));
    ofPremises.forEach((sets, premises) => {
      if (sets.length > 0) this.sets[premises]!.include(sets);
      for (const set of sets) this.#add(set);
    });
    return known.length;
  }

  /** Whether each of its units has a bit. */
  #isKnown({ premises, pairs }: UnitSet): boolean {
    const known = this.sets[premises]!.pairs;
    return pairs.every((pair) => known.includes(pair));
  }

  #coded({ premises, pairs, cost }: UnitSet): CodedSet {
    return codeOf(this.sets[premises]!, pairs, cost + openingOf(this.layout, premises));
  }

  #add(set: CodedSet): void {
    const counters = this.#counters[set.premises]!;
    const cuts = counters.flatMap((isCounted, cut) => (isCounted?.(set.low, set.high) ? [cut] : []));
    this.program.add(set, this.#unitsOf(set), cuts);
  }

  #unitsOf(set: CodedSet): number[] {
    const own = this.sets[set.premises]!;
    return own.bitsOf(set).map((bit) => own.units[bit]!);
  }

  /** Looks at the whole, forgets the sets that are too dear in it, and adds cuts, if wanted, that parts of sets break, while there are any. */
  lookAtWhole(upper: number, isCut: boolean): Seen {
    const branch = wholeBranch(this.layout.premises, -Infinity);
    for (;;) {
      const seen = this.look(branch, upper);
      this.#prices = seen;
      this.forget(upper);
      const left = isCut ? Math.min(mostCutsAtOnce, mostCuts - this.#cuts) : 0;
      if (left === 0 || seen.bound >= upper || this.shouldStop()) return seen;
      const taken = seen.taken.map(({ set, share }) => ({ ...set, units: this.#unitsOf(set), share }));
      const broken = brokenCuts(taken, this.layout.units, left);
      if (broken.length === 0) return seen;
      for (const cut of broken) this.#cut(cut);
    }
  }

  #cut(cut: SetCut): void {
    for (const one of this.sets) one.countIn(cut, this.#cuts);
    this.#cuts += 1;
    const ofPremises = this.sets.map(({ premises, units }) => counterOf(cut, premises, units));
    ofPremises.forEach((isCounted, premises) => this.#counters[premises]!.push(isCounted));
    this.program.cut(({ premises, low, high }) => ofPremises[premises]?.(low, high) === true);
  }

  /** Adds the sets that pay in a branch until none does, or the branch costs `upper`; the bound holds also where that is cut short. */
  look(branch: Branch, upper: number): Seen {
    let { bound } = branch;
    for (let round = 1; ; round += 1) {
      const shared = this.program.solve(branch);
      const paying: CodedSet[] = [];
      let below = this.#offered(shared);
      for (const one of this.sets) {
        below += one.least(shared, branch);
        const slack = 1e-8 * Math.abs(upper);
        paying.push(...one.below(shared.worth[one.premises]! - slack, mostAdded));
      }
      bound = Math.max(bound, below);
      const isOver = paying.length === 0 || round === mostRounds || bound >= upper;
      if (isOver || this.shouldStop()) return { ...shared, bound };
      for (const set of paying) this.#add(set);
    }
  }

  /** What units offer together, and what cuts take from it. */
  #offered({ prices, cutPrices }: SetPrices): number {
    let sum = this.layout.offset;
    for (const each of prices) sum += each;
    for (const each of cutPrices) sum += each;
    return sum;
  }

  /** Forgets the sets that no placement cheaper than `upper` can be made of, by the prices of the whole. */
  forget(upper: number): void {
    if (!this.#prices) return;
    const prices = this.#prices;
    const whole = wholeBranch(this.layout.premises, -Infinity);
    const leasts = this.sets.map((one) => one.least(prices, whole));
    const bound = leasts.reduce((sum, each) => sum + each, this.#offered(prices));
    const slack = upper - bound + 1e-7 * Math.abs(upper);
    // What is looked at last must be this, so that `forgetAbove` reads its values.
    this.sets.forEach((one, at) => one.forgetAbove(leasts[at]! + slack));
  }
}
