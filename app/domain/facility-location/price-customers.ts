import type { FacilityInstance } from "./instance.ts";
import { pack, roomForItems, sortByRatio, type Items } from "./knapsack.ts";

/** What a set of prices says. No solution costs less than `bound`. */
export interface Priced {
  bound: number;
  prices: Float64Array;
  /** What opening each facility adds, prices and the need for room considered; negative: it pays to open it. */
  worth: Float64Array;
  /** The same when customers may be cut, and what room is worth in it: judges single pairs. */
  splitWorth: Float64Array;
  roomPrice: Float64Array;
  /** Facilities that the prices would open. */
  opened: Uint8Array;
  /** How often each customer would be served, less the once that is wanted: the way to better prices. */
  excess: Float64Array;
}

/**
 * Lets every customer offer a price for being served; then each facility decides for itself whether it pays, and what they
 * all come to is below every solution (Lagrangian relaxation of "everyone is served once"). That all capacity
 * together must suffice, or that p are opened, is kept in and has a price of its own.
 * Source: Geoffrion 1974; Beasley 1993.
 */
export function priceCustomers(instance: FacilityInstance, prices: Float64Array, isExact: boolean): Priced {
  const { facilities, customers, demand, cost, fixed, capacity } = instance;
  const [worth, splitWorth, roomPrice] = [0, 1, 2].map(() => new Float64Array(facilities)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const items = roomForItems(customers);
  if (capacity.every((each) => each === Infinity)) return priceUnbound(instance, prices);
  for (let i = 0; i < facilities; i += 1) {
    const load = collect(instance, prices, i, items);
    let gained = 0;
    if (load <= capacity[i]!) {
      for (let at = 0; at < items.count; at += 1) gained += items.worth[at]!;
      splitWorth[i] = fixed[i]! - gained;
    } else {
      sortByRatio(items);
      const packed = pack(items, capacity[i]!, isExact && instance.isSingleSource);
      gained = packed.whole;
      roomPrice[i] = packed.price;
      splitWorth[i] = fixed[i]! - packed.split;
    }
    worth[i] = fixed[i]! - gained;
  }
  const { opened, share, added } = choose(instance, worth, splitWorth);
  const excess = new Float64Array(customers).fill(-1);
  for (let i = 0; i < facilities; i += 1) {
    if (opened[i] === 0) continue;
    let left = capacity[i]!;
    const part = share[i]!;
    if (roomPrice[i] === 0) {
      for (let j = 0; j < customers; j += 1) if (cost[i * customers + j]! < prices[j]!) excess[j]! += part;
      continue;
    }
    collect(instance, prices, i, items);
    sortByRatio(items);
    for (let at = 0; at < items.count && left > 0; at += 1) {
      const j = items.index[at]!;
      const fits = Math.min(1, left / demand[j]!);
      excess[j]! += part * fits;
      left -= fits * demand[j]!;
    }
  }
  const bound = prices.reduce((sum, price) => sum + price, added);
  return { bound, prices, worth, splitWorth, roomPrice, opened, excess };
}

/** The same where no facility runs out of room: nothing is packed. */
function priceUnbound(instance: FacilityInstance, prices: Float64Array): Priced {
  const { facilities, customers, cost, fixed } = instance;
  const worth = new Float64Array(facilities);
  for (let i = 0; i < facilities; i += 1) {
    let own = fixed[i]!;
    const row = i * customers;
    for (let j = 0; j < customers; j += 1) {
      const gain = prices[j]! - cost[row + j]!;
      if (gain > 0) own -= gain;
    }
    worth[i] = own;
  }
  const splitWorth = Float64Array.from(worth);
  const { opened, added } = choose(instance, worth, splitWorth);
  const excess = new Float64Array(customers).fill(-1);
  for (let i = 0; i < facilities; i += 1) {
    if (opened[i] === 0) continue;
    const row = i * customers;
    for (let j = 0; j < customers; j += 1) if (cost[row + j]! < prices[j]!) excess[j]! += 1;
  }
  const bound = prices.reduce((sum, price) => sum + price, added);
  return { bound, prices, worth, splitWorth, roomPrice: new Float64Array(facilities), opened, excess };
}

/** Customers that offer facility i more than they cost it; returns what they weigh together. */
function collect(
  { customers, demand, cost }: FacilityInstance,
  prices: Float64Array,
  i: number,
  items: Items,
): number {
  let count = 0;
  let load = 0;
  const row = i * customers;
  for (let j = 0; j < customers; j += 1) {
    const gain = prices[j]! - cost[row + j]!;
    if (gain <= 0) continue;
    items.worth[count] = gain;
    items.weight[count] = demand[j]!;
    items.index[count] = j;
    load += demand[j]!;
    count += 1;
  }
  items.count = count;
  return load;
}

/** Opens what pays, and what is needed beside it; the need's price is taken out of `worth` and `splitWorth`. */
function choose(instance: FacilityInstance, worth: Float64Array, splitWorth: Float64Array) {
  const price = instance.open === null ? priceOfNeed(instance, worth) : priceOfPlace(worth, instance.open);
  const opened = new Uint8Array(worth.length);
  const share = new Float64Array(worth.length);
  let added = price.amount * price.wanted;
  for (let i = 0; i < worth.length; i += 1) {
    const discount = price.amount * price.gives(i);
    worth[i]! -= discount;
    splitWorth[i]! -= discount;
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
