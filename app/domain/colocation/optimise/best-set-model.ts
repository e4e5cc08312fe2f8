import { ModelBuilder, type SparseModel } from "../../optimise/sparse-model.ts";
import type { Item } from "./listed-sets.ts";

export interface BestSetModel {
  model: SparseModel;
  /** The model's money is the layout's times this. */
  scale: number;
  /** The pairs that a solution chooses. */
  read: (values: ArrayLike<number>) => number[];
}

/**
 * The choice of the set of items that gains most, as a model: what walking through sets is too long for. Its costs are what is lost.
 * @example -solved.bound / bestSetModel(items, room, prices).scale // no set gains more
 */
export function bestSetModel(items: readonly Item[], room: Float64Array, prices: Float64Array): BestSetModel {
  const builder = new ModelBuilder();
  const gains = items.map(({ unit, cost }) => prices[unit]! - cost);
  const scale = 1_000 / Math.max(1, ...gains);
  const columns = gains.map((gain) => builder.addChoice(-gain * scale));
  room.forEach((most, kind) => {
    const size = Math.max(1e-9, most);
    const row = items.flatMap(({ need }, at) =>
      need[kind]! > 0 ? [[columns[at]!, need[kind]! / size] as const] : [],
    );
    builder.addRow(row, -Infinity, 1);
  });
  items.forEach(({ friends, foes }, at) => {
    for (const [other, value] of friends)
      if (other > at) addCompany(builder, [columns[at]!, columns[other]!], -value * scale);
    for (const foe of foes) if (foe > at) builder.addRow(oneEach(columns[at]!, columns[foe]!), -Infinity, 1);
  });
  return {
    ...{ model: builder.model, scale },
    read: (values) => items.flatMap(({ pair }, at) => (values[columns[at]!]! > 0.5 ? [pair] : [])),
  };
}

const oneEach = (a: number, b: number) => [[a, 1] as const, [b, 1] as const];

/** What two cost more together: saved only where both are in, paid wherever they are. */
function addCompany(builder: ModelBuilder, [a, b]: readonly [number, number], cost: number): void {
  const both = builder.addColumn(cost, 0, 1);
  if (cost > 0) {
    builder.addRow([...oneEach(a, b), [both, -1]], -Infinity, 1);
    return;
  }
  for (const one of [a, b])
    builder.addRow(
      [
        [both, 1],
        [one, -1],
      ],
      -Infinity,
      0,
    );
}
