/** A unit that may be in some premises, with what it costs there and needs of what binds. */
export interface Item {
  pair: number;
  unit: number;
  cost: number;
  need: Float64Array;
  /** Others who may be there, by their place in the list, and what being together saves (below nothing: costs). */
  friends: [item: number, value: number][];
  foes: number[];
}

/**
 * Every set of items that fits, written down once: each is another set, before it in the list, and one item more. What all of them come to
 * at some prices is then one addition a set. The first is empty.
 */
export interface ListedSets {
  before: Int32Array;
  item: Int32Array;
  cost: Float64Array;
}

/** Writes the sets down that fit into the room; null where they are more than `most`. */
export function listSets(items: readonly Item[], room: Float64Array, most: number): ListedSets | null {
  const [before, item, cost] = [[-1], [-1], [0]];
  const isIn = new Uint8Array(items.length);
  const left = [Float64Array.from(room)];
  const down = (set: number, depth: number, from: number): boolean => {
    const now = left[depth]!;
    const after = (left[depth + 1] ??= new Float64Array(room.length));
    for (let at = from; at < items.length; at += 1) {
      const { need, foes, friends, cost: own } = items[at]!;
      if (!fits(now, need, after) || foes.some((foe) => isIn[foe] === 1)) continue;
      if (cost.length >= most) return false;
      const saved = friends.reduce((sum, [other, value]) => (isIn[other] === 1 ? sum + value : sum), 0);
      before.push(set);
      item.push(at);
      cost.push(cost[set]! + own - saved);
      isIn[at] = 1;
      const isWhole = down(cost.length - 1, depth + 1, at + 1);
      isIn[at] = 0;
      if (!isWhole) return false;
    }
    return true;
  };
  if (!down(0, 0, 0)) return null;
  return { before: Int32Array.from(before), item: Int32Array.from(item), cost: Float64Array.from(cost) };
}

/** Writes what is left of the room into `after`; false where it is too little. */
function fits(room: Float64Array, need: Float64Array, after: Float64Array): boolean {
  for (let kind = 0; kind < room.length; kind += 1)
    if ((after[kind] = room[kind]! - need[kind]!) < 0) return false;
  return true;
}

/** The items of a set of the list. */
export function itemsOf({ before, item }: ListedSets, set: number): number[] {
  const items: number[] = [];
  for (let at = set; at > 0; at = before[at]!) items.push(item[at]!);
  return items.reverse();
}
