import type { UnitRule } from "./candidate-places.ts";
import {
  moneyOf,
  movingInOre,
  releasedYearlyOre,
  type CandidateMoney,
  type CandidateRates,
} from "./candidate-money.ts";
import { areApart } from "./kind-facts.ts";
import type { LaidHouse, LaidSeat } from "./lay-out-places.ts";

/** How a unit would be there: in rooms that nobody has, or in the same rooms in other hours. */
export type CandidateWay = "space" | "hours";

/** A unit in a house of others: what speaks for it and against it, in numbers. */
export interface Candidate {
  seat: LaidSeat;
  to: LaidHouse;
  way: CandidateWay;
  isConverted: boolean;
  meters: number;
  /** In how many hours of its week there is not room; none where it gets rooms of its own. */
  clashes: number;
  /** Whether its old house is then empty, and can be given up. */
  vacates: boolean;
  money: CandidateMoney;
  /** What forbids it. */
  stops: CandidateStop[];
  /** 0 to 100. */
  score: number;
}

export type CandidateStop =
  | { key: "protected" }
  | { key: "catchment" }
  | { key: "clash" }
  | { key: "apart"; unit: string }
  | { key: "rule"; words: string };

/** Up to this share of its hours a unit can be asked to do otherwise; beyond it the hours clash. A judgement. */
const clashBorne = 0.1;

/** With more of its hours taken than this nobody would call it a candidate. A judgement. */
const clashShown = 0.4;

/** Units that move manage with a tenth less room, at most. Source: the project's domain notes (5–10 %). */
export const tightest = 0.9;

/** Shows what lies past the catchment up to half as far again, as stopped; farther is no candidate at all. */
export const pastCatchment = 1.5;

/** Metres as the crow flies; Math.hypot takes ten times as long, and this is asked a million times. */
export function distanceOf(from: LaidHouse, to: LaidHouse): number {
  const east = from.x - to.x;
  const north = from.y - to.y;
  return Math.sqrt(east * east + north * north);
}

/** Where a house is used for something else, so few may be there that its rooms are free all the same. A judgement. */
const otherUseBorne = 0.1;

/**
 * The hours in which there is not room for a unit beside those who are there. Of the same use they can fill the places together; a
 * unit of another use needs the rooms to themselves, so nearly nobody else may be there.
 */
export function clashesOf(seat: LaidSeat, to: LaidHouse, taken: Float32Array): number[] {
  const places = to.places ?? 0;
  const isSame = seat.facts.group === to.house.useGroup;
  return [...seat.heldHours].filter((hour) => isClash(seat.held![hour]!, taken[hour]!, places, isSame));
}

/** Whether there is not room in some hour; asked of groups while they grow, so it stops at the first. */
export function hasClash(seat: LaidSeat, to: LaidHouse, taken: Float32Array): boolean {
  const isSame = seat.facts.group === to.house.useGroup;
  for (const hour of seat.heldHours)
    if (isClash(seat.held![hour]!, taken[hour]!, to.places ?? 0, isSame)) return true;
  return false;
}

const isClash = (held: number, taken: number, places: number, isSame: boolean): boolean =>
  isSame ? held + taken > places + 1e-6 : taken > places * otherUseBorne || held > places;

function countClashes({ held, heldHours, facts }: LaidSeat, to: LaidHouse): number {
  const isSame = facts.group === to.house.useGroup;
  let count = 0;
  for (const hour of heldHours) if (isClash(held![hour]!, to.held![hour]!, to.places!, isSame)) count++;
  return count;
}

/**
 * A unit tried in a house: null where it is no candidate (the house cannot be used or converted for it, there is neither free
 * space nor shared hours, or it is out of reach). What forbids it is listed, so that it can be shown and explained.
 */
export function judgePair(seat: LaidSeat, to: LaidHouse, rates: CandidateRates): Candidate | null {
  const { facts, from } = seat;
  const meters = distanceOf(from, to);
  const reach = facts.catchmentMeters;
  if (from === to || (reach !== null && meters > reach * pastCatchment)) return null;
  const isSame = facts.group === to.house.useGroup;
  if (!isSame && !facts.converts.includes(to.house.useGroup)) return null;
  const fits = wayOf(seat, to);
  if (!fits) return null;
  const vacates = from.seats.length === 1;
  const { areaM2 } = seat.seat;
  const isShared = fits.way === "hours";
  const once = movingInOre(areaM2, to.house, { isShared, isConverted: !isSame }, rates);
  const money = moneyOf(vacates ? releasedYearlyOre(from.house, rates) : 0, once);
  const { way, clashes } = fits;
  const stops = stopsOf(seat, to, meters, clashes);
  const isConverted = !isSame;
  const found: Candidate = { seat, to, way, clashes, isConverted, meters, vacates, money, stops, score: 0 };
  found.score = scoreOf(found);
  return found;
}

/** Rooms of its own where there are enough; else the same rooms in other hours, where all have told when they are there. */
function wayOf(seat: LaidSeat, to: LaidHouse): { way: CandidateWay; clashes: number } | null {
  if (to.house.vacantM2 >= seat.seat.areaM2 * tightest) return { way: "space", clashes: 0 };
  if (!seat.facts.sharesHours || !to.sharesHours) return null;
  if (!seat.held || !to.held || to.places === null || seat.peak === 0) return null;
  // Who does not even fit into the empty house is no candidate for its hours.
  if (seat.peak > to.places) return null;
  const clashes = countClashes(seat, to);
  return clashes < seat.usedHours * clashShown ? { way: "hours", clashes } : null;
}

function stopsOf(seat: LaidSeat, to: LaidHouse, meters: number, clashes: number): CandidateStop[] {
  const stops: CandidateStop[] = [];
  const reach = seat.facts.catchmentMeters;
  if (seat.seat.isProtected || to.seats.some((one) => one.seat.isProtected)) stops.push({ key: "protected" });
  if (reach !== null && meters > reach) stops.push({ key: "catchment" });
  if (clashes > seat.usedHours * clashBorne) stops.push({ key: "clash" });
  if (to.kinds.some((kind) => areApart(seat.seat.kind, kind))) {
    const other = to.seats.find((one) => areApart(seat.seat.kind, one.seat.kind))!;
    stops.push({ key: "apart", unit: other.seat.unit });
  }
  if (seat.rules.length > 0 || to.hasRules)
    for (const rule of brokenRules(seat, to, meters))
      if (rule.strength === "hard") stops.push({ key: "rule", words: rule.words });
  return stops;
}

/** The special conditions that would not be met there; those of who is there already count too. */
export function brokenRules(seat: LaidSeat, to: LaidHouse, meters: number): UnitRule[] {
  const own = seat.rules.filter(
    (rule) =>
      (rule.kind === "within" && meters > rule.meters!) ||
      (rule.kind === "notHere" && rule.buildingId === to.house.id) ||
      (rule.kind === "apart" && to.seats.some((one) => one.seat.unitId === rule.otherUnitId)),
  );
  const theirs = to.seats.flatMap(({ rules }) =>
    rules.filter((rule) => rule.kind === "apart" && rule.otherUnitId === seat.seat.unitId),
  );
  return [...own, ...theirs];
}

/** What counts how much, of 100. A judgement of the portal's own after the score of the domain notes (section 6). */
const weights = { payback: 35, hours: 20, lease: 15, distance: 10, backlog: 10, condition: 10 };

/** Within six years it pays all it can; after thirty nothing. Six is what the city demands of an investment. */
const [soonest, latest] = [6, 30];
/** Backlog of so much a m² left behind counts in full. */
const muchBacklogOre = 2_000_00;
const share = (part: number): number => Math.max(0, Math.min(1, part));

const conditionParts = [0.4, 1, 1, 0.8, 0.5, 0.2, 0];

function scoreOf({ seat, to, meters, clashes, vacates, money: { paybackYears }, way }: Candidate): number {
  const { house } = seat.from;
  const payback = paybackYears === null ? 0 : share((latest - paybackYears) / (latest - soonest));
  const hours = way === "space" ? 1 : 1 - clashes / Math.max(1, seat.usedHours);
  const distance = 1 - share(meters / (seat.facts.catchmentMeters ?? 8_000));
  const backlog = vacates ? share(house.backlogOre / Math.max(1, house.areaM2) / muchBacklogOre) : 0;
  return Math.round(
    weights.payback * payback +
      weights.hours * hours +
      weights.lease * (vacates ? leaseFit(seat.from) : 0) +
      weights.distance * distance +
      weights.backlog * backlog +
      weights.condition * conditionParts[to.house.condition ?? 0]!,
  );
}

/** A lease that ends within three years fits; one that has ten left does not. What the city owns can be given up any day. */
function leaseFit({ house, monthsLeft }: LaidHouse): number {
  if (house.tenure === "owned" || monthsLeft === null) return 0.6;
  return share((120 - monthsLeft) / (120 - 36));
}
