import type { FacilityInstance } from "./instance.ts";
import { pack, roomForItems, sortByRatio, type Items } from "./knapsack.ts";
import { openEnough, openWhole } from "./open-enough.ts";

/** What a set of prices says. No solution costs less than `bound`. */
export interface Priced {
  bound: number;
  prices: Float64Array;
  /** What opening each facility adds, prices and the need for room considered; negative: it is open, and closing it adds as much. */
  worth: Float64Array;
  /** What each would gain if its customers might be cut: judges single pairs. */
  cutGain: Float64Array;
  roomPrice: Float64Array;
  /** Facilities that the prices would open. */
  opened: Uint8Array;
  /** How often each customer would be served, less the once that is wanted: the way to better prices. */
  excess: Float64Array;
}

/** How closely a set of prices is looked at: customers cut where room ends, or whole, or whole and every opposite judged too. */
export type Closeness = "cut" | "whole" | "judged";

/**
 * Lets every customer offer a price for being served; then each facility decides for itself whether it pays, and what they
 * all come to is below every solution (Lagrangian relaxation of "everyone is served once"). That all capacity
 * together must suffice, or that p are opened, is kept in and has a price of its own.
 * Source: Geoffrion 1974; Beasley 1993.
 * @example priceCustomers(instance, prices, "judged").bound
 */
export const priceCustomers = (
  instance: FacilityInstance,
  prices: Float64Array,
  closeness: Closeness,
): Priced => new CustomerPrices(instance).price(prices, closeness);

/** The same, again and again: what was sorted last time nearly is the next. */
export class CustomerPrices {
  readonly #instance: FacilityInstance;
  readonly #isUnbound: boolean;
  readonly #items: Items[];
  /** For each facility the customers that it could serve, the best offer a demand of last time first. */
  readonly #order: Int32Array[];
  readonly #rest: Int32Array;

  constructor(instance: FacilityInstance) {
    const { facilities, customers, capacity, cost, demand, isSingleSource } = instance;
    this.#instance = instance;
    this.#isUnbound = capacity.every((each) => each === Infinity);
    this.#rest = new Int32Array(customers);
    const servable = (i: number) =>
      Int32Array.from({ length: customers }, (_, j) => j).filter(
        (j) => cost[i * customers + j]! < Infinity && (!isSingleSource || demand[j]! <= capacity[i]!),
      );
    this.#order = this.#isUnbound ? [] : Array.from({ length: facilities }, (_, i) => servable(i));
    this.#items = this.#order.map(({ length }) => roomForItems(length));
  }

  price(prices: Float64Array, closeness: Closeness): Priced {
    const { facilities, customers, fixed, capacity, isSingleSource, open } = this.#instance;
    if (this.#isUnbound) return priceUnbound(this.#instance, prices);
    const isWhole = closeness !== "cut" && isSingleSource;
    const [worth, cutGain, roomPrice] = [0, 1, 2].map(() => new Float64Array(facilities)) as Three;
    const chosen: Uint8Array[] = [];
    for (let i = 0; i < facilities; i += 1) {
      const packed = pack(this.#collect(prices, i), capacity[i]!, isWhole);
      worth[i] = fixed[i]! - packed.whole;
      cutGain[i] = packed.split - packed.whole;
      roomPrice[i] = packed.price;
      chosen.push(packed.chosen);
    }
    const asked = { instance: this.#instance, worth, isJudged: closeness === "judged" };
    const { opened, share, added } =
      isWhole && open === null ? openWhole(asked) : openEnough(this.#instance, worth);
    const excess = new Float64Array(customers).fill(-1);
    for (let i = 0; i < facilities; i += 1)
      if (opened[i] === 1) this.#serve(i, chosen[i]!, share[i]!, excess);
    const bound = prices.reduce((sum, price) => sum + price, added);
    return { bound, prices, worth, cutGain, roomPrice, opened, excess };
  }

  /** Customers that offer facility i more than they cost it, the best for their demand first. */
  #collect(prices: Float64Array, i: number): Items {
    const { customers, demand, cost } = this.#instance;
    const [items, order, rest] = [this.#items[i]!, this.#order[i]!, this.#rest];
    let [count, others] = [0, 0];
    for (const j of order) {
      const gain = prices[j]! - cost[i * customers + j]!;
      if (gain <= 0) {
        rest[others] = j;
        others += 1;
        continue;
      }
      items.worth[count] = gain;
      items.weight[count] = demand[j]!;
      items.index[count] = j;
      count += 1;
    }
    items.count = count;
    sortByRatio(items);
    for (let at = 0; at < count; at += 1) order[at] = items.index[at]!;
    for (let at = 0; at < others; at += 1) order[count + at] = rest[at]!;
    return items;
  }

  /** Counts whom facility i serves, were it open in `part`: who was chosen whole, else the best until room ends. */
  #serve(i: number, chosen: Uint8Array, part: number, excess: Float64Array): void {
    const { capacity, demand } = this.#instance;
    const items = this.#items[i]!;
    let left = capacity[i]!;
    for (let at = 0; at < items.count && left > 0; at += 1) {
      const j = items.index[at]!;
      const fits = chosen.length > 0 ? chosen[at]! : Math.min(1, left / demand[j]!);
      excess[j]! += part * fits;
      if (chosen.length === 0) left -= fits * demand[j]!;
    }
  }
}

type Three = [Float64Array, Float64Array, Float64Array];

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
  const { opened, added } = openEnough(instance, worth);
  const excess = new Float64Array(customers).fill(-1);
  for (let i = 0; i < facilities; i += 1) {
    if (opened[i] === 0) continue;
    const row = i * customers;
    for (let j = 0; j < customers; j += 1) if (cost[row + j]! < prices[j]!) excess[j]! += 1;
  }
  const bound = prices.reduce((sum, price) => sum + price, added);
  const [cutGain, roomPrice] = [new Float64Array(facilities), new Float64Array(facilities)];
  return { bound, prices, worth, cutGain, roomPrice, opened, excess };
}
