import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { caseName } from "#db/demo/colocation/demo-cases.ts";
import { newId, type Id } from "#domain/id.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();

interface Part {
  unitId: Id;
  rented: Id;
  contractId: Id;
  hall: Id;
}
let part: Part;
const cookies: Record<string, string> = {};
/** The case that waits for the council's next meeting. */
let submittedId: Id;

beforeAll(async () => {
  for (const name of ["planner", "manager", "leader", "craftsman"]) cookies[name] = await site.signIn(name);
  const [row] = await site.db.execute<Part & Record<string, unknown>>(sql`
    select u.unit_id as "unitId", p.building_id as rented, p.contract_id as "contractId", h.building_id as hall
      from colocation_case c
      join colocation_unit u on u.case_id = c.id
      join colocation_premises p on p.case_id = c.id and p.contract_id is not null
      join colocation_premises h on h.case_id = c.id and h.contract_id is null
     where c.name = ${caseName.decided}`);
  part = row!;
  submittedId = await caseNamed(caseName.firstStage);
});

const caseNamed = async (name: string): Promise<Id> =>
  (await site.db.execute<{ id: Id }>(sql`select id from colocation_case where name = ${name}`))[0]!.id;

const send = (path: string, body: unknown, account = "planner") =>
  fetch(site.origin + path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: cookies[account]!, Origin: site.origin },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
const ask = (path: string, account = "planner") => site.get(path, cookies[account]!);

interface Problem {
  detail: string;
  errors?: { field: string; message: string }[];
}
const problemOf = async (answer: Response) => {
  expect(answer.headers.get("Content-Type")).toContain("application/problem+json");
  return (await answer.json()) as Problem;
};

/** One rented office and a house of the city's own that it could move into, as a program sends it. */
const wholeCase = (given: object = {}) => ({
  ...{ name: "Prøve (fiktiv)", priceYear: 2026, horizonYears: 20, startOn: "2027-01-01" },
  premises: [
    { key: "rented", buildingId: part.rented, contractId: part.contractId, whenVacated: "endLease" },
    { key: "hall", buildingId: part.hall, whenVacated: "keep" },
  ],
  units: [{ unitId: part.unitId, employees: 10 }],
  scenarios: [
    {
      name: "Flyt",
      placements: [{ unitId: part.unitId, premisesId: "hall", standing: "assigned", fromDay: "2027-01-01" }],
    },
  ],
  ...given,
});

async function made(given: object = {}): Promise<Id> {
  const answer = await send("/api/v1/cases-colocation", wholeCase(given));
  expect(answer.status).toBe(201);
  const { id } = (await answer.json()) as { id: Id };
  expect(answer.headers.get("Location")).toBe(`/api/v1/cases-colocation/${id}/economy`);
  return id;
}

interface Job {
  state: string;
  outcome: string | null;
  gap: number | null;
  conflict: { kind: string; words?: string }[] | null;
}

/** Asks for a proposal and follows the job until it is over. */
async function solved(id: Id, limits: object = {}): Promise<Job> {
  const started = await send(`/api/v1/cases-colocation/${id}/solve`, { seconds: 20, ...limits });
  expect(started.status).toBe(202);
  const read = async () => (await (await ask(`/api/v1/cases-colocation/${id}/solve`)).json()) as Job;
  await vi.waitUntil(async () => (await read()).state !== "running", { timeout: 60_000, interval: 250 });
  return read();
}

describe("POST /api/v1/cases-colocation", () => {
  test("makes a case whose economy answers with every input, both views and how sure it is", async () => {
    const answer = await ask(`/api/v1/cases-colocation/${await made()}/economy`);
    const economy = (await answer.json()) as {
      inputs: { premises: { externalRentOre: number }[] };
      values: unknown[];
      rates: { steps: unknown[] };
      scenarios: {
        municipality: { flowsOre: number[]; npvOre: number };
        parties: { flowsOre: number[] }[];
        chance: { draws: number };
        tornado: unknown[];
      }[];
    };
    const [scenario] = economy.scenarios;
    expect(scenario!.municipality.flowsOre).toHaveLength(21);
    scenario!.municipality.flowsOre.forEach((flow, year) =>
      expect(scenario!.parties.reduce((sum, { flowsOre }) => sum + flowsOre[year]!, 0)).toBe(flow),
    );
    expect(scenario!.chance.draws).toBe(2_000);
    expect([scenario!.tornado.length, economy.values.length, economy.rates.steps.length].every(Boolean)).toBe(
      true,
    );
    expect(economy.inputs.premises.some(({ externalRentOre }) => externalRentOre > 0)).toBe(true);
  });

  test.each([
    ["no name", { name: " " }, 422, "name"],
    ["a unit that is no unit", { units: [{ unitId: newId(), employees: 3 }] }, 422, "unit"],
    ["minus three employees", { units: [{ unitId: newId(), employees: -3 }] }, 422, "units.0.employees"],
    ["31 February", { startOn: "2027-02-31" }, 422, "startOn"],
    ["a horizon of no years", { horizonYears: 0 }, 422, "horizonYears"],
  ])("refuses %s, names the field and makes nothing", async (_, given, status, field) => {
    const count = async () => (await site.db.execute(sql`select 1 from colocation_case`)).length;
    const before = await count();
    const answer = await send("/api/v1/cases-colocation", wholeCase(given));
    expect(answer.status).toBe(status);
    expect(JSON.stringify((await problemOf(answer)).errors)).toContain(field);
    expect(await count()).toBe(before);
  });

  test("is for planners; and what is no JSON is said to be none", async () => {
    for (const account of ["manager", "leader", "craftsman"])
      expect((await send("/api/v1/cases-colocation", wholeCase(), account)).status).toBe(403);
    expect((await send("/api/v1/cases-colocation", "{")).status).toBe(400);
    expect((await ask(`/api/v1/cases-colocation/${newId()}/economy`)).status).toBe(404);
    expect((await ask(`/api/v1/cases-colocation/${await made()}/economy`, "leader")).status).toBe(403);
  });
});

describe("POST /api/v1/cases-colocation/:id/solve", () => {
  test("answers with a job that ends in a proposal, and how far it is at most from the best", async () => {
    const job = await solved(await made());
    expect(job).toMatchObject({ state: "done", outcome: "solved", conflict: null });
    expect(job.gap).toBeGreaterThanOrEqual(0);
    expect(job.gap).toBeLessThanOrEqual(0.005);
  });

  test("of a case that cannot be, it says the smallest set of rules that stand against each other", async () => {
    const rule = (kind: string, premisesId: string, words: string) => ({
      ...{ unitId: part.unitId, strength: "hard", kind, premisesId, words },
    });
    const conditions = [
      rule("onlyHere", "hall", "Skal til eget hus"),
      rule("notHere", "hall", "Må ikke til eget hus"),
      { unitId: part.unitId, strength: "hard", kind: "within", distanceMeters: 60_000, words: "I byen" },
    ];
    const job = await solved(await made({ conditions }), { budgetOre: 100_000_000_00 });
    expect(job).toMatchObject({ state: "done", outcome: "impossible" });
    expect(job.conflict!.map(({ words }) => words).sort()).toEqual([
      "Må ikke til eget hus",
      "Skal til eget hus",
    ]);
  });

  test("refuses limits that are none, a case that is not, and one that is with the council", async () => {
    const id = await made();
    for (const [limits, field] of [
      [{ seconds: 0 }, "seconds"],
      [{ budgetOre: -1 }, "budgetOre"],
      [{ paybackYears: 0.5 }, "paybackYears"],
      [{ scenarioId: newId() }, "scenarioId"],
    ] as const) {
      const answer = await send(`/api/v1/cases-colocation/${id}/solve`, limits);
      expect(answer.status).toBe(422);
      expect((await problemOf(answer)).errors).toMatchObject([{ field }]);
    }
    expect((await send(`/api/v1/cases-colocation/${newId()}/solve`, {})).status).toBe(404);
    expect((await send(`/api/v1/cases-colocation/${id}/solve`, {}, "manager")).status).toBe(403);
    expect((await send(`/api/v1/cases-colocation/${submittedId}/solve`, {})).status).toBe(409);
    const page = await (await ask(`/colocation/${submittedId}/proposal`, "planner")).text();
    expect(page).toContain("mens sagen er et udkast");
    expect(page).not.toContain("Find et forslag");
  });
});

describe("POST /api/v1/economy", () => {
  test("reckons flows as the worked example of the docs does", async () => {
    const rates = [{ fromYear: 0, rate: 0.1 }];
    const answer = await send("/api/v1/economy", { flowsOre: [-100_00, 60_00, 60_00], rates });
    const said = (await answer.json()) as { irr: number[] };
    expect(said).toMatchObject({ npvOre: 413, verdict: "meetsDemand" });
    expect(said.irr[0]).toBeCloseTo(0.1307, 3);
  });

  test.each([
    ["a rate of -100 %", { flowsOre: [-1, 2], rates: [{ fromYear: 0, rate: -1 }] }, "rates.0.rate", /-100 %/],
    [
      "a rate below -100 %",
      { flowsOre: [-1, 2], rates: [{ fromYear: 0, rate: -3 }] },
      "rates.0.rate",
      /-100 %/,
    ],
    ["half an øre", { flowsOre: [-0.5], rates: [{ fromYear: 0, rate: 0 }] }, "flowsOre.0", /øre/],
    ["no flows", { flowsOre: [], rates: [{ fromYear: 0, rate: 0 }] }, "flowsOre", /at least one/],
    ["rates from year 5", { flowsOre: [1], rates: [{ fromYear: 5, rate: 0 }] }, "rates", /year 0 or 1/],
  ])("refuses %s in words", async (_, body, field, message) => {
    const answer = await send("/api/v1/economy", body);
    expect(answer.status).toBe(422);
    const [error] = (await problemOf(answer)).errors!;
    expect(error!.field).toBe(field);
    expect(error!.message).toMatch(message);
  });

  test("says so where the sum is more than can be counted", async () => {
    const body = { flowsOre: [0, 9e15], rates: [{ fromYear: 0, rate: -0.99 }] };
    const answer = await send("/api/v1/economy", body);
    expect([answer.status, (await problemOf(answer)).detail]).toEqual([
      422,
      expect.stringContaining("counted"),
    ]);
  });
});
