import type { LaidOut } from "./plan-problem.ts";
import { Purse, type Amount } from "./purse.ts";

/** A plan while it is made: who lies where, which sites are open, what money is left. Pinned works are in from the start. */
export class PlanInMaking {
  readonly year: (number | null)[];
  private readonly purses: Purse[];
  private readonly open = new Set<string>();
  private readonly free: boolean[];
  /** Pinned works that their year could not pay for, by index: the plan says so and leaves them where they are. */
  readonly unpaid: number[] = [];

  constructor(readonly laid: LaidOut) {
    const { works, years, pinned } = laid.problem;
    this.purses = years.map((year) => new Purse(year));
    this.year = works.map(() => null);
    this.free = works.map(({ id }) => !laid.forbidden.has(id) && pinned[id] === undefined);
    works.forEach(({ id }, work) => {
      const year = pinned[id];
      if (year === undefined || laid.forbidden.has(id)) return;
      if (!this.fits([work], year)) this.unpaid.push(work);
      else this.put([work], year);
    });
  }

  /** Whether a work is still to be placed. */
  isFree(work: number): boolean {
    return this.free[work]! && this.year[work] === null;
  }

  /** The set-up that a building still needs in a year: nothing where its site is open already. */
  setupOf(work: number, year: number): number {
    const { buildingId } = this.laid.problem.works[work]!;
    return this.open.has(`${buildingId} ${year}`) ? 0 : (this.laid.problem.setupOre[buildingId] ?? 0);
  }

  private amounts(works: readonly number[], year: number): Amount[] {
    const amounts = works.map((work) => ({
      ore: this.laid.spend[work]![year]!,
      earmark: this.laid.problem.works[work]!.earmark,
    }));
    return [...amounts, { ore: this.setupOf(works[0]!, year), earmark: null }];
  }

  /** Whether works of one building can be paid for in a year, set-up included. */
  fits(works: readonly number[], year: number): boolean {
    return this.purses[year]!.canPay(this.amounts(works, year));
  }

  /** Puts works of one building into a year. */
  put(works: readonly number[], year: number): void {
    this.purses[year]!.pay(this.amounts(works, year));
    for (const work of works) this.year[work] = year;
    this.open.add(`${this.laid.problem.works[works[0]!]!.buildingId} ${year}`);
  }

  left(year: number): number {
    return this.purses[year]!.left;
  }
}
