import { ModelBuilder, type SparseModel } from "../optimise/sparse-model.ts";
import type { FacilityInstance } from "./instance.ts";
import { decide, isTooDear } from "./decide.ts";
import { fewestOpen } from "./open-enough.ts";
import type { Priced } from "./price-customers.ts";

/** What is left to decide once prices have shown what no better solution can contain. */
export interface Core {
  model: SparseModel;
  /** The model's money is the file's times this: about a thousand for the whole. */
  scale: number;
  /** How many pairs of facility and customer are left. */
  pairs: number;
  startFrom: (served: Served) => number[] | null;
  read: (values: ArrayLike<number>) => Served;
}

/** Shares served: a facility, a customer, how much of her demand. */
export type Served = { facility: number; customer: number; share: number }[];

/** With more rows than this, a pair is tied to its facility only through the facility's capacity. */
const mostTies = 40_000;

/**
 * The model of what is undecided: a facility is left out, or open for good, where the opposite would cost more than `upper`, and so is a pair.
 * Whoever finds nothing better in it has proven `upper`. Split demand keeps all pairs of a facility: a small share is never too dear.
 */
export const coreModel = (instance: FacilityInstance, priced: Priced | null, upper: number): Core =>
  new CoreBuilder(instance, priced, upper).build();

type Entries = [column: number, value: number][];

class CoreBuilder {
  readonly #instance: FacilityInstance;
  readonly #priced: Priced | null;
  readonly #upper: number;
  readonly #scale: number;
  readonly #total: number;
  readonly #isBound: boolean;
  readonly #builder = new ModelBuilder();
  readonly #decided: ("open" | "closed" | "free")[];
  readonly #opening: number[];
  readonly #column = new Map<number, number>();
  readonly #ofFacility: Entries[];

  constructor(instance: FacilityInstance, priced: Priced | null, upper: number) {
    [this.#instance, this.#priced, this.#upper] = [instance, priced, upper];
    this.#scale = 1_000 / Math.max(1e-9, Math.abs(upper < Infinity ? upper : (priced?.bound ?? 1)));
    this.#total = instance.demand.reduce((sum, each) => sum + each, 0);
    this.#isBound = instance.capacity.some((each) => each < this.#total);
    this.#decided = Array.from({ length: instance.facilities }, (_, i) =>
      instance.capacity[i] === 0 ? "closed" : decide(priced, upper, i),
    );
    this.#opening = this.#decided.map((each, i) =>
      each === "closed"
        ? -1
        : this.#builder.addColumn(instance.fixed[i]! * this.#scale, each === "open" ? 1 : 0, 1, true),
    );
    this.#ofFacility = Array.from({ length: instance.facilities }, () => []);
  }

  build(): Core {
    this.#serveEach();
    this.#tieToFacilities();
    this.#openEnough();
    const { model } = this.#builder;
    return {
      ...{ model, scale: this.#scale, pairs: this.#column.size },
      startFrom: (served) => this.#startFrom(served),
      read: (values) => this.#read(values),
    };
  }

  #serveEach(): void {
    const { facilities, customers, demand, cost, isSingleSource } = this.#instance;
    const ofCustomer: Entries[] = Array.from({ length: customers }, () => []);
    for (let i = 0; i < facilities; i += 1)
      for (let j = 0; j < customers && this.#opening[i]! >= 0; j += 1) {
        if (!this.#isWorthwhile(i, j)) continue;
        const each = cost[i * customers + j]! * this.#scale;
        const at = this.#builder.addColumn(each, 0, 1, isSingleSource && this.#isBound);
        this.#column.set(i * customers + j, at);
        ofCustomer[j]!.push([at, 1]);
        this.#ofFacility[i]!.push([at, demand[j]!]);
      }
    for (const entries of ofCustomer) this.#builder.addRow(entries, 1, 1);
  }

  #isWorthwhile(i: number, j: number): boolean {
    const { customers, cost, demand, capacity, isSingleSource } = this.#instance;
    if (cost[i * customers + j] === Infinity) return false;
    if (!isSingleSource) return true;
    if (demand[j]! > capacity[i]!) return false;
    return !this.#priced || !isTooDear(this.#instance, this.#priced, this.#upper, i, j);
  }

  #tieToFacilities(): void {
    const free = this.#ofFacility.filter((_, i) => this.#decided[i] === "free");
    const isTying = !this.#isBound || free.reduce((sum, { length }) => sum + length, 0) <= mostTies;
    this.#ofFacility.forEach((entries, i) => {
      const opening = this.#opening[i]!;
      if (opening < 0) return;
      const room = this.#roomOf(i);
      const load = entries.reduce((sum, [, weight]) => sum + weight, 0);
      const row = entries.map(([at, weight]) => [at, weight / room] as const);
      if (room < load - 1e-9 || !isTying) this.#builder.addRow([...row, [opening, -1]], -Infinity, 0);
      if (!isTying || this.#decided[i] !== "free") return;
      for (const [at] of entries)
        this.#builder.addRow(
          [
            [at, 1],
            [opening, -1],
          ],
          -Infinity,
          0,
        );
    });
  }

  #roomOf(i: number): number {
    return Math.min(this.#instance.capacity[i]!, this.#total);
  }

  #openEnough(): void {
    const places = this.#opening.flatMap((at, i) => (at < 0 ? [] : [[at, i] as const]));
    const each = places.map(([at]) => [at, 1] as const);
    const { open } = this.#instance;
    if (open !== null) this.#builder.addRow(each, open, open);
    else if (this.#isBound) {
      this.#builder.addRow(
        places.map(([at, i]) => [at, this.#roomOf(i) / this.#total] as const),
        1,
        Infinity,
      );
      this.#builder.addRow(each, fewestOpen(this.#instance), Infinity);
    }
  }

  #startFrom(served: Served): number[] | null {
    const values = new Array<number>(this.#builder.model.cost.length).fill(0);
    this.#decided.forEach((each, i) => each === "open" && (values[this.#opening[i]!] = 1));
    for (const { facility, customer, share } of served) {
      const at = this.#column.get(facility * this.#instance.customers + customer);
      if (at === undefined) return null;
      values[at] = share;
      values[this.#opening[facility]!] = 1;
    }
    return values;
  }

  #read(values: ArrayLike<number>): Served {
    const { customers } = this.#instance;
    return [...this.#column]
      .filter(([, at]) => values[at]! > 1e-6)
      .map(([key, at]) => ({
        facility: Math.floor(key / customers),
        customer: key % customers,
        share: wholeIfNearly(values[at]!),
      }));
  }
}

/** The solver's whole numbers are so only nearly. */
const wholeIfNearly = (share: number): number =>
  Math.abs(share - Math.round(share)) < 1e-6 ? Math.round(share) : share;
