import { addMonths, yearOf } from "#domain/day.ts";
import type { DemoIds } from "../demo-ids.ts";
import type { Random } from "../random.ts";
import type { DemoCaseFacts, DemoCaseOptions } from "./case-facts.ts";
import type { DemoCaseRows } from "./case-rows.ts";

interface Rule {
  service: string;
  rrule: string;
  startsAt: string;
  quantity: number;
  description: string;
}

const rules: readonly Rule[] = [
  {
    ...{ service: "1300.03", rrule: "FREQ=MONTHLY;INTERVAL=3;BYDAY=1TU", startsAt: "08:00", quantity: 120 },
    description: "Vinduespolering hvert kvartal",
  },
  {
    ...{ service: "1300.02", rrule: "FREQ=WEEKLY;BYDAY=FR", startsAt: "15:00", quantity: 2 },
    description: "Ekstra rengøring af køkkenet hver fredag",
  },
  {
    ...{ service: "2400.02", rrule: "FREQ=WEEKLY;BYDAY=TU,TH", startsAt: "10:00", quantity: 1 },
    description: "Post hentes tirsdag og torsdag",
  },
  {
    ...{
      service: "1200.01",
      rrule: "FREQ=MONTHLY;BYMONTH=4,5,6,7,8,9,10;BYDAY=1MO",
      startsAt: "07:30",
      quantity: 400,
    },
    description: "Klipning af plæne og hæk i sæsonen",
  },
];

/** Writes services that come again, for the leader's main institution two of them, and the days on which nobody is there. */
export function writeRecurring(
  random: Random,
  ids: DemoIds,
  facts: DemoCaseFacts,
  rows: DemoCaseRows,
  { loadDay }: DemoCaseOptions,
): void {
  const known = new Set(facts.services.map(({ code }) => code));
  const offered = rules.filter(({ service }) => known.has(service));
  const ordinary = facts.units.filter((one) => !one.isProtected && one.premises.length > 0);
  const leaders = ordinary.filter(({ id }) => facts.leadersUnitIds.includes(id));
  const chosen = [
    ...leaders.slice(0, 1).flatMap((unit) => offered.slice(0, 2).map((rule) => ({ unit, rule }))),
    ...(offered.length > 0 ? ordinary.filter((_, index) => index % 31 === 5) : []).map((unit) => ({
      unit,
      rule: random.pick(offered),
    })),
  ];
  for (const { unit, rule } of chosen) {
    const premises = unit.premises[0]!;
    rows.recurringService.push({
      ...{
        id: ids.next(),
        organisationId: facts.organisationId,
        unitId: unit.id,
        buildingId: premises.buildingId,
      },
      ...{ spaceId: null, serviceCode: rule.service, quantity: rule.quantity, description: rule.description },
      ...{ rrule: rule.rrule, startsOn: `${loadDay.slice(0, 8)}01`, startsAt: rule.startsAt, endsOn: null },
      ...{ leftOut: [], skipsHolidays: true, contractId: premises.contractIds[0] ?? null, createdBy: null },
      ...{ createdAt: new Date(`${addMonths(loadDay, -2)}T08:00:00Z`), stoppedAt: null, madeUntil: loadDay },
    });
  }
  const year = yearOf(loadDay);
  const close = (unitId: string | null, name: string, validFrom: string, validTo: string) =>
    rows.closingPeriod.push({
      id: ids.next(),
      organisationId: facts.organisationId,
      unitId,
      name,
      validFrom,
      validTo,
    });
  close(null, "Mellem jul og nytår", `${year}-12-24`, `${year + 1}-01-02`);
  for (const id of leaders.map((one) => one.id))
    close(id, "Sommerlukning", `${year + 1}-07-12`, `${year + 1}-07-31`);
}
