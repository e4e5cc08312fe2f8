import {
  splitByPremises,
  splitByUnit,
  wholeBranch,
  withSet,
  type Branch,
  type Places,
} from "#domain/colocation/optimise/branch.ts";
import { codeOf, type CodedSet, type CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import type { Layout, Placement } from "#domain/colocation/optimise/layout.ts";
import type { UnitSet } from "#domain/colocation/optimise/premises-sets.ts";
import { SetsProgram, type SharedSets } from "./sets-program.ts";

export interface BranchOptions {
  /** What the best known placement costs. */
  upper: number;
  /** How far from the best is good enough, as a fraction. */
  gapAtMost: number;
  shouldStop: () => boolean;
  /** Told every placement that is come upon; answers what the best known one costs now. */
  offer: (placement: Placement) => number;
}

/** Sets of one of the premises that are added at a time, and how often prices are asked for anew in one branch. */
const [mostAdded, mostRounds] = [6, 40];
/** Every so many branches are followed down to whole sets. */
const followEvery = 10;
const least = 1e-6;

/**
 * Looks through all placements by which premises are kept: a branch whose bound is above what is known is left out, the one with the lowest
 * bound is split in two, and some are followed down, set by set, to a placement. Returns what no placement costs less than.
 */
export async function branchOnPremises(
  layout: Layout,
  sets: readonly CodedSets[],
  pool: readonly UnitSet[],
  options: BranchOptions,
): Promise<number> {
  const program = await SetsProgram.begin(layout.units, layout.premises, options.upper);
  try {
    return new PremisesTree(layout, sets, pool, program, options).bound();
  } finally {
    program.end();
  }
}

interface Seen extends SharedSets {
  bound: number;
}

class PremisesTree {
  #upper: number;
  readonly #places: Places[];
  /** What the prices of the whole say, to forget sets by when something better is found. */
  #prices: Float64Array | null = null;

  constructor(
    private readonly layout: Layout,
    private readonly sets: readonly CodedSets[],
    pool: readonly UnitSet[],
    private readonly program: SetsProgram,
    private readonly options: BranchOptions,
  ) {
    this.#upper = options.upper;
    const places: { premises: number; bit: number }[][] = Array.from({ length: layout.units }, () => []);
    for (const { premises, units } of sets)
      units.forEach((unit, bit) => places[unit]!.push({ premises, bit }));
    this.#places = places;
    for (const { premises, pairs, cost } of pool) {
      const opening = layout.isKept[premises] ? 0 : layout.openCost[premises]!;
      this.#add(codeOf(sets[premises]!, pairs, cost + opening));
    }
  }

  /** Looks through branches until none can be better, or time is past. */
  bound(): number {
    const open = [wholeBranch(this.layout.premises, -Infinity)];
    let [settled, branches] = [Infinity, 0];
    while (open.length > 0 && !this.options.shouldStop()) {
      open.sort((a, b) => b.bound - a.bound);
      if (open.at(-1)!.bound >= this.#good()) break;
      const branch = open.pop()!;
      const seen = this.#look(branch);
      if (branches === 0) this.#forget(seen);
      if (branches % followEvery === 0) this.#follow(branch, seen);
      branches += 1;
      const parts = seen.bound < this.#good() ? this.#split({ ...branch, bound: seen.bound }, seen) : null;
      if (parts) open.push(...parts);
      else settled = Math.min(settled, seen.bound);
    }
    return open.reduce((low, { bound }) => Math.min(low, bound), Math.min(settled, this.#upper));
  }

  /** Branches that cost so much are not looked into. */
  #good = (): number => this.#upper - Math.max(this.options.gapAtMost, least) * Math.abs(this.#upper);

  #add(set: CodedSet): void {
    const own = this.sets[set.premises]!;
    this.program.add(
      set,
      own.bitsOf(set).map((bit) => own.units[bit]!),
    );
  }

  /** Adds the sets that pay in a branch until none does; its bound holds whenever that is cut short. */
  #look(branch: Branch): Seen {
    let { bound } = branch;
    for (let round = 1; ; round += 1) {
      const shared = this.program.solve(branch);
      const price = shared.prices.reduce((sum, each) => sum + each, this.layout.offset);
      const paying: CodedSet[] = [];
      let below = price;
      for (const one of this.sets) {
        below += one.least(shared.prices, branch);
        const slack = 1e-8 * Math.abs(this.#upper);
        paying.push(...one.below(shared.worth[one.premises]! - slack, mostAdded));
      }
      bound = Math.max(bound, below);
      const isOver = paying.length === 0 || round === mostRounds || bound >= this.#upper;
      if (isOver || this.options.shouldStop()) return { ...shared, bound };
      for (const set of paying) this.#add(set);
    }
  }

  /** Forgets the sets that no better placement can be made of, by the prices of the whole. */
  #forget(seen: Seen | null): void {
    if (seen) this.#prices = seen.prices;
    if (!this.#prices) return;
    const prices = this.#prices;
    const whole = wholeBranch(this.layout.premises, -Infinity);
    const leasts = this.sets.map((one) => one.least(prices, whole));
    const bound = [...prices, ...leasts].reduce((sum, each) => sum + each, this.layout.offset);
    const slack = this.#upper - bound + 1e-7 * Math.abs(this.#upper);
    // What is looked at last must be this, so that `forgetAbove` reads its values.
    this.sets.forEach((one, at) => one.forgetAbove(leasts[at]! + slack));
  }

  /** Goes down from a branch, fixing whole sets and the one that is most whole of the others, until everyone has a place. */
  #follow(from: Branch, at: Seen): void {
    let [branch, now] = [from, at];
    while (!this.options.shouldStop() && now.bound < this.#upper) {
      const parts = now.taken.filter(({ share }) => share < 1 - least).sort((a, b) => b.share - a.share);
      if (parts.length === 0) return now.hasHomeless ? undefined : this.#offer(now);
      const whole = now.taken.filter(({ share }) => share >= 1 - least);
      for (const { set } of [...whole, parts[0]!]) {
        const { units } = this.sets[set.premises]!;
        const inside = this.sets[set.premises]!.bitsOf(set).map((bit) => this.#places[units[bit]!]!);
        branch = withSet(branch, set, inside);
      }
      now = this.#look({ ...branch, bound: -Infinity });
    }
  }

  #offer({ taken }: Seen): void {
    const placement = Int32Array.from(this.layout.pairStart.subarray(0, this.layout.units));
    for (const { set } of taken) {
      const own = this.sets[set.premises]!;
      for (const bit of own.bitsOf(set)) placement[own.units[bit]!] = own.pairs[bit]!;
    }
    const upper = this.options.offer(placement);
    if (upper >= this.#upper) return;
    this.#upper = upper;
    this.#forget(null);
  }

  /** Two parts: by the premises whose keeping is most in doubt for what it costs, else by a unit that is in two; null where all is whole. */
  #split(branch: Branch, seen: Seen): Branch[] | null {
    const { premises, openCost, isKept } = this.layout;
    const keeping = new Float64Array(premises);
    const inside = new Map<string, { premises: number; unit: number; share: number }>();
    for (const { set, share } of seen.taken) {
      keeping[set.premises]! += share;
      const own = this.sets[set.premises]!;
      for (const bit of own.bitsOf(set)) {
        const key = `${set.premises} ${bit}`;
        const before = inside.get(key)?.share ?? 0;
        inside.set(key, { premises: set.premises, unit: own.units[bit]!, share: before + share });
      }
    }
    const doubt = (share: number) => Math.min(share, 1 - share);
    const weight = (s: number) => (isKept[s] ? 0 : openCost[s]! * doubt(keeping[s]!));
    const most = keeping.reduce((best, _, s) => (weight(s) > weight(best) ? s : best), 0);
    if (doubt(keeping[most]!) > 1e-4 && weight(most) > 0) return splitByPremises(branch, most);
    const unit = [...inside.values()].sort((a, b) => doubt(b.share) - doubt(a.share))[0];
    if (unit && doubt(unit.share) > least)
      return splitByUnit(branch, this.#places[unit.unit]!, unit.premises);
    if (!seen.hasHomeless) this.#offer(seen);
    return null;
  }
}
