import type { Basis } from "highs";
import { splitByUnit, type Branch } from "#domain/colocation/optimise/branch.ts";
import type { Layout } from "#domain/colocation/optimise/layout.ts";
import type { BranchPricing, Seen } from "./branch-pricing.ts";
import { unitShares, type UnitShare } from "./unit-shares.ts";

/** So many splits are tried at most, and so many after the best of them. */
const [mostTried, mostInVain] = [6, 2];
/** What a unit's splits brought before counts more than how much in doubt it is: a doubt of a half is that much more than none. */
const sureness = 0.3;
/** The least that a part is taken to cost more, as a fraction: a split is not without worth where one part costs the same. */
const leastGain = 1e-5;
const least = 1e-6;

/**
 * Chooses by which unit a branch is split, and where that is or is not. The likeliest are tried in the program: the one is taken both parts of
 * which cost most more. What splits by a unit have brought tells which are likely (strong branching among pseudo-costs).
 * Source: Achterberg, Koch and Martin 2005.
 */
export class SplitChooser {
  /** Of each unit, what its splits brought together, and how many were tried. */
  readonly #brought: Float64Array;
  readonly #tried: Float64Array;

  constructor(
    layout: Layout,
    private readonly pricing: BranchPricing,
    /** Takes the likeliest, and tries none. */
    private readonly isQuick: boolean,
  ) {
    this.#brought = new Float64Array(layout.units);
    this.#tried = new Float64Array(layout.units);
  }

  /** Two parts; null where every unit is in one place. The program stands anywhere afterwards. */
  choose(branch: Branch, seen: Seen, standing: Basis, upper: number): Branch[] | null {
    let [best, most, inVain]: [Branch[] | null, number, number] = [null, -1, 0];
    for (const { unit, premises } of this.#likeliest(seen)) {
      const parts = splitByUnit(branch, this.pricing.places[unit]!, premises);
      if (this.isQuick) return parts;
      const gain = this.#try(parts, seen, standing, upper);
      this.#brought[unit]! += gain;
      this.#tried[unit]! += 1;
      inVain += 1;
      if (gain > most) [best, most, inVain] = [parts, gain, 0];
      if (inVain === mostInVain) break;
    }
    return best;
  }

  /** How much more both parts cost: the geometric mean, as one that costs nothing more is no gain. */
  #try(parts: readonly Branch[], seen: Seen, standing: Basis, upper: number): number {
    const { program } = this.pricing;
    const gains = parts.map((part) => {
      program.goBack(standing);
      return Math.max(leastGain * Math.abs(upper), Math.min(program.solve(part).cost, upper) - seen.cost);
    });
    return Math.sqrt(gains.reduce((product, gain) => product * gain, 1));
  }

  #likeliest(seen: Seen): UnitShare[] {
    const known = [...this.#brought.keys()].filter((unit) => this.#tried[unit]! > 0);
    const brought = (unit: number) => this.#brought[unit]! / this.#tried[unit]!;
    const usual = known.reduce((sum, unit) => sum + brought(unit), 0) / known.length || 1;
    const worth = ({ unit, share }: UnitShare) =>
      (this.#tried[unit]! > 0 ? brought(unit) : usual) * (sureness + Math.min(share, 1 - share));
    return unitShares(this.pricing.sets, seen)
      .filter(({ share }) => share > least && share < 1 - least)
      .map((doubt) => ({ doubt, worth: worth(doubt) }))
      .sort((a, b) => b.worth - a.worth)
      .slice(0, mostTried)
      .map(({ doubt }) => doubt);
  }
}
