import type { CaseItem } from "#domain/case/case-form.ts";
import { instantAt } from "#domain/calendar/danish-time.ts";
import { isWorkingDay } from "#domain/calendar/working-calendar.ts";
import { addDays, addYears, daysBetween, type Day } from "#domain/day.ts";
import type { Random } from "../random.ts";
import type { DemoCaseFacts, DemoCaseOptions, DemoCaseUnit, DemoPremises, DemoRoom } from "./case-facts.ts";
import { composeText, tellFault, tellService, type ToldNeed } from "./compose-text.ts";
import { faultKinds, seasons, serviceNeeds, type FaultKind, type ServiceNeed } from "./need-kinds.ts";

/** A case as someone sends it, before anything has become of it. */
export interface DrawnCase {
  at: Date;
  day: Day;
  unit: DemoCaseUnit;
  premises: DemoPremises;
  room: DemoRoom | null;
  text: string;
  items: CaseItem[];
  /** The fault behind each item, where it is one. */
  faults: (FaultKind | null)[];
}

/** So many came in three years, where nobody asks for fewer. */
const usualCount = 8_000;
export const demoCaseYears = 3;
/** So many more came in the last days: there is always something that keeps a city busy. */
const lately = { cases: 210, days: 13 };

/** How much is asked for by month, January first: little in July, much in the dark half of the year. */
const monthly = [1.15, 1.08, 1.02, 0.98, 1.02, 0.95, 0.5, 1.05, 1.08, 1.12, 1.15, 0.9];

/** How much more a unit in a building of condition 1 to 6 asks for. */
const byCondition = [0.6, 0.8, 1, 1.3, 1.8, 2.4];

const byKind: Record<string, number> = { daycare: 1.1, school: 2.6, careHome: 2.2, depot: 0.6, office: 1 };

const needCounts = [
  [1, 77],
  [2, 14],
  [3, 6],
  [4, 3],
] as const;

/** Draws everything that was asked for over three years, the earliest first. */
export function drawCases(
  random: Random,
  facts: DemoCaseFacts,
  { loadDay, caseCount = usualCount }: DemoCaseOptions,
): DrawnCase[] {
  const units = facts.units.filter(({ premises }) => premises.length > 0);
  const pick = unitPicker(units);
  const known = new Set(facts.services.map(({ code }) => code));
  return drawDays(random.stream("days"), loadDay, caseCount)
    .flatMap((day) => {
      // Who moved in later asked for nothing before; somebody else did.
      for (let tries = 0; tries < 8; tries++) {
        const unit = pick(random);
        const premises = random.weighted(unit.premises.map((one) => [one, weightOf(one)] as const));
        if (day >= premises.since) return [drawCase(random, unit, premises, day, known)];
      }
      return [];
    })
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

const weightOf = ({ areaM2, condition }: DemoPremises): number =>
  Math.sqrt(areaM2 + 20) * byCondition[(condition ?? 3) - 1]!;

/** Units by how much they ask for; sums are kept, so that eight thousand draws stay quick. */
function unitPicker(units: readonly DemoCaseUnit[]): (random: Random) => DemoCaseUnit {
  let sum = 0;
  const sums = units.map((unit) => {
    const usual = unit.isProtected ? 0.4 : (byKind[unit.kind] ?? 1);
    return (sum += usual * Math.max(...unit.premises.map(weightOf)));
  });
  return (random) => {
    const drawn = random.between(0, sum);
    let low = 0;
    for (let high = sums.length - 1; low < high;) {
      const middle = (low + high) >> 1;
      if (sums[middle]! > drawn) high = middle;
      else low = middle + 1;
    }
    return units[low]!;
  };
}

/** Days by season and week: mostly working days, a little more every year, and many of late. */
function drawDays(random: Random, loadDay: Day, count: number): Day[] {
  const first = addYears(loadDay, -demoCaseYears);
  const last = daysBetween(first, loadDay) - 1;
  const days: Day[] = [];
  while (days.length < count) {
    const least = days.length < lately.cases ? last - lately.days : 0;
    const day = addDays(first, random.int(least, last));
    const growth = 0.9 + 0.1 * (daysBetween(first, day) / last);
    const weight = monthly[Number(day.slice(5, 7)) - 1]! * (isWorkingDay(day) ? 1 : 0.08) * growth;
    if (random.chance(weight / 1.2)) days.push(day);
  }
  return days.sort();
}

function drawCase(
  random: Random,
  unit: DemoCaseUnit,
  premises: DemoPremises,
  day: Day,
  known: ReadonlySet<string>,
): DrawnCase {
  const month = Number(day.slice(5, 7)) - 1;
  const isFault = unit.isProtected || known.size === 0 || random.chance(0.8);
  const count = unit.isProtected ? 1 : random.weighted(needCounts);
  const drawn: { told: ToldNeed; item: CaseItem; fault: FaultKind | null }[] = [];
  for (let line = 0; line < count; line++) {
    const next = isFault
      ? faultFor(random, unit, premises, month)
      : serviceFor(random, unit, premises, month, known);
    const isRepeated = drawn.some(
      ({ item }) => item.itemCode === next.item.itemCode && item.serviceCode === next.item.serviceCode,
    );
    if (!isRepeated) drawn.push(next);
  }
  const isUrgent = drawn.some(({ item }) => item.impact === "danger");
  return {
    at: timeOn(random, day, isUrgent),
    ...{ day, unit, premises, room: drawn[0]!.told.room },
    text: composeText(
      random,
      unit,
      drawn.map(({ told }) => told),
      isFault,
    ),
    items: drawn.map(({ item }) => item),
    faults: drawn.map(({ fault }) => fault),
  };
}

/** People write in the working day, most of them in the morning; what is dangerous happens at any hour. */
function timeOn(random: Random, day: Day, isUrgent: boolean): Date {
  const isAnyHour = isUrgent && random.chance(0.45);
  const minute = isAnyHour
    ? random.int(0, 1_430)
    : Math.min(1_080, Math.max(390, Math.round(640 + 130 * random.normal())));
  return new Date(instantAt({ day, minute }).getTime() + random.int(0, 59) * 1_000);
}

const often = (
  need: { weight: number; season: keyof typeof seasons; kinds: Record<string, number> },
  unit: DemoCaseUnit,
  month: number,
) => need.weight * seasons[need.season][month]! * (need.kinds[unit.kind] ?? 1);

function faultFor(random: Random, unit: DemoCaseUnit, premises: DemoPremises, month: number) {
  const condition = premises.condition ?? 3;
  const weighted = faultKinds
    .filter(({ neutral }) => !unit.isProtected || neutral.length > 0)
    .map((kind) => [kind, often(kind, unit, month) * (1 + (kind.worn * (condition - 2.5)) / 6)] as const);
  const fault = random.weighted(weighted);
  const cause = random.weighted(Object.entries(fault.causes) as [CaseItem["cause"], number][]);
  const told = tellFault(random, unit, premises, fault);
  const item: CaseItem = {
    ...{ itemCode: fault.item, cause, quantity: 1, description: unit.isProtected ? "" : told.sentence },
    ...(fault.location ? { location: fault.location } : {}),
    ...(fault.impact ? { impact: fault.impact, urgency: fault.urgency ?? "soon" } : {}),
  };
  return { told, item, fault };
}

function serviceFor(
  random: Random,
  unit: DemoCaseUnit,
  premises: DemoPremises,
  month: number,
  known: ReadonlySet<string>,
) {
  const offered = serviceNeeds.filter(({ service }) => known.has(service));
  const need = random.weighted(offered.map((one) => [one, often(one, unit, month)] as const));
  return { ...orderOf(random, need), told: tellService(random, unit, premises, need), fault: null };
}

function orderOf(random: Random, need: ServiceNeed): { item: CaseItem } {
  const [least, most] = need.quantity as [number, number];
  return {
    item: { serviceCode: need.service, cause: "wear", quantity: random.int(least, most), description: "" },
  };
}
