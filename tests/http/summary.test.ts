import { expect, test } from "vitest";
import { loadDay } from "../helpers/demo-template.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();

interface Listed {
  items: { id: string }[];
  total: number;
  nextCursor: string | null;
}

const getJson = async <T = Record<string, never>>(path: string, cookie: string): Promise<T> => {
  const answer = await site.get(path, cookie);
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
};

test("the summary is the report's, to the last square metre and øre", async () => {
  const summary = await getJson("/api/v1/summary", await site.signIn("manager"));
  expect(summary).toEqual({
    asOf: loadDay,
    addresses: 800,
    buildings: 2000,
    areaM2: {
      owned: 2_200_000,
      leasedIn: 300_000,
      total: 2_500_000,
      outside: 450_000,
      digitised: 670_000,
      let: 2_450_000,
    },
    leases: { unknownToKejd: 142 },
    ore: {
      exteriorBacklog: 254_000_000_000,
      wholeRenovation: 750_000_000_000,
      maintenanceLastYear: 23_490_000_000,
    },
    oldestSurveyYear: 2006,
  });
});

test("the summary and the list answer to the same filters", async () => {
  const cookie = await site.signIn("manager");
  for (const filter of [
    "tenure=owned&administration=BUF",
    "tenure=leasedIn",
    "tenure=owned&condition=5,6",
    "tenure=owned&bbox=12.5,55.65,12.6,55.7&use=school",
    "tenure=owned&digitised=true",
    "tenure=owned&district=3&q=gade",
  ]) {
    const summary = await getJson(`/api/v1/summary?${filter}`, cookie);
    const list = await getJson(`/api/v1/buildings?limit=1&${filter}`, cookie);
    expect([filter, list.total]).toEqual([filter, summary.buildings]);
    expect(list.total).toBeGreaterThan(0);
  }
});

test("the pages of a list are the whole set, each building once, in every order", async () => {
  const cookie = await site.signIn("manager");
  for (const sort of ["name", "area", "condition", "surveyed", "leaseEnd", "letting"])
    for (const order of ["asc", "desc"]) {
      const ids: string[] = [];
      let cursor: string | null = "";
      let total = 0;
      while (cursor !== null) {
        const page: Listed = await getJson<Listed>(
          `/api/v1/buildings?tenure=leasedIn&limit=70&sort=${sort}&order=${order}${cursor ? `&cursor=${cursor}` : ""}`,
          cookie,
        );
        ids.push(...page.items.map((item) => item.id));
        ({ nextCursor: cursor, total } = page);
      }
      expect(ids.length).toBe(180);
      expect(new Set(ids).size).toBe(total);
    }
});

test("a parameter that is unknown or cannot be read is refused by name", async () => {
  const cookie = await site.signIn("manager");
  for (const [query, field] of [
    ["tenur=owned", "tenur"],
    ["tenure=rented", "tenure"],
    ["bbox=12,55,11", "bbox"],
    ["on=2023-02-29", "on"],
    ["limit=0", "limit"],
    ["cursor=bm9uc2Vuc2U", "cursor"],
    ["condition=7", "condition"],
  ]) {
    const answer = await site.get(`/api/v1/buildings?${query}`, cookie);
    expect([query, answer.status, answer.headers.get("Content-Type")]).toEqual([
      query,
      400,
      "application/problem+json",
    ]);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect(errors.map((error) => error.field)).toContain(field);
  }
});

test("the register answers as of a day: five years ago is another portfolio, as whole as today's", async () => {
  const cookie = await site.signIn("manager");
  const now = await getJson("/api/v1/summary", cookie);
  const then = await getJson<{ areaM2: Record<string, number>; ore: { exteriorBacklog: number } }>(
    "/api/v1/summary?on=2021-06-30",
    cookie,
  );
  expect(then).not.toEqual(now);
  expect(then.areaM2.let).toBeLessThanOrEqual(then.areaM2.total!);
  expect(then.areaM2.digitised).toBeLessThanOrEqual(then.areaM2.let!);
  expect(then.ore.exteriorBacklog).toBeGreaterThan(0);
});

test("nobody and nobody's token get 401 in problem+json, a craftsman 403", async () => {
  expect((await site.get("/api/v1/summary")).status).toBe(401);
  const byToken = await fetch(`${site.origin}/api/v1/summary`, {
    headers: { Authorization: "Bearer nonsense" },
  });
  expect(byToken.status).toBe(401);
  expect((await site.get("/api/v1/summary", await site.signIn("craftsman"))).status).toBe(403);
});

test("the leader's summary is of her own buildings only, and another's building does not exist for her", async () => {
  const leader = await site.signIn("leader");
  const own = await getJson("/api/v1/buildings?limit=500", leader);
  const all = await getJson<Listed>("/api/v1/buildings?limit=5&tenure=outside", await site.signIn("manager"));
  expect(own.total).toBeGreaterThan(0);
  expect(own.total).toBeLessThan(30);
  expect((await site.get(`/api/v1/buildings/${all.items[0]!.id}`, leader)).status).toBe(404);
});
