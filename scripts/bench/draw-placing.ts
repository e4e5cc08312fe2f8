import { seededChance } from "#domain/seeded-chance.ts";
import type { PlacingProblem } from "#domain/colocation/optimise/placing-problem.ts";

export interface PlacingSize {
  units: number;
  premises: number;
  slots: number;
  seed: number;
  /** Admissible pairs at most, all together; the nearest premises of each unit. */
  pairs: number;
  /** Without functions that need rooms of their own, neighbours and hours. */
  isPlain: boolean;
}

interface City extends PlacingSize {
  random: () => number;
  between: (low: number, high: number) => number;
}

/** A made-up city of units and premises: the same size and seed are the same city. Money in øre. */
export function drawPlacing(size: PlacingSize): PlacingProblem {
  const random = seededChance(size.seed);
  const city: City = { ...size, random, between: (low, high) => low + random() * (high - low) };
  const units = drawUnits(city);
  const premises = drawPremises(city, units);
  const pairs = drawPairs(city, units, premises);
  const hidden = hideAnAnswer(city, units, premises, pairs);
  const links = size.isPlain ? 0 : Math.round(size.units / 3);
  const some = () => Math.floor(random() * size.units);
  const couples = () =>
    Array.from({ length: links }, () => [some(), some()] as const).filter(([a, b]) => a !== b);
  const named = ([a, b]: readonly [number, number]) => ({ a: `u${a}`, b: `u${b}` });
  return {
    factor: 14.2,
    units: units.map(({ own, hours }, u) => ({ id: `u${u}`, rooms: own, hours })),
    premises: premises.map(({ rooms, seats, yearlyOre, leavingOre }, s) => ({
      ...{ id: `p${s}`, rooms, seats, yearlyOre, leavingOre, mustStay: false },
    })),
    pairs: pairs.map(({ u, s, ...costs }) => ({ unit: `u${u}`, premises: `p${s}`, ...costs })),
    synergies: couples().map((couple) => ({
      ...named(couple),
      yearlyOre: Math.round(city.between(40_000, 400_000)) * 100,
    })),
    apart: couples()
      .filter(([a, b]) => hidden[a] !== hidden[b])
      .map(named),
    ...{ together: [], budgetOre: null, payback: null },
  };
}

const functionsOf = ({ isPlain }: City) => (isPlain ? 1 : 3);
const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);

function drawUnits(city: City) {
  const { random, between, slots, isPlain } = city;
  return Array.from({ length: city.units }, () => {
    const staff = Math.round(Math.exp(between(Math.log(4), Math.log(50))));
    const first = Math.floor(random() * functionsOf(city));
    const own = Array.from({ length: functionsOf(city) }, (_, f) =>
      Math.round(staff * (f === first ? 18 : random() < 0.25 ? 5 : 0)),
    );
    const busiest = Math.floor(random() * Math.max(1, slots));
    const hours = Array.from({ length: isPlain ? 0 : slots }, (_, h) => {
      const away = Math.min(Math.abs(h - busiest), slots - Math.abs(h - busiest));
      return Math.round(staff * 0.5 * Math.max(0.05, 1 - away / (slots / 3)));
    });
    return { x: between(0, 10_000), y: between(0, 10_000), staff, own, hours };
  });
}

type Units = ReturnType<typeof drawUnits>;
const spare = 1.8;

/** Premises with 1.8 times the room that is needed, of all sizes. */
function drawPremises(city: City, units: Units) {
  const { between, slots, isPlain } = city;
  const peak = Math.max(
    0,
    ...Array.from({ length: slots }, (_, h) => sum(units.map(({ hours }) => hours[h] ?? 0))),
  );
  return Array.from({ length: city.premises }, () => {
    const share = (spare / city.premises) * Math.exp(between(-0.5, 0.5));
    const rooms = Array.from({ length: functionsOf(city) }, (_, f) =>
      Math.round(sum(units.map(({ own }) => own[f]!)) * share * between(0.8, 1.2)),
    );
    return {
      ...{ x: between(0, 10_000), y: between(0, 10_000), rooms },
      seats: isPlain || slots === 0 ? null : Math.round(peak * share),
      yearlyOre: Math.round(sum(rooms) * between(900, 1_700)) * 100,
      leavingOre: Math.round(sum(rooms) * between(100, 900)) * 100,
    };
  });
}

type PremisesDrawn = ReturnType<typeof drawPremises>;

/** Each unit may go to the nearest premises that can hold it; units that too few could hold are made smaller. */
function drawPairs({ between, units: count, pairs: most }: City, units: Units, premises: PremisesDrawn) {
  const each = Math.min(premises.length, Math.max(3, Math.floor(most / count)));
  const holds = (own: number[]) => (place: PremisesDrawn[number]) =>
    place.rooms.every((m2, f) => m2 >= own[f]!);
  return units.flatMap((unit, u) => {
    while (premises.filter(holds(unit.own)).length < each)
      unit.own = unit.own.map((m2) => Math.floor(m2 * 0.8));
    return premises
      .map((place, s) => ({ s, meters: Math.hypot(unit.x - place.x, unit.y - place.y), place }))
      .filter(({ place }) => holds(unit.own)(place))
      .sort((a, b) => a.meters - b.meters)
      .slice(0, each)
      .map(({ s, meters }) => ({
        ...{ u, s, oneOffOre: Math.round(unit.staff * (6_000 + 18 * between(1_500, 3_500))) * 100 },
        yearlyOre: Math.round(unit.staff * meters * 0.35) * 100,
      }));
  });
}

/** One way to place everyone is made to fit, so that there is one: the premises of each unit in it. */
function hideAnAnswer(
  { random, slots }: City,
  units: Units,
  premises: PremisesDrawn,
  pairs: { u: number; s: number }[],
) {
  const hidden = units.map((_, u) => {
    const own = pairs.filter((pair) => pair.u === u);
    return own[Math.floor(random() * own.length)]!.s;
  });
  premises.forEach((place, s) => {
    const inside = units.filter((_, u) => hidden[u] === s);
    place.rooms = place.rooms.map((m2, f) => Math.max(m2, sum(inside.map(({ own }) => own[f]!))));
    const peaks = Array.from({ length: slots }, (_, h) => sum(inside.map(({ hours }) => hours[h] ?? 0)));
    if (place.seats !== null) place.seats = Math.max(place.seats, ...peaks);
  });
  return hidden;
}
