import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createApiToken } from "#db/commands/create-api-token.ts";
import { getCredential } from "#db/queries/account-credential.ts";
import { addDays, dayAt } from "#domain/day.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
const cookies: Record<string, string> = {};
let owned = "";
let rented = "";
let hidden = "";

beforeAll(async () => {
  for (const role of ["manager", "leader", "planner", "craftsman"]) cookies[role] = await site.signIn(role);
  const buildingWhere = async (which: ReturnType<typeof sql>) => {
    const [row] = await site.db.execute<{ id: string }>(sql`
      select building_id as id from portfolio_row where valid_to = 'infinity' and ${which}
       order by building_id limit 1`);
    return row!.id;
  };
  owned = await buildingWhere(sql`tenure = 'owned' and not is_protected`);
  rented = await buildingWhere(sql`tenure = 'leasedIn' and not is_protected`);
  hidden = await buildingWhere(sql`is_protected`);
});

const ask = async (query: Record<string, string>, role = "manager", headers: Record<string, string> = {}) => {
  const answer = await fetch(`${site.origin}/api/v1/responsibility?${new URLSearchParams(query)}`, {
    headers: { Cookie: cookies[role] ?? "", "Accept-Language": "en", ...headers },
  });
  return {
    status: answer.status,
    type: answer.headers.get("Content-Type"),
    body: (await answer.json()) as Record<string, unknown> & {
      gap?: number;
      respondBy: string;
      resolveBy: string;
    },
  };
};

describe("GET /api/v1/responsibility", () => {
  test("says who acts, who pays, by when, by which clause and from which day", async () => {
    const { status, body } = await ask({ item: "window", cause: "burglary", buildingId: owned });
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ executor: "landlord", payer: "tenant", share: 1, validFrom: "2017-01-01" },
      clause: "KEjd repairs vandalism and burglary on envelope and basic installations. The tenant pays.",
      respondBy: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      resolveBy: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    });
    expect(Date.parse(body.respondBy)).toBeGreaterThan(Date.now());
    expect(Date.parse(body.resolveBy)).toBeGreaterThan(Date.parse(body.respondBy));
  });

  test("takes what is not said from the item and the building, and what is said before both", async () => {
    expect((await ask({ item: "roof" })).body).toMatchObject({ executor: "landlord", payer: "landlord" });
    expect((await ask({ item: "floor" })).body).toMatchObject({ executor: "administration" });
    expect((await ask({ item: "roof", buildingId: rented })).body).toMatchObject({
      executor: "externalLandlord",
    });
    expect((await ask({ item: "roof", buildingId: rented, tenure: "selfGoverning" })).body).toMatchObject({
      executor: "unit",
    });
    expect((await ask({ item: "roof", location: "inside" })).body).toMatchObject({
      executor: "administration",
    });
    expect((await ask({ item: "paving", on: "2015-06-01" })).body).toMatchObject({
      ...{ executor: "administration", validFrom: "2013-06-01" },
    });
  });

  test("answers a token in Danish where the caller asks for that", async () => {
    const holder = (await getCredential(site.db, { email: "manager@demo.example" }))!;
    const token = await createApiToken(site.db, holder, "responsibility test", new Date());
    const headers = { Authorization: `Bearer ${token}`, "Accept-Language": "da" };
    const { status, body } = await ask({ item: "window", cause: "vandalism" }, "nobody", headers);
    expect(status).toBe(200);
    expect(body["clause"]).toBe(
      "KEjd udbedrer hærværk og indbrud på klimaskærm og basisinstallationer. Lejer betaler.",
    );
  });

  test("is 404 with the number of the gap where no rule answers, the same number the next time", async () => {
    const query = { item: "window", tenure: "thirdParty", on: "2014-03-01" };
    const first = await ask(query);
    expect([first.status, first.type]).toEqual([404, "application/problem+json"]);
    expect(first.body).toMatchObject({ status: 404, title: "No rule answers this" });
    expect(first.body.gap).toBeGreaterThan(0);
    expect((await ask(query)).body.gap).toBe(first.body.gap);
    const [row] = await site.db.execute<{ times: number }>(sql`
      select times_met as times from responsibility_gap where number = ${first.body.gap!}`);
    expect(row!.times).toBe(2);
  });

  test("names what cannot be read, and says nothing of buildings one does not reach", async () => {
    const bad = await ask({ item: "spaceship", cause: "boredom", on: "2026-02-30" });
    expect([bad.status, bad.type]).toEqual([400, "application/problem+json"]);
    expect((bad.body["errors"] as { field: string }[]).map(({ field }) => field)).toEqual(["cause", "on"]);
    expect((await ask({ item: "spaceship" })).body).toMatchObject({ errors: [{ field: "item" }] });
    expect((await ask({ item: "window", cuase: "fire" })).body).toMatchObject({
      ...{ status: 400, errors: [{ field: "cuase", message: "unknown parameter" }] },
    });
    expect((await ask({})).body).toMatchObject({ errors: [{ field: "item", message: "missing" }] });
    const unseen = await ask({ item: "window", buildingId: hidden }, "planner");
    expect(unseen.status).toBe(404);
    expect(unseen.body).not.toHaveProperty("gap");
    expect((await ask({ item: "window", buildingId: owned }, "leader")).status).toBe(404);
    expect((await ask({ item: "window" }, "craftsman")).status).toBe(403);
    expect((await ask({ item: "window" }, "nobody")).status).toBe(401);
  });
});

describe("the pages of the matrix, without any script", () => {
  const today = dayAt(new Date());
  const page = async (path: string, role = "manager") => {
    const answer = await site.get(path, cookies[role]);
    return { status: answer.status, text: await answer.text() };
  };

  test("show each version as of its day, and how much of what can be asked it answers", async () => {
    const now = await page("/responsibility");
    // The demo has long left one thing open: the green of rented premises, for 33 items and 6 causes.
    expect(now.text).toContain("198 af de 2.970 spørgsmål");
    expect((await page("/responsibility?on=2018-01-01")).text).toContain("Svarer på alle 2.970 spørgsmål");
    expect(now.text).toContain("En selvejende institution holder selv sine bygninger.");
    const then = await page("/responsibility?on=2014-01-01");
    expect(then.text).toContain("1.980 af de 2.970 spørgsmål");
    expect(then.text).not.toContain("En selvejende institution");
    expect(then.text).toContain("Rapport om tværgående enheder");
  });

  test("keep all that was typed where a rule is refused, and say why", async () => {
    const typed = {
      ...{
        level: "default",
        itemCode: "",
        location: "inside",
        cause: "",
        tenure: "own",
        from: addDays(today, 3),
      },
      ...{ executor: "unit", payer: "unit", payerSharePercent: "60", otherPayer: "", slaCode: "standard" },
      ...{
        budgetLine: "Konto 7",
        clauseDa: "Det gør vi selv.",
        clauseEn: "We do it ourselves.",
        source: "Mødet",
      },
    };
    const faulty = await site.post("/responsibility/rules/new", typed, cookies["manager"]);
    const text = await faulty.text();
    expect(faulty.status).toBe(422);
    expect(text).toContain("Sig, hvem der betaler resten.");
    expect(text).toContain("Det gør vi selv.");
    const whole = { ...typed, payerSharePercent: "100" };
    const refused = await site.post("/responsibility/rules/new", whole, cookies["manager"]);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain("Der er allerede en regel om præcis det samme");
    const planner = await site.post("/responsibility/rules/new", whole, cookies["planner"]);
    expect(planner.status).toBe(403);
  });

  test("are read by a leader, who is offered no form", async () => {
    const { status, text } = await page(
      "/responsibility?item=window&cause=burglary&tenure=thirdParty",
      "leader",
    );
    expect(status).toBe(200);
    expect(text).toContain("Den eksterne udlejer ordner det og betaler.");
    expect(text).not.toContain("/responsibility/rules/new");
    expect((await page("/responsibility/rules/new", "leader")).status).toBe(403);
    expect((await page("/responsibility/gaps", "leader")).status).toBe(200);
  });
});
