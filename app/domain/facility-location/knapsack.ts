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

/** Puts the best ratio first. Few items, mostly near their order from before: insertion is enough. */
export function sortByRatio({ count, worth, weight, index }: Items): void {
  for (let at = 1; at < count; at += 1) {
    const [w, d, j] = [worth[at]!, weight[at]!, index[at]!];
    let to = at;
    for (; to > 0 && worth[to - 1]! * d < w * weight[to - 1]!; to -= 1) {
      worth[to] = worth[to - 1]!;
      weight[to] = weight[to - 1]!;
      index[to] = index[to - 1]!;
    }
    worth[to] = w;
    weight[to] = d;
    index[to] = j;
  }
}

export interface Packed {
  /** The most that can be packed when the last item may be cut. */
  split: number;
  /** The most that can be packed whole; never less than the truth, where it was not found in time. */
  whole: number;
  /** What a unit of room more would be worth: the ratio at which room runs out, 0 where it does not. */
  price: number;
  /** Which items are packed whole, by their place among the sorted: the best found. Nothing where only `split` was asked for. */
  chosen: Uint8Array;
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
  if (at === count) return { split, whole: split, price, chosen: new Uint8Array(count).fill(1) };
  if (!isWhole) return { split, whole: split, price, chosen: nothing };
  const best = packWhole(items, room, mostSteps);
  return { split, whole: best.isDone ? best.worth : split, price, chosen: best.chosen };
}

const nothing = new Uint8Array(0);

/** Takes items in order while they fit, and goes back to the last taken where what is left cannot better the best. */
function packWhole({ count, worth, weight }: Items, room: number, mostSteps: number) {
  const taken = new Uint8Array(count);
  const chosen = new Uint8Array(count);
  let [best, value, left, steps, at] = [0, 0, room, 0, 0];
  for (;;) {
    // Forward, as far as the split bound of what is left still promises something.
    let isPromising = true;
    while (at < count && isPromising) {
      let [bound, space, next] = [value, left, at];
      for (; next < count && weight[next]! <= space; next += 1) {
        space -= weight[next]!;
        bound += worth[next]!;
      }
      if (next < count) bound += (worth[next]! / weight[next]!) * space;
      isPromising = bound > best + 1e-9;
      if (!isPromising) break;
      for (; at < next; at += 1) {
        taken[at] = 1;
        left -= weight[at]!;
        value += worth[at]!;
      }
      // The one that did not fit is left out, and whatever fits behind it is looked at next.
      at += 1;
    }
    if (value > best) {
      best = value;
      chosen.set(taken);
    }
    at = Math.min(at, count) - 1;
    while (at >= 0 && taken[at] === 0) at -= 1;
    if (at < 0) return { worth: best, chosen, isDone: true };
    if ((steps += 1) > mostSteps) return { worth: best, chosen, isDone: false };
    taken[at] = 0;
    left += weight[at]!;
    value -= worth[at]!;
    at += 1;
  }
}
