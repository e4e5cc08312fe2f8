import type { Layout, Placement } from "./layout.ts";

const nobody = -1;

/** A placement under change: what is where, what room is left, what it costs, kept up step by step. */
export class PlacementState {
  readonly layout: Layout;
  readonly placement: Placement;
  readonly #left: Float64Array;
  readonly #count: Int32Array;
  readonly #spent: Float64Array;
  /** What is good or bad together, by unit: other unit, what it saves; Infinity where they must be apart. */
  readonly #ties: { other: number; value: number }[][];
  cost: number;

  constructor(layout: Layout) {
    this.layout = layout;
    this.placement = new Int32Array(layout.units).fill(nobody);
    this.#left = Float64Array.from(layout.room, (room) => room * (1 + 1e-9) + 1e-9);
    this.#count = Int32Array.from(layout.isKept);
    this.#spent = new Float64Array(layout.limits.length);
    this.#ties = Array.from({ length: layout.units }, () => []);
    for (const { a, b, value } of layout.synergies) this.#tie(a, b, value);
    for (const { a, b } of layout.apart) this.#tie(a, b, Infinity);
    this.cost = layout.offset;
    layout.isKept.forEach((kept, s) => kept && this.#open(s, 1));
  }

  #tie(a: number, b: number, value: number): void {
    this.#ties[a]!.push({ other: b, value });
    this.#ties[b]!.push({ other: a, value });
  }

  #open(s: number, sign: 1 | -1): void {
    const { openCost, openSpend, premises } = this.layout;
    this.cost += sign * openCost[s]!;
    for (let l = 0; l < this.#spent.length; l += 1) this.#spent[l]! += sign * openSpend[l * premises + s]!;
  }

  /** How many units are there, plus one where premises are kept anyway. */
  count(s: number): number {
    return this.#count[s]!;
  }

  /** By how much a limit is overrun, all together; 0 where every limit holds. */
  over(): number {
    let over = 0;
    for (let l = 0; l < this.#spent.length; l += 1)
      over += Math.max(0, this.#spent[l]! - this.layout.limits[l]!);
    return over;
  }

  /** What placing a unit so would add, limits at a price; Infinity where room or neighbours forbid it. */
  added(unit: number, pair: number, limitPrice: number): number {
    const { layout } = this;
    const { kinds, need } = layout;
    const s = layout.pairPremises[pair]!;
    for (let k = 0; k < kinds; k += 1)
      if (need[unit * kinds + k]! > this.#left[s * kinds + k]!) return Infinity;
    let added = layout.pairCost[pair]! + (this.#count[s] === 0 ? layout.openCost[s]! : 0);
    for (const { other, value } of this.#ties[unit]!) {
      const pairOfOther = this.placement[other]!;
      if (pairOfOther === nobody || layout.pairPremises[pairOfOther] !== s) continue;
      if (value === Infinity) return Infinity;
      added -= value;
    }
    if (limitPrice > 0)
      for (let l = 0; l < this.#spent.length; l += 1) {
        const opening = this.#count[s] === 0 ? layout.openSpend[l * layout.premises + s]! : 0;
        const spent = this.#spent[l]! + layout.pairSpend[l * layout.pairPremises.length + pair]! + opening;
        added +=
          limitPrice *
          (Math.max(0, spent - layout.limits[l]!) - Math.max(0, this.#spent[l]! - layout.limits[l]!));
      }
    return added;
  }

  place(unit: number, pair: number): void {
    this.#change(unit, pair, 1);
  }

  remove(unit: number): void {
    this.#change(unit, this.placement[unit]!, -1);
  }

  #change(unit: number, pair: number, sign: 1 | -1): void {
    const { layout } = this;
    const { kinds, need } = layout;
    const s = layout.pairPremises[pair]!;
    if (sign < 0) this.placement[unit] = nobody;
    for (let k = 0; k < kinds; k += 1) this.#left[s * kinds + k]! -= sign * need[unit * kinds + k]!;
    if (sign > 0 && this.#count[s] === 0) this.#open(s, 1);
    this.#count[s]! += sign;
    if (sign < 0 && this.#count[s] === 0) this.#open(s, -1);
    this.cost += sign * layout.pairCost[pair]!;
    for (const { other, value } of this.#ties[unit]!) {
      const pairOfOther = this.placement[other]!;
      if (value < Infinity && pairOfOther !== nobody && layout.pairPremises[pairOfOther] === s)
        this.cost -= sign * value;
    }
    for (let l = 0; l < this.#spent.length; l += 1)
      this.#spent[l]! += sign * layout.pairSpend[l * layout.pairPremises.length + pair]!;
    if (sign > 0) this.placement[unit] = pair;
  }
}
