import { apportion } from "#domain/apportion.ts";
import { backlogKinds, type BacklogKind } from "#domain/backlog/backlog-line.ts";
import { addDays, daysBetween, yearOf, type Day } from "#domain/day.ts";
import { laterOf, type DemoDays } from "./demo-days.ts";
import type { DemoBuilding } from "./model.ts";
import type { Random } from "./random.ts";
import { registerStart, targets } from "./targets.ts";
import type { Writing } from "./write-places.ts";

/** How old the latest survey is, in years, and how often: most are young, some are as old as the first of the register. */
const surveyAges = (loadDay: Day): readonly (readonly [readonly [from: number, to: number], number])[] => [
  [[0.1, 3], 46],
  [[3, 5], 24],
  [[5, 8], 15],
  [[8, 13], 9],
  [[13, daysBetween(`${targets.oldestSurveyYear}-05-01`, loadDay) / 365.25], 6],
];

/** Writes the surveys of an owned building: the latest with its condition of today, earlier ones mostly a little better. */
export function writeSurveys(random: Random, writing: Writing, days: DemoDays, building: DemoBuilding): void {
  const last = building.end === null ? days.loadDay : addDays(building.end, -1);
  const [youngest, oldest] = random.weighted(surveyAges(days.loadDay));
  let surveyedOn = addDays(last, -Math.round(365.25 * random.between(youngest, oldest)));
  surveyedOn = laterOf(
    surveyedOn,
    days.between(random, addDays(building.start, 60), addDays(building.start, 250)),
  );
  if (surveyedOn > last) surveyedOn = building.start;
  const surveyed: Day[] = [];
  const write = (day: Day, observed: number) => {
    const { organisationId, ids } = writing;
    writing.rows.survey.push({
      id: ids.next(),
      organisationId,
      buildingId: building.id,
      surveyedOn: day,
      condition: observed,
      source: "Bygningssyn (demo)",
      signedAt: `${day}T15:00:00Z`,
    });
    surveyed.push(day);
  };
  let condition = building.condition!;
  const most = building.isShed ? 1 : 4;
  while (surveyed.length < most && surveyedOn >= building.start) {
    write(surveyedOn, condition);
    const change = random.weighted([
      [0, 48],
      [-1, 44],
      [1, 8],
    ] as const);
    condition = Math.min(6, Math.max(1, condition + change));
    surveyedOn = addDays(surveyedOn, -random.int(1_300, 2_400));
  }
  const earliest = surveyed.at(-1)!;
  if (building.start === registerStart && earliest > `${targets.oldestSurveyYear + 3}` && random.chance(0.06))
    write(
      `${targets.oldestSurveyYear}-${random.pick(["05", "06", "08", "09"])}-${random.int(10, 28)}`,
      condition,
    );
}

/** How much work each kind of backlog has by condition 1 to 6, relative to the others. */
const byCondition: Record<BacklogKind, readonly number[]> = {
  exterior: [0, 0.05, 0.3, 1, 2.2, 3.5],
  interior: [0, 0.1, 0.4, 1, 1.8, 2.6],
  tenYearNeed: [0.3, 0.7, 1.1, 1.2, 1, 0.8],
  modernisation: [0.2, 0.6, 1, 1.2, 1.3, 1.4],
};

/**
 * Writes the backlog of the owned buildings: whole thousands of kr that add up exactly today, and what was estimated
 * before, less by 3 to 6 % a year. Rests on observed condition, so that nothing moves from one day to the next.
 */
export function writeBacklog(
  random: Random,
  writing: Writing,
  days: DemoDays,
  buildings: DemoBuilding[],
): void {
  const owned = buildings.filter((building) => building.end === null);
  const growth = new Map(buildings.map((building) => [building, random.between(1.03, 1.06)]));
  const turns = new Map(buildings.map((building) => [building, estimateDays(random, days, building)]));
  for (const kind of backlogKinds) {
    const weightOf = (building: DemoBuilding) =>
      building.grossM2 *
      byCondition[kind][building.condition! - 1]! *
      random.between(0.6, 1.4) *
      ageFactor(kind, building);
    const weights = owned.map(weightOf);
    const thousands = apportion(weights, targets.backlogKr[kind] / 1_000);
    const unit = targets.backlogKr[kind] / 1_000 / weights.reduce((sum, weight) => sum + weight, 0);
    const amounts = new Map(owned.map((building, index) => [building, thousands[index]!]));
    const isOften = kind === "exterior" || kind === "interior";
    for (const building of buildings) {
      const today = amounts.get(building) ?? Math.round(weightOf(building) * unit);
      const all = turns.get(building)!;
      writeEstimates(
        writing,
        building,
        kind,
        today,
        growth.get(building)!,
        isOften ? all : [...new Set([all[0]!, all.at(-1)!])],
      );
    }
  }
}

const ageFactor = (kind: BacklogKind, { builtYear }: DemoBuilding): number =>
  kind === "modernisation" ? (builtYear < 1980 ? 1.3 : 0.4) : 1;

/** New estimates come on 1 January, every third or fourth year, in turn over the portfolio; sheds have one for good. */
function estimateDays(random: Random, days: DemoDays, building: DemoBuilding): Day[] {
  const first = laterOf(building.start, days.historyStart);
  if (building.isShed) return [first];
  const turns = [first];
  const step = random.int(3, 4);
  for (let year = yearOf(first) + random.int(1, step); year <= yearOf(days.loadDay); year += step)
    turns.push(`${year}-01-01`);
  return turns.filter(
    (day) => day === first || (day > first && (building.end === null || day < building.end)),
  );
}

function writeEstimates(
  writing: Writing,
  building: DemoBuilding,
  kind: BacklogKind,
  thousandKr: number,
  growth: number,
  turns: Day[],
): void {
  if (thousandKr === 0) return;
  const latest = turns.at(-1)!;
  turns.forEach((validFrom, index) => {
    const years = daysBetween(validFrom, latest) / 365.25;
    writing.rows.backlogEstimate.push({
      id: writing.ids.next(),
      organisationId: writing.organisationId,
      buildingId: building.id,
      kind,
      amountOre: Math.round(thousandKr / growth ** years) * 100_000,
      validFrom,
      validTo: turns[index + 1] ?? building.end,
      source: "Skøn ud fra bygningssyn (demo)",
      method: "estimate",
    });
  });
}
