/** Something in the queue: the greatest worth goes first, and of equals the lowest rank. */
interface Waiting<Item> {
  worth: number;
  rank: number;
  item: Item;
}

const goesBefore = (a: Waiting<unknown>, b: Waiting<unknown>): boolean =>
  a.worth > b.worth || (a.worth === b.worth && a.rank < b.rank);

/** A queue that hands out the best of what it holds (a binary heap). @example queue.push({ worth: 2, rank: 0, item }); queue.pop() */
export class BestFirst<Item> {
  private readonly heap: Waiting<Item>[] = [];

  push(added: Waiting<Item>): void {
    const { heap } = this;
    let at = heap.push(added) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!goesBefore(added, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = added;
  }

  pop(): Waiting<Item> | null {
    const { heap } = this;
    const best = heap[0];
    const last = heap.pop();
    if (!best || !last) return null;
    if (heap.length > 0) this.sink(last);
    return best;
  }

  /** Puts an element at the top and lets it sink to where it belongs. */
  private sink(sunk: Waiting<Item>): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      if (left >= heap.length) break;
      const better = right < heap.length && goesBefore(heap[right]!, heap[left]!) ? right : left;
      if (!goesBefore(heap[better]!, sunk)) break;
      heap[at] = heap[better]!;
      at = better;
    }
    heap[at] = sunk;
  }
}
