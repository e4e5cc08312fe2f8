import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { caseName } from "#db/demo/colocation/demo-cases.ts";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";
import type { Id } from "#domain/id.ts";
import { sendTable } from "../helpers/send-table.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
let planner: string;

beforeAll(async () => {
  planner = await site.signIn("planner");
});

const count = async (): Promise<number> => (await site.db.execute(sql`select 1 from colocation_case`)).length;

/** The fields of the first form on a page that has one of such a name. */
function fieldsOf(html: string, name: string): Record<string, string> {
  const form = html.split("<form").find((each) => each.includes(`name="${name}"`))!;
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  return Object.fromEntries(inputs.map(([, field, value]) => [field!, value!]));
}

const pageOf = async (path: string) => (await site.get(path, planner)).text();

const upload = (to: string, csv: string, fields: Record<string, string>) =>
  sendTable(site, { as: planner, to, csv, fields });

describe("A case is made once", () => {
  test("of a candidate that is pressed twice, and of the form that is sent twice; changed, it is another", async () => {
    const before = await count();
    const candidate = fieldsOf(await pageOf("/candidates"), "member");
    const pressed = await Promise.all([1, 2].map(() => site.post("/candidates", candidate, planner)));
    expect(pressed.map(({ status }) => status)).toEqual([303, 303]);
    expect(pressed[0]!.headers.get("Location")).toBe(pressed[1]!.headers.get("Location"));
    expect(await count()).toBe(before + 1);
    const { key } = fieldsOf(await pageOf("/colocation/new"), "horizonYears");
    const form = {
      key: key!,
      name: "To gange",
      priceYear: "2026",
      horizonYears: "20",
      startOn: "2027-01-01",
    };
    const sent = [
      ...(await Promise.all([1, 2].map(() => site.post("/colocation/new", form, planner)))),
      await site.post("/colocation/new", { ...form, name: "Et andet navn" }, planner),
    ].map((answer) => answer.headers.get("Location"));
    expect([sent[0] === sent[1], sent[0] === sent[2]]).toEqual([true, false]);
    expect(await count()).toBe(before + 3);
  });
});

interface Economy {
  inputs: CaseInputs;
  scenarios: { municipality: { verdict: string; npvOre: number } }[];
}

describe("Cases after known models", () => {
  const economyOf = async (name: string): Promise<Economy> => {
    const [row] = await site.db.execute<{ id: Id }>(sql`select id from colocation_case where name = ${name}`);
    const answer = await site.get(`/api/v1/cases-colocation/${row!.id}/economy`, planner);
    return (await answer.json()) as Economy;
  };
  const placedIn = ({ inputs }: Economy, at: number) => {
    const scenario = inputs.scenarios.filter(({ isBase }) => !isBase)[at]!;
    return inputs.premises.map(({ id, ...premises }) => ({
      ...premises,
      units: scenario.placements.filter((one) => one.premisesId === id && one.standing !== "forbidden")
        .length,
    }));
  };

  test("like Islands Brygge: three rented offices gather in a house of the city's own, and it saves", async () => {
    const economy = await economyOf(caseName.together);
    const hall = placedIn(economy, 0).find(({ tenure }) => tenure === "owned");
    expect(hall).toMatchObject({ units: 3, externalRentOre: 0 });
    expect(economy.scenarios[0]!.municipality.npvOre).toBeGreaterThan(0);
  });

  test("like Valby: two units under one roof share meeting rooms, within reach of those they serve", async () => {
    const economy = await economyOf(caseName.service);
    expect(placedIn(economy, 0).some(({ units }) => units === 2)).toBe(true);
    expect(economy.inputs.units.every(({ needs }) => needs.some(({ mayShare }) => mayShare))).toBe(true);
    expect(economy.inputs.conditions).toMatchObject([{ kind: "within", strength: "hard" }]);
  });

  test("like International House: a few desks in premises that another uses already", async () => {
    const economy = await economyOf(caseName.desks);
    const [guest] = economy.inputs.units;
    const host = placedIn(economy, 0).find(({ units }) => units === 1)!;
    expect(guest!.employees).toBeLessThan(15);
    expect(host.othersM2).toBeGreaterThan(100);
    expect(economy.scenarios[0]!.municipality.verdict).toBe("negative");
  });
});

describe("What a planner types of the parts of a case", () => {
  test("is saved from the page without script, and what cannot be is said with what was typed still there", async () => {
    const [part] = await site.db.execute<{ caseId: Id; id: Id }>(sql`
      select c.id as "caseId", x.id from colocation_unit x join colocation_case c on c.id = x.case_id
       where c.name = ${caseName.together} limit 1`);
    const path = `/colocation/${part!.caseId}/parts/${part!.id}`;
    const { version } = fieldsOf(await pageOf(path), "version");
    const typed = { version: version!, employees: "9", "places.meeting": "6", "area.meeting": "31,5" };
    const rows = { "days.0": "1-5", "from.0": "8", "to.0": "30", "persons.0": "-3" };
    const refused = await site.post(path, { ...typed, ...rows }, planner);
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html).toContain('value="31,5"');
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(2);
    const saved = await site.post(path, { ...typed, ...rows, "to.0": "16", "persons.0": "9" }, planner);
    expect(saved.status).toBe(303);
    const hours = await site.db.execute(sql`
      select weekday from colocation_unit_hours where colocation_unit_id = ${part!.id} and persons = 9`);
    expect(hours).toHaveLength(5);
    expect((await site.post(path, { ...typed, employees: "8" }, planner)).status).toBe(422);
    expect((await site.get(path, await site.signIn("manager"))).status).toBe(403);
  });
});

describe("Tables that come in", () => {
  test("plans are tried, then brought in, and refused lines say their column", async () => {
    const csv = "forvaltning;bydel;slags;år;antal\nBUF;;børn;2044;1.240\nBUF;;drager;2044;3\n";
    const lines = () => site.db.execute(sql`select quantity from administration_plan where year = 2044`);
    const tried = await upload("/needs/import", csv, { intent: "try" });
    expect([tried.status, await lines()]).toEqual([200, []]);
    expect(tried.html).toContain("slags: skriv børn");
    await upload("/needs/import", csv, { intent: "save" });
    expect(await lines()).toEqual([{ quantity: 1240 }]);
  });

  test("degree days come in with their source, and a file without one is refused", async () => {
    const csv = "måned;graddage;normal\n2011-01;512;490\n2011-02;mange;470\n";
    expect((await upload("/meters/degree-days", csv, { source: " " })).status).toBe(422);
    const answer = await upload("/meters/degree-days", csv, { source: "Instituttet" });
    expect(answer.status).toBe(200);
    const rows = await site.db.execute(sql`select source from degree_month where month < '2012-01-01'`);
    expect(rows).toEqual([{ source: "Instituttet" }]);
    expect(answer.html).toContain("Graddage skal være et tal");
  });
});
