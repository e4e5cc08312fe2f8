import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "#domain/id.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
let cookie: string;
let buildingId: string;
let foreignBuildingId: string;

beforeAll(async () => {
  cookie = await site.signIn("leader");
  const { items } = (await (await site.get("/api/v1/buildings?limit=1", cookie)).json()) as {
    items: { id: string }[];
  };
  buildingId = items[0]!.id;
  const [foreign] = await site.db.execute<{ id: string }>(sql`
    select r.building_id as id from portfolio_row_now r where not exists (
      select 1 from portfolio_row_now o where o.building_id = ${buildingId} and o.unit_ids && r.unit_ids) limit 1`);
  foreignBuildingId = foreign!.id;
});

const send = (body: unknown, { key = newId() as string | null, as = cookie } = {}) =>
  fetch(`${site.origin}/api/v1/cases`, {
    method: "POST",
    headers: {
      ...{ Cookie: as, Origin: site.origin, "Content-Type": "application/json" },
      ...(key !== null && { "Idempotency-Key": key }),
    },
    body:
      typeof body === "string"
        ? body
        : JSON.stringify({ buildingId, text: "Ruden er knust", ...(body as object) }),
  });

interface Placed {
  caseNumber: string;
  orders: Record<string, unknown>[];
}

describe("placing a case over the API", () => {
  test("answers 201 with its number and who acts, who pays, by when and why", async () => {
    const answer = await send({ items: [{ itemCode: "window", cause: "burglary" }] });
    expect(answer.status).toBe(201);
    const { caseNumber, orders } = (await answer.json()) as Placed;
    expect(caseNumber).toMatch(/^\d{4}-\d{6}$/);
    expect(answer.headers.get("Location")).toBe(`/api/v1/cases/${caseNumber}`);
    expect(Object.keys(orders[0]!)).toEqual([
      "id",
      "service",
      "executor",
      "payer",
      "respondBy",
      "resolveBy",
      "clause",
    ]);
    expect(orders[0]).toMatchObject({ service: "Vindue", executor: "landlord", payer: "tenant" });
  });

  test("answers the same key with the first body, and with another body 409", async () => {
    const key = newId();
    const first = await (await send({}, { key })).json();
    const again = await send({}, { key });
    expect([again.status, await again.json()]).toEqual([201, first]);
    const other = await send({ text: "Noget andet" }, { key });
    expect([other.status, other.headers.get("Content-Type")]).toEqual([409, "application/problem+json"]);
  });

  test("wants a key", async () => {
    for (const key of [null, "short", "a b c d e f g h"]) {
      const answer = await send({}, { key });
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({ errors: [{ field: "Idempotency-Key" }] });
    }
  });

  test("takes words as they are: script tags, emoji, 10,000 signs", async () => {
    const text = "<script>alert('æøå')</script> 🧯🚿\u0000 \ud800".padEnd(10_000, "x");
    const { caseNumber } = (await (await send({ text })).json()) as Placed;
    const page = await (await site.get(`/cases/${caseNumber}`, cookie)).text();
    expect(page).not.toContain("<script>alert('");
    expect(page).toContain("&lt;script&gt;alert(");
    const file = (await (await site.get(`/api/v1/cases/${caseNumber}`, cookie)).json()) as { text: string };
    expect(file.text).toContain("🧯🚿 \ufffd");
  });

  test.each([
    ["no words", { text: "  " }, "text"],
    ["10,001 signs", { text: "🚿".repeat(10_001) }, "text"],
    ["no building", { buildingId: "42" }, "buildingId"],
    ["a building that is nowhere", { buildingId: newId() }, "buildingId"],
    ["a room that is nowhere", { spaceId: newId() }, "buildingId"],
    ["a position that is none", { position: [200, 91] }, "position.0"],
    ["a position in the sea", { position: [3, 55] }, "position"],
    ["an item that is none", { items: [{ itemCode: "unicorn" }] }, "items.0.itemCode"],
    [
      "a service that is none",
      { items: [{ itemCode: "window" }, { serviceCode: "0000.00" }] },
      "items.1.serviceCode",
    ],
    ["both", { items: [{ itemCode: "window", serviceCode: "1300.02" }] }, "items.0.serviceCode"],
    ["a negative quantity", { items: [{ serviceCode: "1300.02", quantity: -1 }] }, "items.0.quantity"],
    ["a cause that is none", { items: [{ itemCode: "window", cause: "magic" }] }, "items.0.cause"],
    ["twenty-one items", { items: Array.from({ length: 21 }, () => ({ itemCode: "window" })) }, "items"],
    ["a photo of someone else", { photoIds: [newId()] }, "photoIds"],
  ])("refuses %s and names the field", async (_, body, field) => {
    const answer = await send(body);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([422, "application/problem+json"]);
    const { errors } = (await answer.json()) as { errors: { field: string }[] };
    expect(errors.map((error) => error.field)).toContain(field);
  });

  test("refuses what is no JSON, and a building of others", async () => {
    expect((await send("{")).status).toBe(400);
    expect((await send({ buildingId: foreignBuildingId })).status).toBe(422);
  });

  test("is for those who may ask", async () => {
    for (const name of ["auditor", "planner"])
      expect((await send({}, { as: await site.signIn(name) })).status).toBe(403);
    expect((await send({}, { as: await site.signIn("craftsman") })).status).toBe(403);
  });

  test("twenty at once under one key are one case", async () => {
    const key = newId();
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({}, { key })));
    const numbers = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as Placed).caseNumber),
    );
    expect(new Set(numbers).size).toBe(1);
  });
});

describe("reading cases", () => {
  test("gives the time line to the asker and to nobody else outside", async () => {
    const { caseNumber } = (await (await send({})).json()) as Placed;
    const file = (await (await site.get(`/api/v1/cases/${caseNumber}`, cookie)).json()) as Record<
      string,
      unknown
    >;
    expect(file).toMatchObject({
      caseNumber,
      timeline: [{ event: "placed" }],
      orders: [{ state: "received" }],
    });
    expect((await site.get(`/api/v1/cases/${caseNumber}`, await site.signIn("craftsman"))).status).toBe(404);
    expect((await site.get(`/cases/${caseNumber}`, await site.signIn("craftsman"))).status).toBe(404);
    expect((await site.get("/api/v1/cases/2026-999999", cookie)).status).toBe(404);
  });

  test("lists them by pages with the exact total, and names what it cannot read", async () => {
    const page = (await (await site.get("/api/v1/cases?limit=2", cookie)).json()) as {
      items: unknown[];
      total: number;
      nextCursor: string;
    };
    expect(page.items).toHaveLength(2);
    const next = await site.get(`/api/v1/cases?limit=2&cursor=${page.nextCursor}`, cookie);
    expect(((await next.json()) as { total: number }).total).toBe(page.total);
    for (const query of ["cursor=x", "limit=0", "colour=red"])
      expect((await site.get(`/api/v1/cases?${query}`, cookie)).status).toBe(400);
  });

  test("finds a case by its number from the search, within scope", async () => {
    const { caseNumber } = (await (await send({})).json()) as Placed;
    const hits = async (as: string) =>
      ((await (await site.get(`/api/v1/search?q=${caseNumber}`, as)).json()) as { items: { kind: string }[] })
        .items;
    expect(await hits(cookie)).toMatchObject([{ kind: "case", title: caseNumber }]);
    expect(await hits(await site.signIn("manager"))).toHaveLength(1);
    const stranger = await site.signIn("craftsman");
    expect((await site.get(`/api/v1/search?q=${caseNumber}`, stranger)).status).toBe(403);
  });
});
