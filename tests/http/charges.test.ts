import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { chargeMonthOf, nextChargePeriod } from "#domain/charge/charge-period.ts";
import { loadDay } from "../helpers/demo-template.ts";
import { useServedApp } from "../helpers/served-app.ts";

const site = useServedApp();
/** The month after the demo's newest run; nothing has been made for it. */
const { text: period } = nextChargePeriod(chargeMonthOf(loadDay));

interface Run {
  id: string | null;
  status: string;
  leases: number;
  totalOre: number;
}
interface Problem {
  status: number;
  title: string;
  detail: string;
  errors?: { field: string; message: string }[];
}

const cookies: Record<string, string> = {};
beforeAll(async () => {
  for (const name of ["manager", "admin", "administration", "leader", "auditor"])
    cookies[name] = await site.signIn(name);
});

async function post<Answer = Run>(account: string, path: string, body: unknown = {}) {
  const answer = await fetch(site.origin + path, {
    method: "POST",
    headers: { Cookie: cookies[account]!, Origin: site.origin, "Content-Type": "application/json" },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: answer.status, answer, body: (await answer.json()) as Answer };
}
async function get<Answer>(account: string, path: string) {
  const answer = await site.get(path, cookies[account]);
  return { status: answer.status, body: (await answer.json()) as Answer };
}
const runsNow = async () =>
  (await site.db.execute<{ n: number }>(sql`select count(*)::int as n from charge_run`))[0]!.n;

test("a run is previewed, made once, approved and issued by turns, and is then the period's for good", async () => {
  const before = await runsNow();
  const dry = await post("manager", "/api/v1/charge-runs", { period, dryRun: true });
  expect(dry).toMatchObject({ status: 200, body: { id: null, status: "preview" } });
  expect(dry.body.totalOre).toBeGreaterThan(1_000_000_00);
  expect(await runsNow()).toBe(before);

  // Twice at the same moment, and once more: one run.
  const asked = await Promise.all([1, 2].map(() => post("manager", "/api/v1/charge-runs", { period })));
  const repeated = await post("manager", "/api/v1/charge-runs", { period });
  const { id } = repeated.body;
  expect(asked.some(({ status }) => status === 201)).toBe(true);
  expect(repeated.status).toBe(200);
  for (const { body } of [...asked, repeated])
    expect(body).toEqual({ id, status: "draft", totalOre: dry.body.totalOre });
  expect(await runsNow()).toBe(before + 1);
  const [kept] = await site.db.execute<{ lines: string; charges: number; doubled: number }>(sql`
    select (select sum(l.amount_ore)::text from charge_line l join charge c on c.id = l.charge_id where c.run_id = ${id}) as lines,
           (select count(*)::int from charge where run_id = ${id} and total_ore <> 0) as charges,
           (select count(*)::int from (select 1 from charge where run_id = ${id} group by contract_id having count(*) > 1) d) as doubled`);
  expect(kept).toEqual({ lines: String(dry.body.totalOre), charges: dry.body.leases, doubled: 0 });

  const decide = (account: string, what: string) =>
    post<Run & Problem>(account, `/api/v1/charge-runs/${id}/${what}`);
  const own = await decide("manager", "approve");
  expect([own.status, own.body.detail]).toEqual([409, "You made the run; another person has to approve it."]);
  expect((await decide("admin", "issue")).status).toBe(409);
  const approvals = await Promise.all([decide("admin", "approve"), decide("admin", "approve")]);
  expect(approvals.map(({ status }) => status).sort()).toEqual([200, 409]);
  const again = await decide("admin", "issue");
  expect([again.status, again.body.detail]).toEqual([
    409,
    "You approved the run; another person has to issue it.",
  ]);
  expect(await decide("manager", "issue")).toMatchObject({
    status: 200,
    body: { id, status: "issued", totalOre: dry.body.totalOre },
  });

  for (const dryRun of [false, true]) {
    const issued = await post<Problem>("manager", "/api/v1/charge-runs", { period, dryRun });
    expect(issued.status).toBe(409);
    expect(issued.answer.headers.get("content-type")).toContain("application/problem+json");
    expect(issued.body.detail).toContain(`${period} has been issued`);
  }
  const wider = `${period.slice(0, 4)}-Q${Math.ceil(Number(period.slice(5)) / 3)}`;
  const overlaps = await post<Problem>("manager", "/api/v1/charge-runs", { period: wider });
  expect([overlaps.status, overlaps.body.detail.includes("no day is charged twice")]).toEqual([409, true]);
});

test("what cannot be read is named by field, and a month without its index by every lease that lacks it", async () => {
  const before = await runsNow();
  for (const [body, field] of [
    [{ period: "2026-13" }, "period"],
    [{ period: "januar" }, "period"],
    [{}, "period"],
    [{ period, dryRun: "yes" }, "dryRun"],
  ] as const) {
    const answer = await post<Problem>("manager", "/api/v1/charge-runs", body);
    expect([answer.status, answer.body.errors![0]!.field]).toEqual([422, field]);
  }
  expect((await post("manager", "/api/v1/charge-runs", "{period")).status).toBe(400);
  const far = await post<Problem>("manager", "/api/v1/charge-runs", { period: "2090-02" });
  expect(far.status).toBe(422);
  expect(far.body.errors!.length).toBeGreaterThan(10);
  expect(far.body.errors![0]!.field).toMatch(/^(KEJD|3P)-/);
  expect(far.body.errors![0]!.message).toMatch(/^the index lacks \d{4}-\d\d$/);
  expect(await runsNow()).toBe(before);
});

test("only who writes every lease makes or decides a run, and each reads of it what is theirs", async () => {
  for (const account of ["administration", "leader", "auditor"])
    expect([account, (await post(account, "/api/v1/charge-runs", { period, dryRun: true })).status]).toEqual([
      account,
      403,
    ]);
  expect(
    (await fetch(`${site.origin}/api/v1/charge-runs`, { method: "POST" })).status,
  ).toBeGreaterThanOrEqual(400);
  type Runs = { items: Run[] };
  const [all, own] = [
    await get<Runs>("manager", "/api/v1/charge-runs"),
    await get<Runs>("leader", "/api/v1/charge-runs"),
  ];
  expect(all.body.items[0]!.totalOre).toBeGreaterThan(own.body.items[0]!.totalOre);
  const none = "00000000-0000-7000-8000-000000000000";
  expect((await post("manager", `/api/v1/charge-runs/${none}/approve`)).status).toBe(404);
  expect((await post("manager", `/api/v1/charge-runs/${all.body.items[0]!.id}/burn`)).status).toBe(404);
  expect((await site.get(`/api/v1/charge-runs/${none}/approve`, cookies.manager)).status).toBe(405);
});

interface Lease {
  id: string;
  number: string;
  kind: string;
  from: string;
  to: string | null;
  yearlyRentOre: number | null;
}
type Leases = { items: Lease[]; total: number; nextCursor: string | null };

test("leases are read as of a day by kind, a page at a time, each by those whose it is", async () => {
  const year = Number(loadDay.slice(0, 4));
  for (const [kind, number] of [
    ["internal", /^KEJD-I-/],
    ["thirdPartyIn", /^(3P-IND|KEJD)-/],
    ["thirdPartyOut", /^KEJD-U-/],
  ] as const) {
    const { status, body } = await get<Leases>("manager", `/api/v1/leases?kind=${kind}&limit=5`);
    expect(status).toBe(200);
    expect(body.items.map((one) => one.kind)).toEqual(body.items.map(() => kind));
    expect(body.total).toBeGreaterThan(5);
    for (const one of body.items) expect(one.number).toMatch(number);
    const next = await get<Leases>(
      "manager",
      `/api/v1/leases?kind=${kind}&limit=5&cursor=${encodeURIComponent(body.nextCursor!)}`,
    );
    expect(next.body.total).toBe(body.total);
    expect(next.body.items.some(({ id }) => body.items.some((one) => one.id === id))).toBe(false);
  }
  const past = await get<Leases>("manager", `/api/v1/leases?on=${year - 5}-01-01&limit=500`);
  for (const { from, to } of past.body.items) {
    expect(from <= `${year - 5}-01-01`).toBe(true);
    expect(to === null || to >= `${year - 5}-01-01`).toBe(true);
  }
  const [all, own] = [
    await get<Leases>("manager", "/api/v1/leases"),
    await get<Leases>("leader", "/api/v1/leases"),
  ];
  expect(own.body.total).toBeGreaterThan(0);
  expect(own.body.total).toBeLessThan(all.body.total);
  for (const query of ["on=2026-02-30", "kind=rent", "limit=0", "cursor=made-up", "colour=red"])
    expect([query, (await get("manager", `/api/v1/leases?${query}`)).status]).toEqual([query, 400]);
});

interface Rent {
  lines: { key: string; label: string; formula: string; inputs: object; amountOre: number }[];
  totalOre: number;
}

test("a lease's rent is told line by line with formula and inputs, months sum to the year, and bad days are named", async () => {
  const { body } = await get<Leases>("manager", "/api/v1/leases?kind=internal&limit=1");
  const { id } = body.items[0]!;
  const year = Number(loadDay.slice(0, 4));
  const rentOf = (from: string, to: string) =>
    get<Rent>("manager", `/api/v1/leases/${id}/rent?from=${from}&to=${to}`);
  const whole = (await rentOf(`${year}-01-01`, `${year + 1}-01-01`)).body;
  expect(whole.totalOre).toBe(whole.lines.reduce((sum, { amountOre }) => sum + amountOre, 0));
  for (const line of whole.lines) {
    expect(line.label.length * line.formula.length).toBeGreaterThan(0);
    expect(Object.keys(line.inputs)).toEqual(
      expect.arrayContaining(["from", "to", "unitYearlyOre", "source"]),
    );
  }
  const first = (month: number) =>
    `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  let months = 0;
  for (let month = 0; month < 12; month++)
    months += (await rentOf(first(month), first(month + 1))).body.totalOre;
  expect(months).toBe(whole.totalOre);
  expect((await rentOf(`${year}-02-30`, `${year + 1}-01-01`)).status).toBe(422);
  expect((await rentOf(`${year}-03-01`, `${year}-03-01`)).status).toBe(422);
  const other = await get("leader", `/api/v1/leases/${id}/rent?from=${year}-01-01&to=${year}-02-01`);
  const own = (await get<Leases>("leader", "/api/v1/leases")).body.items.some((one) => one.id === id);
  expect(other.status).toBe(own ? 200 : 404);
});
