import type { Basis } from "highs";
import { wholeBranch, type Branch } from "#domain/colocation/optimise/branch.ts";
import type { CodedSets } from "#domain/colocation/optimise/coded-sets.ts";
import type { Layout, Placement } from "#domain/colocation/optimise/layout.ts";
import type { UnitSet } from "#domain/colocation/optimise/premises-sets.ts";
import { seededChance } from "#domain/seeded-chance.ts";
import { BranchPricing, type Seen } from "./branch-pricing.ts";
import { SplitChooser } from "./choose-split.ts";
import { followBranch, placementOf, type Pull } from "./follow-branch.ts";
import { SetsProgram } from "./sets-program.ts";

export interface BranchOptions {
  /** What the best known placement costs. */
  upper: number;
  /** How far from the best is good enough, as a fraction. */
  gapAtMost: number;
  shouldStop: () => boolean;
  /** Whether the sets are not all: placements are looked for then, and no time is spent on what they cost at least. */
  isPartial: boolean;
  /** Asked before the first branch, with the pool in the program. */
  before?: (pricing: BranchPricing) => Promise<void>;
  /** Told every placement that is come upon, where who has no place yet is below 0; answers what the best known one costs now. */
  offer: (placement: Placement) => number;
  /** The best known placement. */
  best: () => Placement;
}

/** So many are followed as chance has it; and so much at most the best known placement counts beside a share. */
const [followsFreely, mostPull] = [4, 1.5];

/**
 * Of what the solver is asked so much goes to following branches down: where sets are not all and placements are all that is wanted; where they
 * are all; and there once nothing better has come of so many.
 */
const [partialShare, followShare, vainShare, followsInVain] = [0.9, 0.6, 0.2, 15];
const least = 1e-6;

/**
 * Looks through all placements by which unit is where: a branch whose bound is above what is known is left out, the one with the lowest
 * bound is split in two, and some are followed down, unit by unit, to a placement. Returns what no placement costs less than.
 */
export async function branchOnUnits(
  layout: Layout,
  sets: readonly CodedSets[],
  pool: readonly UnitSet[],
  options: BranchOptions,
): Promise<number> {
  const program = await SetsProgram.begin(layout.units, layout.premises, options.upper);
  try {
    const pricing = new BranchPricing(layout, sets, program, options.shouldStop);
    if (options.isPartial) pricing.include(pool);
    else pricing.begin(pool);
    await options.before?.(pricing);
    return new UnitsTree(layout, pricing, options).bound();
  } finally {
    program.end();
  }
}

/** A branch to be looked into, and where the solver stood after the branch that it is a part of. */
interface Waiting {
  branch: Branch;
  standing: Basis | null;
}

class UnitsTree {
  #upper: number;
  readonly #chooser: SplitChooser;
  readonly #chance = seededChance(1);
  /** How often the solver was asked by following, and how many were followed since something better came of it. */
  #asked = 0;
  #follows = 0;

  constructor(
    private readonly layout: Layout,
    private readonly pricing: BranchPricing,
    private readonly options: BranchOptions,
  ) {
    this.#upper = options.upper;
    this.#chooser = new SplitChooser(layout, pricing, options.isPartial);
  }

  /** Looks through branches until none can be better, or time is past. */
  bound(): number {
    const { program } = this.pricing;
    const open: Waiting[] = [{ branch: wholeBranch(this.layout.premises, -Infinity), standing: null }];
    let settled = Infinity;
    while (open.length > 0 && !this.options.shouldStop()) {
      open.sort((a, b) => b.branch.bound - a.branch.bound);
      if (open.at(-1)!.branch.bound >= this.#good()) break;
      const { branch, standing: before } = open.pop()!;
      if (before) program.goBack(before);
      const seen = before
        ? this.pricing.look(branch, this.#upper)
        : this.pricing.lookAtWhole(this.#upper, !this.options.isPartial);
      const standing = program.standing();
      this.#follow(branch, seen);
      const parts = seen.bound < this.#good() ? this.#split(branch, seen, standing) : null;
      if (parts) open.push(...parts.map((part) => ({ branch: part, standing })));
      else settled = Math.min(settled, seen.bound);
    }
    return open.reduce((low, { branch }) => Math.min(low, branch.bound), Math.min(settled, this.#upper));
  }

  #split(branch: Branch, seen: Seen, standing: Basis): Branch[] | null {
    const parts = this.#chooser.choose({ ...branch, bound: seen.bound }, seen, standing, this.#upper);
    if (!parts && !seen.hasHomeless) this.#offer(placementOf(this.layout, this.pricing.sets, seen));
    return parts;
  }

  /** Branches that cost so much are not looked into. */
  #good = (): number => this.#upper - Math.max(this.options.gapAtMost, least) * Math.abs(this.#upper);

  /** Follows a branch down if it is time to. */
  #follow(branch: Branch, seen: Seen): void {
    const { program } = this.pricing;
    const { shouldStop } = this.options;
    if (this.#asked > program.asked * this.#followShare()) return;
    const before = program.asked;
    this.#follows += 1;
    const now = { upper: this.#upper, chance: this.#chance, shouldStop, pull: this.#pull() };
    this.#offer(followBranch(this.pricing, this.layout, { branch, seen }, now));
    this.#asked += program.asked - before;
  }

  /** Every second time, where only placements are wanted, everyone is drawn to where the best known placement has them, more or less. */
  #pull(): Pull | null {
    if (!this.options.isPartial || this.#follows < followsFreely || this.#follows % 2 === 0) return null;
    const { pairPremises } = this.layout;
    const premises = Int32Array.from(this.options.best(), (pair) => pairPremises[pair]!);
    return { premises, strength: mostPull * this.#chance() };
  }

  #followShare(): number {
    if (this.options.isPartial) return partialShare;
    return this.#follows < followsInVain ? followShare : vainShare;
  }

  #offer(placement: Placement): void {
    const upper = this.options.offer(placement);
    if (upper >= this.#upper) return;
    this.#upper = upper;
    this.#follows = 0;
    this.pricing.forget(upper);
  }
}
