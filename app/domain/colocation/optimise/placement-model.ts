import { ModelBuilder, type SparseModel } from "../../optimise/sparse-model.ts";
import type { Layout, Placement } from "./layout.ts";

export interface PlacementModel {
  model: SparseModel;
  /** Money of the model is the layout's times this. */
  scale: number;
  startFrom: (placement: Placement) => number[];
  read: (values: ArrayLike<number>) => { placement: Placement; kept: Uint8Array };
}

type Entry = readonly [column: number, value: number];

/** With more pairs than this, rows for single pairs cost the solver more than they tell it. */
const fewPairs = 1_000;

/**
 * Placing as a mixed-integer linear model (domain.md section 6): x says which pair is chosen, z which premises are kept, w which units
 * are together where that saves or costs. Room ties x to z, the sum of each kind at once; every pair on its own as well
 * where they are few. Money is scaled so that the whole is about a thousand.
 */
export function placementModel(layout: Layout, about: number): PlacementModel {
  return new Placing(layout, 1_000 / Math.max(1e-6, Math.abs(about))).build();
}

class Placing {
  readonly #layout: Layout;
  readonly #scale: number;
  readonly #builder = new ModelBuilder();
  readonly #kept: number[];
  /** The pair of a unit and premises, and the unit of a pair. */
  readonly #pairAt = new Map<number, number>();
  readonly #unitOf: Int32Array;
  readonly #together: { pair: number; other: number; column: number }[] = [];

  constructor(layout: Layout, scale: number) {
    [this.#layout, this.#scale] = [layout, scale];
    const pairs = layout.pairPremises.length;
    this.#unitOf = new Int32Array(pairs);
    for (let pair = 0; pair < pairs; pair += 1) this.#builder.addChoice(layout.pairCost[pair]! * scale);
    this.#kept = Array.from({ length: layout.premises }, (_, s) =>
      this.#builder.addColumn(layout.openCost[s]! * scale, layout.isKept[s] ? 1 : 0, 1, true),
    );
  }

  build(): PlacementModel {
    this.#placeEach();
    for (let s = 0; s < this.#layout.premises; s += 1) this.#tieToPremises(s);
    for (const { a, b } of this.#layout.apart)
      this.#eachShared(a, b, (mine, theirs, s) =>
        this.#atMost(0, [mine, 1], [theirs, 1], [this.#kept[s]!, -1]),
      );
    for (const each of this.#layout.synergies) this.#addSynergy(each);
    this.#addLimits();
    const { model } = this.#builder;
    model.offset = this.#layout.offset * this.#scale;
    return {
      ...{ model, scale: this.#scale },
      startFrom: (placement) => this.#startFrom(placement),
      read: (values) => this.#read(values),
    };
  }

  #atMost(most: number, ...entries: Entry[]): void {
    this.#builder.addRow(entries, -Infinity, most);
  }

  #placeEach(): void {
    const { units, premises, pairStart, pairPremises } = this.#layout;
    for (let unit = 0; unit < units; unit += 1) {
      const own: Entry[] = [];
      for (let pair = pairStart[unit]!; pair < pairStart[unit + 1]!; pair += 1) {
        own.push([pair, 1]);
        this.#unitOf[pair] = unit;
        this.#pairAt.set(unit * premises + pairPremises[pair]!, pair);
      }
      this.#builder.addRow(own, 1, 1);
    }
  }

  #tieToPremises(s: number): void {
    const { kinds, need, room, isKept, pairPremises } = this.#layout;
    const inside = [...pairPremises.keys()].filter((pair) => pairPremises[pair] === s);
    const kept = this.#kept[s]!;
    let isTied = isKept[s] === 1;
    for (let k = 0; k < kinds; k += 1) {
      const most = room[s * kinds + k]!;
      const needOf = (pair: number) => need[this.#unitOf[pair]! * kinds + k]!;
      const needed = inside.filter((pair) => needOf(pair) > 0);
      const load = needed.reduce((sum, pair) => sum + needOf(pair), 0);
      if (load <= most) continue;
      const per = most > 0 ? most : 1;
      this.#atMost(0, ...needed.map((pair): Entry => [pair, needOf(pair) / per]), [kept, most > 0 ? -1 : 0]);
      isTied ||= needed.length === inside.length;
    }
    if (!isKept[s] && pairPremises.length <= fewPairs)
      for (const pair of inside) this.#atMost(0, [pair, 1], [kept, -1]);
    else if (!isTied && inside.length > 0)
      this.#atMost(0, ...inside.map((pair): Entry => [pair, 1]), [kept, -inside.length]);
  }

  /** w follows x: it is held down by both where it saves, and pushed up by both where it costs. */
  #addSynergy({ a, b, value }: Layout["synergies"][number]): void {
    this.#eachShared(a, b, (pair, other) => {
      const column = this.#builder.addColumn(-value * this.#scale, 0, 1);
      this.#together.push({ pair, other, column });
      if (value < 0) return this.#atMost(1, [pair, 1], [other, 1], [column, -1]);
      this.#atMost(0, [column, 1], [pair, -1]);
      this.#atMost(0, [column, 1], [other, -1]);
    });
  }

  #addLimits(): void {
    const { limits, pairSpend, openSpend, premises, pairPremises } = this.#layout;
    const pairs = pairPremises.length;
    limits.forEach((limit, l) => {
      const spend: Entry[] = [
        ...Array.from({ length: pairs }, (_, pair): Entry => [pair, pairSpend[l * pairs + pair]!]),
        ...this.#kept.map((column, s): Entry => [column, openSpend[l * premises + s]!]),
      ].filter(([, value]) => value !== 0);
      const size = spend.reduce((most, [, value]) => Math.max(most, Math.abs(value)), 1e-9);
      if (limit < Infinity)
        this.#atMost(limit / size, ...spend.map(([column, value]): Entry => [column, value / size]));
    });
  }

  /** Every premises that two units could share, with the pair of each. */
  #eachShared(a: number, b: number, use: (ofA: number, ofB: number, premises: number) => void): void {
    const { pairStart, pairPremises, premises } = this.#layout;
    for (let pair = pairStart[a]!; pair < pairStart[a + 1]!; pair += 1) {
      const s = pairPremises[pair]!;
      const other = this.#pairAt.get(b * premises + s);
      if (other !== undefined) use(pair, other, s);
    }
  }

  #startFrom(placement: Placement): number[] {
    const values = new Array<number>(this.#builder.model.cost.length).fill(0);
    this.#layout.isKept.forEach((is, s) => is && (values[this.#kept[s]!] = 1));
    for (const pair of placement) values[pair] = values[this.#kept[this.#layout.pairPremises[pair]!]!] = 1;
    for (const { pair, other, column } of this.#together)
      values[column] = Math.min(values[pair]!, values[other]!);
    return values;
  }

  #read(values: ArrayLike<number>): { placement: Placement; kept: Uint8Array } {
    const { units, pairStart } = this.#layout;
    const placement = Int32Array.from({ length: units }, (_, unit) => {
      let best = pairStart[unit]!;
      for (let pair = best; pair < pairStart[unit + 1]!; pair += 1)
        if (values[pair]! > values[best]!) best = pair;
      return best;
    });
    return { placement, kept: Uint8Array.from(this.#kept, (column) => (values[column]! > 0.5 ? 1 : 0)) };
  }
}
