import { parse } from "csv-parse/sync";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
let manager: string;
let leader: string;

beforeAll(async () => {
  [manager, leader] = [await site.signIn("manager"), await site.signIn("leader")];
});

const read = async (path: string, cookie: string) => {
  const answer = await site.get(path, cookie);
  return { status: answer.status, text: await answer.text(), to: answer.headers.get("Location") };
};

describe("GET /api/v1/suggest", () => {
  const suggest = async (query: string) => {
    const answer = await site.get(`/api/v1/suggest?${query}`, leader);
    return { status: answer.status, body: await answer.json() };
  };

  it("says what a text is about, and what its words say of danger", async () => {
    const { status, body } = await suggest(`text=${encodeURIComponent("vandet sprøjter ud af et rør")}`);
    expect(status).toBe(200);
    expect(body.items[0]).toEqual({ itemCode: "water", score: expect.any(Number) });
    expect(body.signs).toEqual({ cause: null, side: null, danger: "runningWater" });
    expect((await suggest("text=vinduespudser")).body.items[0].serviceCode).toBe("1300.03");
  });

  it("never refuses what someone writes, and says what it cannot read", async () => {
    expect((await suggest("text=")).body.items).toEqual([]);
    expect((await suggest(`text=${encodeURIComponent("🙂<script>alert(1)</script>")}`)).status).toBe(200);
    expect(await suggest("")).toMatchObject({ status: 400, body: { errors: [{ field: "text" }] } });
    expect(await suggest("text=x&buildingId=here")).toMatchObject({
      ...{ status: 400, body: { errors: [{ field: "buildingId" }] } },
    });
    expect(await suggest("text=x&txt=y")).toMatchObject({
      status: 400,
      body: { errors: [{ field: "txt" }] },
    });
    const long = await suggest(`text=${"rude ".repeat(2001)}`);
    expect(long.status).toBe(400);
  });
});

describe("a price from a day", () => {
  const terms = {
    ...{ intent: "terms", validFrom: "2099-01-01", unit: "hour", unitPrice: "399,50", normMinutes: "60" },
    ...{ quality: "4", visitsPerYear: "", priority: "3", approvalAbove: "5000", approver: "leader" },
    source: "Kontrakt (fiktiv)",
  };
  const change = (fields: Record<string, string>, cookie = manager) =>
    site.post("/catalogue/1300.02/edit", { ...terms, ...fields }, cookie);

  it("is kept, shown beforehand, and leaves today's alone", async () => {
    const answer = await change({});
    expect([answer.status, answer.headers.get("Location")]).toEqual([303, "/catalogue/1300.02?saved=1"]);
    const { text } = await read("/catalogue/1300.02", leader);
    expect(text).toContain("Fra 01.01.2099 koster den 399,50");
    expect(text).toContain("365");
    expect(text).not.toContain("/catalogue/1300.02/edit");
  });

  it("that cannot be read is told at its field, and what was typed stays", async () => {
    const answer = await change({ unitPrice: "gratis", source: "Udbud 2099" });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain("Skriv prisen i kroner");
    expect(text).toContain('value="gratis"');
    expect(text).toContain('value="Udbud 2099"');
    expect(await (await change({ validFrom: "2020-01-01" })).text()).toContain("kan ikke få en anden pris");
  });

  it("is for those who keep the catalogue", async () => {
    expect((await change({}, leader)).status).toBe(403);
    expect((await read("/catalogue/1300.02/edit", leader)).status).toBe(403);
    expect((await read("/catalogue/9999.99", leader)).status).toBe(404);
    expect((await change({ intent: "shred" })).status).toBe(422);
  });
});

describe("levels", () => {
  const rowsOf = async (cookie: string) => {
    const answer = await site.get("/catalogue/levels/export?service=1300.01&format=csv", cookie);
    const text = (await answer.text()).replace(/^\uFEFF/, "");
    return parse(text, { delimiter: ";", columns: true }) as Record<string, string>[];
  };

  it("give a leader her own units and nobody else's, a manager all of them", async () => {
    const own = await rowsOf(leader);
    const [count] = await site.db.execute<{ n: number }>(
      sql`select count(*)::int as n from service_level where service_code = '1300.01'`,
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(30);
    expect((await rowsOf(manager)).length).toBe(count!.n);
    const mine = new Set(own.map((row) => row.Enhed));
    const other = (await rowsOf(manager)).find((row) => !mine.has(row.Enhed))!.Enhed!;
    expect((await read("/catalogue/levels", leader)).text).not.toContain(other);
  });

  it("come as a workbook too", async () => {
    const answer = await site.get("/catalogue/levels/export?format=xlsx&kind=daycare", leader);
    expect(answer.headers.get("Content-Type")).toContain("spreadsheetml");
    expect(
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });
});

describe("a recurring order", () => {
  it("is set up by the form without script, seen by its own leader, and stopped", async () => {
    const { text } = await read("/recurring/new?service=1300.02", leader);
    const place = /<option value="([0-9a-f-]{36}:[0-9a-f-]{36})"/.exec(text)![1]!;
    const form = {
      ...{
        place,
        serviceCode: "1300.02",
        quantity: "2",
        description: "Køkkenet",
        pattern: "weekly",
        days: "TU",
      },
      ...{ every: "1", startsOn: "2098-12-01", startsAt: "17:00", endsOn: "", skipsHolidays: "yes" },
    };
    const wrong = await site.post("/recurring/new", { ...form, quantity: "mange" }, leader);
    expect(wrong.status).toBe(422);
    const said = await wrong.text();
    expect(said).toContain("Skriv et antal");
    expect(said).toContain('value="mange"');
    const made = await site.post("/recurring/new", form, leader);
    expect(made.status).toBe(303);
    const to = made.headers.get("Location")!.split("?")[0]!;
    expect((await read(to, leader)).text).toContain("Hver tirsdag kl. 17.00");
    expect((await site.post(to, { intent: "stop" }, leader)).status).toBe(303);
    expect((await read(to, leader)).text).toContain("Stoppet");
    const elsewhere = { ...form, place: `${place.slice(0, 36)}:01900000-0000-7000-8000-000000000000` };
    expect(await (await site.post("/recurring/new", elsewhere, leader)).text()).toContain(
      "Der kan du ikke bestille",
    );
  });
});
