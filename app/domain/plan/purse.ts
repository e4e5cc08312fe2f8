import type { PlanYear } from "./plan-problem.ts";

/** The money of one year as it is spent: earmarked purses first, then the common one. */
export class Purse {
  private common: number;
  private readonly earmarked = new Map<string, number>();

  constructor({ budgetOre, earmarksOre }: PlanYear) {
    for (const [name, amount] of Object.entries(earmarksOre)) this.earmarked.set(name, amount);
    this.common = budgetOre - [...this.earmarked.values()].reduce((sum, amount) => sum + amount, 0);
  }

  private fromCommon(amount: number, earmark: string | null): number {
    return Math.max(0, amount - (earmark === null ? 0 : (this.earmarked.get(earmark) ?? 0)));
  }

  /** What of the common purse amounts need: the earmarked purses carry what they can. */
  private needOf(amounts: readonly Amount[]): number {
    if (this.earmarked.size === 0) return amounts.reduce((sum, { ore }) => sum + ore, 0);
    const byEarmark = new Map<string | null, number>();
    for (const { ore, earmark } of amounts) byEarmark.set(earmark, (byEarmark.get(earmark) ?? 0) + ore);
    let need = 0;
    for (const [earmark, ore] of byEarmark) need += this.fromCommon(ore, earmark);
    return need;
  }

  /** Whether the amounts can all be paid. A hundredth of an øre is what floating point may leave. */
  canPay(amounts: readonly Amount[]): boolean {
    return this.needOf(amounts) <= this.common + 0.01;
  }

  pay(amounts: readonly Amount[]): void {
    for (const { ore, earmark } of amounts) {
      const own = earmark === null ? 0 : (this.earmarked.get(earmark) ?? 0);
      if (earmark !== null) this.earmarked.set(earmark, Math.max(0, own - ore));
      this.common -= Math.max(0, ore - own);
    }
  }

  /** What is left for anyone. */
  get left(): number {
    return this.common;
  }

  leftFor(earmark: string | null): number {
    return this.common + (earmark === null ? 0 : (this.earmarked.get(earmark) ?? 0));
  }
}

export interface Amount {
  ore: number;
  earmark: string | null;
}
