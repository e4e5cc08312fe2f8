import type { FacilityInstance } from "./instance.ts";
import { pack, roomForItems, sortByRatio } from "./knapsack.ts";

/** Which facilities are opened, and how far; what that adds to the customers' prices. */
export interface Opened {
  opened: Uint8Array;
  share: Float64Array;
  added: number;
}

/** Opens what pays, and what is needed beside it, the last of them in part; the need's price is taken out of `worth`. */
export function openEnough(instance: FacilityInstance, worth: Float64Array): Opened {
  const price = instance.open === null ? priceOfNeed(instance, worth) : priceOfPlace(worth, instance.open);
  const opened = new Uint8Array(worth.length);
  const share = new Float64Array(worth.length);
  let added = price.amount * price.wanted;
  for (let i = 0; i < worth.length; i += 1) {
    const discount = price.amount * price.gives(i);
    worth[i]! -= discount;
    if (worth[i]! < 0) added += worth[i]!;
    share[i] = price.needed.get(i) ?? (worth[i]! < 0 ? 1 : 0);
    if (share[i]! > 0) opened[i] = 1;
  }
  return { opened, share, added };
}

interface NeedPrice {
  amount: number;
  wanted: number;
  gives: (facility: number) => number;
  /** Facilities that the need opens, and how far. */
  needed: Map<number, number>;
}

/** So many facilities at least must be open for their room to suffice, were they the largest. */
export function fewestOpen({ capacity, demand }: FacilityInstance): number {
  const sizes = Array.from(capacity).sort((a, b) => b - a);
  let lacking = demand.reduce((sum, each) => sum + each, 0);
  const last = sizes.findIndex((size) => (lacking -= size) <= 1e-9);
  return last + 1;
}

/** Room must suffice, and no fewer than so many must be open: whichever raises the bound more. */
function priceOfNeed(instance: FacilityInstance, worth: Float64Array): NeedPrice {
  const byRoom = priceOfRoom(instance, worth);
  const fewest = fewestOpen(instance);
  const paying = worth.reduce((count, each) => count + (each < 0 ? 1 : 0), 0);
  if (paying >= fewest) return byRoom;
  const order = Array.from(worth, (_, i) => i).sort((a, b) => worth[a]! - worth[b]!);
  const needed = new Map(order.slice(0, fewest).map((i) => [i, 1]));
  const byCount = { amount: worth[order[fewest - 1]!]!, wanted: fewest, gives: () => 1, needed };
  return boundOf(byCount, worth) > boundOf(byRoom, worth) ? byCount : byRoom;
}

const boundOf = ({ amount, wanted, gives }: NeedPrice, worth: Float64Array): number =>
  worth.reduce((sum, each, i) => sum + Math.min(0, each - amount * gives(i)), amount * wanted);

function priceOfPlace(worth: Float64Array, open: number): NeedPrice {
  const order = Array.from(worth, (_, i) => i).sort((a, b) => worth[a]! - worth[b]!);
  const needed = new Map(order.slice(0, open).map((i) => [i, 1]));
  const [last, next] = [worth[order[open - 1]!]!, worth[order[open] ?? order[open - 1]!]!];
  return { amount: (last + next) / 2, wanted: open, gives: () => 1, needed };
}

function priceOfRoom({ capacity, demand }: FacilityInstance, worth: Float64Array): NeedPrice {
  const total = demand.reduce((sum, each) => sum + each, 0);
  const gives = (i: number) => Math.min(capacity[i]!, total);
  let lacking = total;
  for (let i = 0; i < worth.length; i += 1) if (worth[i]! < 0) lacking -= gives(i);
  const needed = new Map<number, number>();
  let amount = 0;
  if (lacking > 1e-9) {
    const idle = Array.from(worth, (_, i) => i)
      .filter((i) => worth[i]! >= 0 && gives(i) > 0)
      .sort((a, b) => worth[a]! / gives(a) - worth[b]! / gives(b));
    for (const i of idle) {
      if (lacking <= 1e-9) break;
      amount = worth[i]! / gives(i);
      needed.set(i, Math.min(1, lacking / gives(i)));
      lacking -= gives(i);
    }
  }
  return { amount, wanted: total, gives, needed };
}

interface Asked {
  instance: FacilityInstance;
  worth: Float64Array;
  /** Leaves in `worth` what the opposite of each choice would add. */
  isJudged: boolean;
}

/**
 * The same with every facility open or closed: those that do not pay are left closed, the dearest that can be spared, which is
 * packing them into the room that may be missing.
 */
export function openWhole({ instance, worth, isJudged }: Asked): Opened {
  const { capacity, demand, facilities } = instance;
  const total = demand.reduce((sum, each) => sum + each, 0);
  const room = Float64Array.from(capacity, (each) => Math.min(each, total));
  const spare = room.reduce((sum, each) => sum + each, -total);
  const own = Float64Array.from(worth);
  const spared = (most: number, without = -1) => {
    const items = roomForItems(facilities);
    for (let i = 0; i < facilities; i += 1) {
      if (own[i]! <= 0 || i === without) continue;
      [items.worth[items.count], items.weight[items.count]] = [own[i]!, room[i]!];
      items.index[items.count] = i;
      items.count += 1;
    }
    sortByRatio(items);
    return { items, ...pack(items, most, true) };
  };
  const opened = new Uint8Array(facilities).fill(1);
  const { items, whole, chosen } = spared(spare);
  for (let at = 0; at < items.count; at += 1) if (chosen[at] === 1) opened[items.index[at]!] = 0;
  for (let i = 0; i < facilities && isJudged; i += 1) {
    if (opened[i] === 0) worth[i] = Math.max(0, whole - spared(spare, i).whole);
    else if (room[i]! > spare) worth[i] = -Infinity;
    else worth[i] = -Math.max(0, whole - own[i]! - spared(spare - room[i]!, i).whole);
  }
  return { opened, share: Float64Array.from(opened), added: own.reduce((sum, each) => sum + each, -whole) };
}
