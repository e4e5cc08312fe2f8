import { ModelBuilder } from "../../optimise/sparse-model.ts";
import { openingOf, type Layout, type Placement } from "./layout.ts";
import { insideOf } from "./pool-without.ts";
import { unitsOf } from "./price-units.ts";
import type { UnitSet } from "./premises-sets.ts";

/**
 * Placing as a choice of whole sets of units, at most one a premises, each unit in exactly one: room, neighbours and hours are in the
 * sets already. Premises can be kept empty, where a limit wants it.
 */
export function setModel(layout: Layout, sets: readonly UnitSet[], about: number) {
  const scale = 1_000 / Math.max(1e-6, Math.abs(about));
  const builder = new ModelBuilder();
  const unitOf = unitsOf(layout);
  const { premises, units, isKept, openSpend, pairSpend, limits, pairPremises } = layout;
  const pairs = pairPremises.length;
  const isEmptyKept = (s: number) => limits.length > 0 && !isKept[s];
  const all: UnitSet[] = [
    ...sets,
    ...Array.from({ length: premises }, (_, s) => s)
      .filter(isEmptyKept)
      .map((s) => ({ premises: s, pairs: [], cost: 0 })),
  ];
  for (const { premises: s, cost } of all) builder.addChoice((cost + openingOf(layout, s)) * scale);
  const ofUnit: [number, number][][] = Array.from({ length: units }, () => []);
  const ofPremises: [number, number][][] = Array.from({ length: premises }, () => []);
  all.forEach((set, column) => {
    ofPremises[set.premises]!.push([column, 1]);
    for (const pair of set.pairs) ofUnit[unitOf[pair]!]!.push([column, 1]);
  });
  for (const row of ofUnit) builder.addRow(row, 1, 1);
  for (const row of ofPremises) if (row.length > 1) builder.addRow(row, -Infinity, 1);
  limits.forEach((limit, l) => {
    if (limit === Infinity) return;
    const keptSpend = Array.from(isKept, (is, s) => (is ? openSpend[l * premises + s]! : 0));
    const always = keptSpend.reduce((sum, each) => sum + each, 0);
    const spend = all.map(({ premises: s, pairs: inside }, column): [number, number] => [
      column,
      inside.reduce((sum, pair) => sum + pairSpend[l * pairs + pair]!, 0) +
        (isKept[s] ? 0 : openSpend[l * premises + s]!),
    ]);
    const size = spend.reduce((most, [, value]) => Math.max(most, Math.abs(value)), 1e-9);
    builder.addRow(
      spend.map(([column, value]) => [column, value / size] as const),
      -Infinity,
      (limit - always) / size,
    );
  });
  const { model } = builder;
  model.offset = layout.offset * scale;
  return { model, scale, startFrom: startOf(layout, all), read: readerOf(layout, all) };
}

const keyOf = (s: number, pairs: readonly number[]) => `${s} ${[...pairs].sort((a, b) => a - b).join(",")}`;

const startOf =
  (layout: Layout, all: readonly UnitSet[]) =>
  (placement: Placement, kept: Uint8Array): number[] => {
    const inside = insideOf(layout, placement);
    const wanted = new Set([...inside].map(([s, pairs]) => keyOf(s, pairs)));
    kept.forEach((is, s) => is && !inside.has(s) && wanted.add(keyOf(s, [])));
    return all.map(({ premises: s, pairs }) => (wanted.has(keyOf(s, pairs)) ? 1 : 0));
  };

const readerOf = (layout: Layout, all: readonly UnitSet[]) => (values: ArrayLike<number>) => {
  const unitOf = unitsOf(layout);
  const placement = Int32Array.from(layout.pairStart.subarray(0, layout.units));
  const kept = Uint8Array.from(layout.isKept);
  all.forEach(({ premises: s, pairs }, column) => {
    if (values[column]! < 0.5) return;
    kept[s] = 1;
    for (const pair of pairs) placement[unitOf[pair]!] = pair;
  });
  return { placement, kept };
};
