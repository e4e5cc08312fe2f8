import type { Basis, Model } from "highs";
import { allows, type Branch } from "#domain/colocation/optimise/branch.ts";
import type { CodedSet, SetPrices } from "#domain/colocation/optimise/coded-sets.ts";
import { loadSolver } from "./load-solver.ts";

/** What parts of sets cost least, and what that says units would pay and premises gain. */
export interface SharedSets extends SetPrices {
  cost: number;
  worth: Float64Array;
  /** How much of each set is taken, those that are; 1 is the whole of it. */
  taken: { set: CodedSet; share: number }[];
  /** Whether someone is left without a place, or premises that must be kept without anyone. */
  hasHomeless: boolean;
}

const least = 1e-6;

/**
 * Placing as a choice of parts of sets, to which sets are added as they pay: the solver goes on from where it stood, so asking again is a
 * matter of milliseconds. Units are rows that come to 1, premises rows of at most 1. Who is left out costs more than all that is known.
 */
export class SetsProgram {
  readonly #sets: CodedSet[] = [];
  readonly #known = new Set<string>();
  readonly #scale: number;
  /** Rows of units and premises, each of which nobody can fill; as many columns come before those of sets. */
  readonly #rows: number;
  #cuts = 0;
  /** How often it was solved. */
  asked = 0;

  private constructor(
    private readonly model: Model,
    private readonly units: number,
    private readonly premises: number,
    upper: number,
  ) {
    this.#rows = units + premises;
    this.#scale = 1_000 / Math.max(1e-6, Math.abs(upper));
    model.options.set({ output_flag: false });
    // Each row can be filled by nobody, dearly: a branch whose sets are not there yet can be solved, and says by its prices which pay.
    for (let row = 0; row < this.#rows; row += 1)
      model.addCol(1_000, 0, Infinity, { indices: [row], values: [1] });
  }

  static async begin(units: number, premises: number, upper: number): Promise<SetsProgram> {
    const highs = await loadSolver();
    const rows = units + premises;
    const model = highs.createModel({
      ...{ numCols: 0, numRows: rows, offset: 0, colCost: [], colLower: [], colUpper: [] },
      rowLower: Array.from({ length: rows }, (_, row) => (row < units ? 1 : -Infinity)),
      rowUpper: Array.from({ length: rows }, () => 1),
      matrix: {
        ...{ format: "csr" as const, numRows: rows, numCols: 0 },
        ...{ starts: Array.from({ length: rows + 1 }, () => 0), indices: [], values: [] },
      },
    });
    return new SetsProgram(model, units, premises, upper);
  }

  /** Adds a set with the units in it and the cuts in which it counts; one that is there is not added again. */
  add(set: CodedSet, units: readonly number[], cuts: readonly number[]): void {
    const key = `${set.premises} ${set.low} ${set.high}`;
    if (this.#known.has(key)) return;
    this.#known.add(key);
    this.#sets.push(set);
    const indices = [...units].sort((a, b) => a - b);
    indices.push(this.units + set.premises, ...cuts.map((cut) => this.#rows + cut));
    this.model.addCol(set.cost * this.#scale, 0, Infinity, { indices, values: indices.map(() => 1) });
  }

  /** Adds a cut: of the sets that count, one at most. */
  cut(isCounted: (set: CodedSet) => boolean): void {
    const indices = this.#sets.flatMap((set, at) => (isCounted(set) ? [this.#rows + at] : []));
    this.model.addRow(-Infinity, 1, { indices, values: indices.map(() => 1) });
    this.#cuts += 1;
  }

  /** Where the solver stands now, to go on from there later, whatever was asked in between. */
  standing(): Basis {
    return this.model.getBasis();
  }

  /** Goes back to where it stood; sets that have been added since are taken by nobody there. */
  goBack({ colStatus, rowStatus }: Basis): void {
    const statuses = new Int32Array(this.#rows + this.#sets.length);
    statuses.set(colStatus);
    this.model.setBasis({ colStatus: statuses, rowStatus });
  }

  /** The parts that cost least of the sets that a branch allows. */
  solve(branch: Branch): SharedSets {
    const { model, units, premises } = this;
    const upper = new Float64Array(this.#rows + this.#sets.length).fill(Infinity);
    this.#sets.forEach(({ premises: s, low, high }, at) => {
      if (!allows(branch, s, low, high)) upper[this.#rows + at] = 0;
    });
    model.changeColsBounds(
      { kind: "range", from: 0, to: upper.length - 1 },
      new Float64Array(upper.length),
      upper,
    );
    branch.isUsed.forEach((isUsed, s) => model.changeRowBounds(units + s, isUsed === 1 ? 1 : -Infinity, 1));
    model.run();
    this.asked += 1;
    const { rowDual, colValue } = model.getSolution();
    return {
      cost: model.getObjectiveValue() / this.#scale,
      prices: rowDual.slice(0, units).map((each) => each / this.#scale),
      // What a cut is worth is never above 0; what the solver's tolerance puts there would make a bound that does not hold.
      cutPrices: rowDual
        .slice(this.#rows, this.#rows + this.#cuts)
        .map((each) => Math.min(0, each / this.#scale)),
      worth: rowDual.slice(units, units + premises).map((each) => each / this.#scale),
      taken: this.#sets.flatMap((set, at) =>
        colValue[this.#rows + at]! > least ? [{ set, share: colValue[this.#rows + at]! }] : [],
      ),
      hasHomeless: colValue.subarray(0, this.#rows).some((each) => each > least),
    };
  }

  end(): void {
    this.model.dispose();
  }
}
