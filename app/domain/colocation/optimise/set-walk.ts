import type { Item } from "./listed-sets.ts";

const least = 1e-9;

/** A walk through the sets of items that fit into a room, those first that promise most at some prices. */
export class SetWalk {
  /** What an item can gain at most in company: its own and half of what it saves with each other. */
  #hoped = new Float64Array();
  #gain = new Float64Array();
  #order: number[] = [];
  /** What each item takes of all room, every kind as a share of what there is. */
  readonly #share: Float64Array;

  constructor(
    private readonly items: readonly Item[],
    private readonly room: Float64Array,
  ) {
    this.#share = Float64Array.from(items, ({ need }) => this.#shareOf(need));
  }

  #shareOf(kinds: Float64Array): number {
    let sum = 0;
    for (let kind = 0; kind < kinds.length; kind += 1)
      sum += kinds[kind]! / Math.max(least, this.room[kind]!);
    return sum;
  }

  /** What each item is worth at these prices, and the order in which they are tried; `all` also those that lose in any company. */
  weigh(prices: Float64Array, all: boolean): void {
    const { items } = this;
    this.#gain = Float64Array.from(items, ({ unit, cost }) => prices[unit]! - cost);
    const saved = items.map(({ friends }) => friends.reduce((sum, [, value]) => sum + Math.max(0, value), 0));
    this.#hoped = this.#gain.map((gain, at) => gain + saved[at]! / 2);
    // Who loses even in the best company is in no best set; of sets that are merely good enough it may be one.
    const candidates = items.map((_, at) => at).filter((at) => all || this.#gain[at]! + saved[at]! > 0);
    // Gain for the room that it takes; who takes none of what binds comes first.
    const rank = (at: number) => this.#hoped[at]! / Math.max(least, this.#share[at]!);
    this.#order = candidates.sort((a, b) => rank(b) - rank(a));
  }

  /** What can still be gained at most from a place in the order on, with all room that is left taken as one, and the last item in part. */
  #bound(from: number, room: Float64Array, hoped: number): number {
    let left = room.length > 0 ? this.#shareOf(room) : Infinity;
    let sum = hoped;
    for (let at = from; at < this.#order.length; at += 1) {
      const item = this.#order[at]!;
      const gain = this.#hoped[item]!;
      if (gain <= 0) break;
      const share = this.#share[item]!;
      if (share > left) return sum + (gain * left) / share;
      left -= share;
      sum += gain;
    }
    return sum;
  }

  /**
   * Walks through the sets that fit. `visit` is told each set with its gain, and says what a set must gain to be worth looking for.
   * Returns what those gain at most that it did not come to; -Infinity where it came to the end.
   */
  run(nodes: number, visit: (pairs: readonly number[], gain: number) => number): number {
    const chosen: number[] = [];
    const { items } = this;
    const isIn = new Uint8Array(items.length);
    const kinds = this.room.length;
    const left = [Float64Array.from(this.room)];
    let nodesLeft = nodes;
    let [wanted, unseen] = [visit(chosen, 0), -Infinity];
    const down = (from: number, gain: number, hoped: number): void => {
      const depth = chosen.length;
      const room = left[depth]!;
      const after = (left[depth + 1] ??= new Float64Array(kinds));
      next: for (let at = from; at < this.#order.length; at += 1) {
        const most = this.#bound(at, room, hoped);
        if (most < wanted) return;
        if (nodesLeft <= 0) {
          unseen = Math.max(unseen, most);
          return;
        }
        const index = this.#order[at]!;
        const { need, foes, friends, pair } = items[index]!;
        for (let k = 0; k < kinds; k += 1) if ((after[k] = room[k]! - need[k]!) < 0) continue next;
        for (const foe of foes) if (isIn[foe] === 1) continue next;
        nodesLeft -= 1;
        let now = gain + this.#gain[index]!;
        for (const [other, value] of friends) if (isIn[other] === 1) now += value;
        chosen.push(pair);
        isIn[index] = 1;
        wanted = visit(chosen, now);
        down(at + 1, now, hoped + this.#hoped[index]!);
        chosen.pop();
        isIn[index] = 0;
      }
    };
    down(0, 0, 0);
    return unseen;
  }
}
