/**
 * A mixed-integer linear problem: minimise offset + Σ cost·x under row and column bounds. Rows are sparse: entries of row
 * r lie from `starts[r]` to `starts[r + 1]`.
 */
export interface SparseModel {
  offset: number;
  cost: number[];
  lower: number[];
  upper: number[];
  isInteger: boolean[];
  rowLower: number[];
  rowUpper: number[];
  starts: number[];
  indices: number[];
  values: number[];
}

/** Builds a model column by column and row by row. */
export class ModelBuilder {
  readonly model: SparseModel = {
    ...{ offset: 0, cost: [], lower: [], upper: [], isInteger: [] },
    ...{ rowLower: [], rowUpper: [], starts: [0], indices: [], values: [] },
  };

  /** Adds a yes-or-no column and returns its index. */
  addChoice(cost: number): number {
    return this.addColumn(cost, 0, 1, true);
  }

  /** Adds a column and returns its index. */
  addColumn(cost: number, lower: number, upper: number, isInteger = false): number {
    const { model } = this;
    model.cost.push(cost);
    model.lower.push(lower);
    model.upper.push(upper);
    return model.isInteger.push(isInteger) - 1;
  }

  /** Adds lower ≤ Σ value·x ≤ upper; infinite bounds are none. */
  addRow(entries: readonly (readonly [column: number, value: number])[], lower: number, upper: number): void {
    const { model } = this;
    for (const [column, value] of entries) {
      model.indices.push(column);
      model.values.push(value);
    }
    model.starts.push(model.indices.length);
    model.rowLower.push(lower);
    model.rowUpper.push(upper);
  }
}
