import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createApiToken } from "#db/commands/create-api-token.ts";
import { newId, type Id } from "#domain/id.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
let spaceId: Id;
let buildingId: Id;

beforeAll(async () => {
  const [row] = await site.db.execute<{ spaceId: Id; buildingId: Id }>(sql`
    select s.id as "spaceId", s.building_id as "buildingId" from space s
      join portfolio_row_now r on r.building_id = s.building_id and not r.is_protected
      join use_capacity c on c.space_id = s.id
     where s.valid_to is null and not exists (select 1 from use_rollup u where u.building_id = s.building_id)
     order by s.id limit 1`);
  ({ spaceId, buildingId } = row!);
});

const send = async (account: string, body: unknown) =>
  fetch(`${site.origin}/api/v1/observations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Cookie: await site.signIn(account), Origin: site.origin },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

const at = (sequence: number, hours: number, persons: number, space = spaceId) => ({
  ...{
    sequence,
    observedAt: new Date(Date.now() - hours * 3_600_000).toISOString(),
    spaceId: space,
    persons,
  },
});

test("a batch is answered with what was added, was there and was refused; again it adds nothing", async () => {
  const items = [
    at(1, 5, 3),
    at(2, 4, 4),
    at(3, 3, -3),
    at(4, 20, 1),
    { ...at(5, 2, 1), observedAt: "2026-11-27T30:00:00Z" },
  ];
  const batch = { source: "prøve", kind: "sensor", items };
  const first = await send("planner", batch);
  expect(first.status).toBe(200);
  const refused = [
    { index: 2, reason: "persons" },
    { index: 3, reason: "timeWentBack" },
    { index: 4, reason: "time" },
  ];
  expect(await first.json()).toEqual({ added: 2, duplicates: 0, refused });
  expect(await (await send("planner", batch)).json()).toEqual({ added: 0, duplicates: 2, refused });
});

test.each([
  ["no items", { source: "x", kind: "sensor", items: [] }, 422],
  ["an unknown kind", { source: "x", kind: "guess", items: [1] }, 422],
  ["no source", { kind: "sensor", items: [1] }, 422],
  ["another kind of a known source", { source: "prøve", kind: "count", items: [1] }, 409],
  ["no JSON", "{", 400],
])("a batch with %s is refused whole, with a problem in words", async (_, body, status) => {
  const answer = await send("planner", body);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("Content-Type")).toContain("application/problem+json");
  expect(((await answer.json()) as { detail: string }).detail.length).toBeGreaterThan(10);
});

test("a program sends by its token; who only reads may not send", async () => {
  const [planner] = await site.db.execute<{ accountId: Id; organisationId: Id; name: string }>(sql`
    select id as "accountId", organisation_id as "organisationId", name from account
     where email = 'planner@demo.example'`);
  const token = await createApiToken(site.db, planner!, "prøve", new Date());
  const byToken = await fetch(`${site.origin}/api/v1/observations`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify({ source: "program", kind: "count", items: [at(1, 1, 1)] }),
  });
  expect(await byToken.json()).toEqual({ added: 1, duplicates: 0, refused: [] });
  expect((await send("manager", { source: "y", kind: "count", items: [at(1, 1, 1)] })).status).toBe(403);
  expect((await send("craftsman", { source: "y", kind: "count", items: [at(1, 1, 1)] })).status).toBe(403);
  const nobody = await fetch(`${site.origin}/api/v1/observations`, { method: "POST", body: "{}" });
  expect([401, 403]).toContain(nobody.status);
});

test("the use of a building is 168 hours a unit, with rates; what cannot be read is refused", async () => {
  const cookie = await site.signIn("manager");
  const answer = await site.get(`/api/v1/use?buildingId=${buildingId}&period=term`, cookie);
  expect(answer.status).toBe(200);
  const { items, period } = (await answer.json()) as {
    period: string;
    items: { persons: number[]; utilisation: number | null; frequency: number; capacity: number | null }[];
  };
  expect(period).toBe("term");
  expect(items.length).toBeGreaterThan(0);
  for (const { persons, frequency, utilisation, capacity } of items) {
    expect(persons).toHaveLength(168);
    expect(frequency).toBeLessThanOrEqual(1);
    const office = persons.filter((_, index) => index < 120 && index % 24 >= 8 && index % 24 < 17);
    if (capacity) expect(utilisation).toBeCloseTo(office.reduce((a, b) => a + b, 0) / 45 / capacity, 6);
  }
  for (const query of [
    "",
    "buildingId=42",
    `buildingId=${buildingId}&period=autumn`,
    `buildingId=${buildingId}&x=1`,
  ])
    expect((await site.get(`/api/v1/use?${query}`, cookie)).status).toBe(400);
  expect((await site.get(`/api/v1/use?buildingId=${newId()}`, cookie)).status).toBe(404);
});

describe("POST /api/v1/observations on days when clocks change", () => {
  const observe = async (source: string, instants: string[]) => {
    const [space] = await site.db.execute<{ id: Id }>(sql`
      select s.id from space s join use_capacity c on c.space_id = s.id
        join portfolio_row_now r on r.building_id = s.building_id and not r.is_protected
       where s.valid_to is null and not exists (select 1 from use_rollup u where u.space_id = s.id) order by s.id limit 1`);
    const items = instants.map((observedAt, at) => ({
      sequence: at + 1,
      observedAt,
      spaceId: space!.id,
      persons: 4,
    }));
    const answer = await send("planner", { source, kind: "count", items });
    const hours = await site.db.execute<{ hour: number; observed: number }>(sql`
      select week_hour as hour, observed from use_rollup where space_id = ${space!.id} order by week_hour`);
    return { said: (await answer.json()) as object, hours: [...hours] };
  };
  const sunday = 6 * 24;

  test("the hour that comes twice in autumn is seen twice", async () => {
    const { said, hours } = await observe("efterår", [
      "2026-10-25T01:30:00+02:00",
      "2026-10-25T02:30:00+02:00",
      "2026-10-25T02:30:00+01:00",
      "2026-10-25T03:30:00+01:00",
    ]);
    expect(said).toEqual({ added: 4, duplicates: 0, refused: [] });
    expect(hours).toEqual([
      { hour: sunday + 1, observed: 1 },
      { hour: sunday + 2, observed: 2 },
      { hour: sunday + 3, observed: 1 },
    ]);
  });

  test("the hour that is skipped in spring is not seen, and an instant without an offset is refused", async () => {
    const { said, hours } = await observe("forår", [
      "2026-03-29T01:30:00+01:00",
      "2026-03-29T02:30:00+01:00",
      "2026-03-29T04:30:00",
    ]);
    expect(said).toEqual({ added: 2, duplicates: 0, refused: [{ index: 2, reason: "time" }] });
    expect(hours.map(({ hour }) => hour)).toEqual([sunday + 1, sunday + 3]);
  });
});
