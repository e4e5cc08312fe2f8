import { daysBetween, type Day } from "../../day-count.ts";
import { weekHours } from "../../use/use-week.ts";
import type { Id } from "../../id.ts";
import type { CandidatePlaces, House, Seat, UnitRule } from "./candidate-places.ts";
import { factsOfKind, type KindFacts } from "./kind-facts.ts";

/** A unit in a building, prepared for being tried in a thousand others. */
export interface LaidSeat {
  seat: Seat;
  facts: KindFacts;
  /** Where it moves from. */
  from: LaidHouse;
  /** Places held in each hour, the half hour of changing over included; null where nobody has told. */
  held: Float32Array | null;
  /** The hours of the week in which it holds any, and how many of them it is there itself. */
  heldHours: Uint8Array;
  usedHours: number;
  peak: number;
  rules: readonly UnitRule[];
}

/** A building, prepared likewise: on a plane of metres, with who is there and what they hold together. */
export interface LaidHouse {
  house: House;
  x: number;
  y: number;
  /** Until its lease from others ends; null where it has no end, or is the city's own. */
  monthsLeft: number | null;
  seats: LaidSeat[];
  /** What those who are there hold; null where somebody has not told, or nobody is there. */
  held: Float32Array | null;
  places: number | null;
  sharesHours: boolean;
  /** The kinds of those who are there; what is written of some of them. */
  kinds: string[];
  hasRules: boolean;
}

export interface LaidPlaces {
  seats: LaidSeat[];
  houses: LaidHouse[];
}

const daysAMonth = 30.44;
const metersADegree = 111_195;

/**
 * Prepares what the register says for comparing everybody with everywhere. Distances are taken on a plane, which over a city
 * differs from the sphere by less than a metre in a kilometre.
 */
export function layOutPlaces({ on, seats, houses, rules }: CandidatePlaces): LaidPlaces {
  const middle = houses[0]?.lat ?? 0;
  const metersALon = metersADegree * Math.cos((middle * Math.PI) / 180);
  const laid = new Map<Id, LaidHouse>();
  for (const house of houses) laid.set(house.id, layHouse(house, metersALon, on));
  const rulesOf = new Map<Id, UnitRule[]>();
  for (const rule of rules) rulesOf.set(rule.unitId, [...(rulesOf.get(rule.unitId) ?? []), rule]);
  const all = seats.flatMap((seat) => {
    const from = laid.get(seat.buildingId);
    if (!from) return [];
    const one = laySeat(seat, from, rulesOf.get(seat.unitId) ?? []);
    from.seats.push(one);
    return [one];
  });
  for (const house of laid.values()) sumUp(house);
  return { seats: all, houses: [...laid.values()] };
}

/** Written out field by field: the engine reads objects that are put together from others ten times as slowly. */
function layHouse(house: House, metersALon: number, on: Day): LaidHouse {
  const monthsLeft = house.leaseEndsOn ? daysBetween(on, house.leaseEndsOn) / daysAMonth : null;
  return {
    house,
    x: house.lon * metersALon,
    y: house.lat * metersADegree,
    monthsLeft,
    seats: [],
    held: null,
    places: null,
    sharesHours: true,
    kinds: [],
    hasRules: false,
  };
}

function laySeat(seat: Seat, from: LaidHouse, rules: readonly UnitRule[]): LaidSeat {
  const held = seat.week && heldOf(seat.week);
  return {
    seat,
    facts: factsOfKind(seat.kind),
    from,
    held,
    heldHours: Uint8Array.from(held ? [...held.keys()].filter((hour) => held[hour]! > 0) : []),
    usedHours: seat.week?.filter((persons) => persons > 0).length ?? 0,
    peak: seat.week ? Math.max(...seat.week) : 0,
    rules,
  };
}

/** Who leaves keeps the places for half an hour, so the hour after counts too. The same rule as `shareHours`. */
const heldOf = (week: readonly number[]): Float32Array =>
  Float32Array.from(week, (persons, hour) => Math.max(persons, week[(hour + weekHours - 1) % weekHours]!));

function sumUp(house: LaidHouse): void {
  house.kinds = [...new Set(house.seats.map(({ seat }) => seat.kind))];
  house.hasRules = house.seats.some(({ rules }) => rules.length > 0);
  house.sharesHours = house.seats.every(({ facts }) => facts.sharesHours);
  if (house.seats.length === 0) return;
  if (house.seats.some(({ held, seat }) => !held || seat.places === null)) return;
  house.places = house.seats.reduce((sum, { seat }) => sum + seat.places!, 0);
  house.held = new Float32Array(weekHours);
  for (const { held } of house.seats)
    for (let hour = 0; hour < weekHours; hour++) house.held[hour]! += held![hour]!;
}
