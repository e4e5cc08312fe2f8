import { addMonths } from "../day.ts";
import type { Id } from "../id.ts";
import type { CaseInputs, CaseScenario } from "./case-inputs.ts";
import { caseValuesOf, lookUp } from "./case-values.ts";
import { isOnce, sumOfLines } from "./flow-lines.ts";
import { areaToday, movesOf, type Move } from "./moved-units.ts";
import { priceShape } from "./price-shape.ts";
import { emptyToday, shapeOf } from "./scenario-shape.ts";

/** A move in its place in the chain. `waitsFor`: the units that must have moved first, by a rule or for lack of room. */
export interface ChainedMove {
  unitId: Id;
  fromId: Id | null;
  toId: Id;
  /** 1 can go at once; null waits in a circle for itself. */
  step: number | null;
  waitsFor: { unitId: Id; why: "rule" | "room"; reason: string | null }[];
  /** It is planned before something that it waits for. */
  isTooEarly: boolean;
  /** What the city loses if this move, and all that wait for it, come a month later. */
  monthLaterOre: number;
}

/** The moves of a scenario in the order in which they can happen. */
export function moveChain(inputs: CaseInputs, scenario: CaseScenario): ChainedMove[] {
  const moves = movesOf(inputs, scenario);
  const waits = new Map(moves.map((move) => [move.unit.id, waitsOf(inputs, scenario, moves, move)]));
  const steps = stepsOf(waits);
  const yearsOf = (id: Id) => moves.find(({ unit }) => unit.id === id)!.atYears;
  const now = savedOver(inputs, scenario);
  const later = (ids: readonly Id[]) => savedOver(inputs, monthLater(inputs, scenario, ids));
  return moves
    .map(({ unit, from, to, atYears }): ChainedMove => {
      const waitsFor = waits.get(unit.id)!;
      return {
        ...{ unitId: unit.id, fromId: from?.id ?? null, toId: to.id, step: steps.get(unit.id) ?? null },
        ...{ waitsFor, isTooEarly: waitsFor.some((one) => yearsOf(one.unitId) > atYears) },
        monthLaterOre: now - later([unit.id, ...followersOf(waits, unit.id)]),
      };
    })
    .sort((a, b) => (a.step ?? Infinity) - (b.step ?? Infinity) || yearsOf(a.unitId) - yearsOf(b.unitId));
}

type Waits = Map<Id, ChainedMove["waitsFor"]>;

/** What a move waits for: what the planner said, and those who must first make room. */
function waitsOf(
  inputs: CaseInputs,
  scenario: CaseScenario,
  moves: readonly Move[],
  { unit, to }: Move,
): ChainedMove["waitsFor"] {
  const isMoving = (id: Id) => moves.some((one) => one.unit.id === id);
  const told = scenario.dependencies
    .filter((one) => one.unitId === unit.id && isMoving(one.afterUnitId))
    .map(({ afterUnitId, reason }) => ({ unitId: afterUnitId, why: "rule" as const, reason }));
  const arriving = moves.filter((one) => one.to.id === to.id).reduce((sum, { areaM2 }) => sum + areaM2, 0);
  if (arriving <= emptyToday(inputs, to) + 0.5) return told;
  const leaving = moves.filter((one) => one.from?.id === to.id && areaToday(one.unit, to.id) > 0);
  const known = new Set(told.map(({ unitId }) => unitId));
  return [
    ...told,
    ...leaving
      .filter((one) => !known.has(one.unit.id))
      .map((one) => ({ unitId: one.unit.id, why: "room" as const, reason: null })),
  ];
}

/** In which step each can go: one after the last it waits for. Those in a circle, and behind one, have none. */
function stepsOf(waits: Waits): Map<Id, number> {
  const steps = new Map<Id, number>();
  for (let step = 1; ; step++) {
    const ready = [...waits].filter(
      ([id, waitsFor]) => !steps.has(id) && waitsFor.every((one) => (steps.get(one.unitId) ?? step) < step),
    );
    if (ready.length === 0) return steps;
    for (const [id] of ready) steps.set(id, step);
  }
}

/** Everyone who waits for a unit, or for someone who does. */
function followersOf(waits: Waits, unitId: Id): Id[] {
  const found = new Set<Id>();
  const look = (id: Id) => {
    for (const [other, waitsFor] of waits)
      if (other !== unitId && !found.has(other) && waitsFor.some((one) => one.unitId === id)) {
        found.add(other);
        look(other);
      }
  };
  look(unitId);
  return [...found];
}

/** What the city saves over all years, once amounts aside: a month of waiting costs a month of it. */
function savedOver(inputs: CaseInputs, scenario: CaseScenario): number {
  const lines = priceShape(shapeOf(inputs, scenario), lookUp(caseValuesOf(inputs))).filter(
    ({ kind }) => !isOnce(kind) && kind !== "internalRent",
  );
  return sumOfLines(lines, inputs.case.horizonYears).reduce((sum, flow) => sum + flow, 0);
}

/** The scenario with some units moving a month later. */
function monthLater(inputs: CaseInputs, scenario: CaseScenario, unitIds: readonly Id[]): CaseScenario {
  const placements = scenario.placements.map((one) =>
    unitIds.includes(one.unitId) && one.standing !== "forbidden"
      ? { ...one, fromDay: addMonths(one.fromDay ?? inputs.case.startOn, 1) }
      : one,
  );
  return { ...scenario, placements };
}
