import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server.ts";
import { administrationPlan, locationNeed } from "#db/schema/index.ts";
import type { PlanKind } from "#domain/colocation/needs/plan-kind.ts";
import { yearOf, type Day } from "#domain/day.ts";
import { newId, type Id } from "#domain/id.ts";

const source = "Demo, fiktiv";
const plannedYears = 10;

/** What grows a year, from how many: administration, kind, district code (none: the city), first figure, growth. */
const plans: readonly (readonly [string, PlanKind, string | null, number, number])[] = [
  ["BUF", "children", "1", 2_900, 0.004],
  ["BUF", "children", "2", 5_600, 0.021],
  ["BUF", "children", "3", 5_100, 0.006],
  ["BUF", "children", "4", 5_300, 0.028],
  ["BUF", "children", "5", 4_900, 0.019],
  ["BUF", "children", "6", 3_400, 0.009],
  ["BUF", "children", "7", 3_800, 0.005],
  ["BUF", "children", "8", 4_000, 0.008],
  ["BUF", "children", "9", 4_600, 0.014],
  ["BUF", "children", "10", 5_800, 0.034],
  ["BUF", "staff", null, 17_400, 0.012],
  ["BIF", "staff", null, 1_900, -0.018],
  ["KFF", "staff", null, 1_700, 0.004],
  ["SOF", "staff", null, 6_300, 0.006],
  ["SUF", "staff", null, 9_800, 0.017],
  ["SUF", "services", "6", 310, 0.026],
  ["SUF", "services", "7", 280, 0.022],
  ["TMF", "staff", null, 2_100, -0.006],
  ["ØKF", "staff", null, 1_500, -0.01],
];

/** Administration, name, kind of unit, district code, m², years from now, for how many years, and why. */
const needs: readonly (readonly [string, string, string, string | null, number, number, number, string])[] = [
  [
    "BUF",
    "Daginstitution til 120 børn",
    "daycare",
    "10",
    1_080,
    4,
    30,
    "Boligerne på Amager Vest tages i brug før.",
  ],
  ["BUF", "Klub til 90 unge", "youthClub", "5", 420, 2, 10, "Klubben i dag er for trang."],
  ["SUF", "Hjemmeplejegruppe", "homeCare", "6", 380, 1, 8, "Flere borgere skal have hjælp hjemme."],
  ["SUF", "Sundhedshus", "healthCentre", "2", 1_600, 5, 25, "Træning og sygepleje samles."],
  ["BIF", "Mindre jobcenter", "jobCentre", "3", 900, 1, 6, "Færre medarbejdere end i dag."],
  ["KFF", "Lokalbibliotek", "library", "10", 650, 3, 15, "Bydelen vokser fra sit bibliotek."],
  ["ØKF", "Fælles projektkontor", "office", null, 700, 1, 5, "Til anlægsprojekter på tværs."],
];

/** Gives the demo ten years of plans and seven needs, where it has none. Every figure is made up. Returns whether there was anything to do. */
export async function loadDemoNeeds(db: Db, organisationId: Id, loadDay: Day): Promise<boolean> {
  const [present] = await db.execute(
    sql`select 1 from administration_plan where organisation_id = ${organisationId} limit 1`,
  );
  if (present) return false;
  const idsOf = async (table: "administration" | "district") =>
    new Map(
      (
        await db.execute<{ id: Id; code: string }>(sql`
          select id, code from ${sql.identifier(table)} where organisation_id = ${organisationId}`)
      ).map(({ id, code }) => [code, id]),
    );
  const [administrations, districts] = [await idsOf("administration"), await idsOf("district")];
  const place = (administration: string, district: string | null) => ({
    organisationId,
    administrationId: administrations.get(administration)!,
    districtId: district === null ? null : (districts.get(district) ?? null),
  });
  const first = yearOf(loadDay) + 1;
  const lines = plans.flatMap(([administration, kind, district, quantity, growth]) =>
    Array.from({ length: plannedYears }, (_, year) => ({
      ...{ id: newId(), ...place(administration, district), kind, year: first + year, source },
      ...{ quantity: Math.round(quantity * (1 + growth) ** year), recordedOn: loadDay },
    })),
  );
  await db.transaction(async (tx) => {
    await tx.insert(administrationPlan).values(lines);
    await tx.insert(locationNeed).values(
      needs.map(([administration, name, unitKind, district, areaM2, inYears, years, note]) => ({
        ...{ id: newId(), ...place(administration, district), name: `${name} (fiktiv)`, unitKind, areaM2 },
        ...{ neededFrom: `${yearOf(loadDay) + inYears}-08-01`, years, note },
        ...{ createdBy: null, createdAt: new Date(`${loadDay}T09:00:00Z`) },
      })),
    );
  });
  return true;
}
