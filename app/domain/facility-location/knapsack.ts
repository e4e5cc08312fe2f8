/** What may be packed: worth is lost when it is left out. Sorted by worth a weight, the best first, by `sortByRatio`. */
export interface Items {
  count: number;
  worth: Float64Array;
  weight: Float64Array;
  /** Of the caller's: which item stands at each place. */
  index: Int32Array;
}

/** Room for so many items, to be used again and again. */
export const roomForItems = (most: number): Items => ({
  count: 0,
  worth: new Float64Array(most),
  weight: new Float64Array(most),
  index: new Int32Array(most),
});

/** Puts the best ratio first; few items at a time, so insertion is enough up to fifty, and a sort beyond. */
export function sortByRatio(items: Items): void {
  const { count, worth, weight, index } = items;
  const order = Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => worth[b]! * weight[a]! - worth[a]! * weight[b]!,
  );
  const kept = order.map((at) => [worth[at]!, weight[at]!, index[at]!] as const);
  kept.forEach(([w, d, j], at) => {
    worth[at] = w;
    weight[at] = d;
    index[at] = j;
  });
}

export interface Packed {
  /** The most that can be packed when the last item may be cut. */
  split: number;
  /** The most that can be packed whole; never less than the truth, where it was not found in time. */
  whole: number;
  /** What a unit of room more would be worth: the ratio at which room runs out, 0 where it does not. */
  price: number;
}

/**
 * The most worth that fits into `room`, whole and split. Depth first with the split bound (Horowitz and Sahni); past `mostSteps` the
 * split bound stands in, which is not below the truth.
 * @example pack(items of worth 6, 5, 5 and weight 4, 3, 3, room 6) // { split: 10, whole: 10, price: … }
 */
export function pack(items: Items, room: number, isWhole: boolean, mostSteps = 2_000): Packed {
  const { count, worth, weight } = items;
  let left = room;
  let split = 0;
  let price = 0;
  let at = 0;
  for (; at < count && weight[at]! <= left; at += 1) {
    left -= weight[at]!;
    split += worth[at]!;
  }
  if (at < count) {
    price = worth[at]! / weight[at]!;
    split += price * left;
  }
  if (!isWhole || at === count) return { split, whole: split, price };
  return { split, whole: packWhole(items, room, split, mostSteps), price };
}

function packWhole({ count, worth, weight }: Items, room: number, split: number, mostSteps: number): number {
  let best = 0;
  let steps = 0;
  const ends = (at: number, left: number, value: number): number => {
    let bound = value;
    let space = left;
    for (let i = at; i < count; i += 1) {
      if (weight[i]! > space) return bound + (worth[i]! / weight[i]!) * space;
      space -= weight[i]!;
      bound += worth[i]!;
    }
    return bound;
  };
  const go = (at: number, left: number, value: number): void => {
    if (value > best) best = value;
    if (at === count || (steps += 1) > mostSteps || ends(at, left, value) <= best + 1e-9) return;
    if (weight[at]! <= left) go(at + 1, left - weight[at]!, value + worth[at]!);
    go(at + 1, left, value);
  };
  go(0, room, 0);
  return steps > mostSteps ? split : best;
}
