import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { createDemoAccounts } from "#db/demo/accounts.ts";
import type { DemoCaseFacts } from "#db/demo/cases/case-facts.ts";
import { generateCases } from "#db/demo/cases/generate-cases.ts";
import { beginDemoCases } from "#db/demo/cases/load-cases.ts";
import { faultKinds } from "#db/demo/cases/need-kinds.ts";
import { readCaseFacts } from "#db/demo/cases/read-case-facts.ts";
import { loadDemo } from "#db/demo/load-demo.ts";
import type { Id } from "#domain/id.ts";
import { stateAfter, type OrderState, type OrderStep } from "#domain/order/order-state.ts";
import { deadlines, type SlaTarget } from "#domain/order/sla.ts";
import { deadlinesWithWaits, waitsOf } from "#domain/order/waiting.ts";
import { useDatabase } from "../helpers/database.ts";

const options = { seed: 2013, loadDay: "2026-11-20" };
const database = useDatabase();
let organisationId: Id;
let facts: DemoCaseFacts;

/** As an older version left it: portfolio and accounts, no cases. Then what a start with this version does. */
beforeAll(async () => {
  organisationId = await loadDemo(database.db, options);
  await createDemoAccounts(database.db, organisationId, options);
  await (await beginDemoCases(database.db, organisationId, options))!();
  facts = { ...(await readCaseFacts(database.db, organisationId, options.loadDay)), passwordHash: "" };
});

const all = <Row extends object>(statement: ReturnType<typeof sql>) =>
  database.db.execute<Row & Record<string, unknown>>(statement);
const one = async <Row extends object>(statement: ReturnType<typeof sql>) => (await all<Row>(statement))[0]!;

test("the same facts, seed and load day make the same rows, and another seed others", () => {
  const hashOf = (seed: number) =>
    createHash("sha256")
      .update(JSON.stringify(generateCases(facts, { ...options, seed, caseCount: 800 })))
      .digest("hex");
  expect(hashOf(2013)).toBe(hashOf(2013));
  expect(hashOf(2014)).not.toBe(hashOf(2013));
});

test("an older demo gets its cases once, and the next case's number follows theirs", async () => {
  const counted = () => one<{ cases: number }>(sql`select count(*)::int as cases from service_case`);
  const { cases } = await counted();
  expect(cases).toBeGreaterThan(7_500);
  expect(await beginDemoCases(database.db, organisationId, options)).toBeNull();
  expect((await counted()).cases).toBe(cases);
  expect(facts.firstNumber).toBe(cases + 1);
});

test("every order's time line is a walk that the rules allow, and ends where the order stands", async () => {
  const orders = await all<{ state: OrderState; steps: [OrderStep, OrderState, OrderState][] }>(sql`
    select o.state, (select coalesce(json_agg(json_build_array(e.event, e.from_state, e.to_state)
                              order by e.happened_at, e.id), '[]') from case_event e where e.order_id = o.id) as steps
      from service_order o`);
  const faulty = orders.filter(({ state, steps }) => {
    let at: OrderState | null = "received";
    for (const [step, from, to] of steps) at = from === at && stateAfter(from, step) === to ? to : null;
    return at !== state;
  });
  expect(orders.length).toBeGreaterThan(9_500);
  expect(faulty).toEqual([]);
});

test("nothing has happened on the load day or later, and nothing before it was asked for", async () => {
  const { late, early } = await one<{ late: number; early: number }>(sql`
    select count(*) filter (where e.happened_at at time zone 'Europe/Copenhagen' > ${options.loadDay}::date)::int as late,
           count(*) filter (where e.happened_at < c.created_at)::int as early
      from case_event e join service_case c on c.id = e.case_id`);
  expect({ late, early }).toEqual({ late: 0, early: 0 });
});

describe("Deadlines are those of the rules", () => {
  interface Due {
    priority: number;
    createdAt: string;
    respondBy: string | null;
    resolveBy: string | null;
    changes: { fromState: string; toState: string; happenedAt: string }[];
  }
  const orders = (reopened: ReturnType<typeof sql>) =>
    all<Due>(sql`
      select o.priority, o.created_at as "createdAt", o.respond_by as "respondBy", o.resolve_by as "resolveBy",
             (select coalesce(json_agg(json_build_object('fromState', e.from_state, 'toState', e.to_state,
                       'happenedAt', e.happened_at) order by e.happened_at, e.id), '[]')
                from case_event e where e.order_id = o.id) as changes
        from service_order o where ${reopened} and not exists (
          select 1 from case_event w where w.order_id = o.id and w.event = 'approve')`);
  const targetOf = (priority: number): SlaTarget => facts.targets.find((one) => one.priority === priority)!;
  const time = (instant: string | null | Date) => instant && new Date(instant).getTime();

  test("from the moment it was sent, moved by the time the asker was waited for", async () => {
    const wrong = (await orders(sql`o.reopened = 0`)).filter(
      ({ priority, createdAt, resolveBy, changes }) => {
        const waits = waitsOf(
          changes.map((change) => ({ ...change, happenedAt: new Date(change.happenedAt) })),
        );
        const due = deadlinesWithWaits(new Date(createdAt), targetOf(priority), waits);
        return time(due.resolveBy) !== time(resolveBy);
      },
    );
    expect(wrong).toEqual([]);
  });

  test("anew from the moment it was opened again", async () => {
    const reopened = await orders(sql`o.reopened = 1`);
    const wrong = reopened.filter(({ priority, resolveBy, changes }) => {
      const again = changes.find(({ toState, fromState }) => toState === "received" && fromState !== null)!;
      return time(deadlines(new Date(again.happenedAt), targetOf(priority)).resolveBy) !== time(resolveBy);
    });
    expect(reopened.length).toBeGreaterThan(200);
    expect(wrong).toEqual([]);
  });
});

test("who bears what adds up to the price of every order, to the øre", async () => {
  const { wrong, right } = await one<{ wrong: number; right: number }>(sql`
    select count(*) filter (where o.price_ore is distinct from s.sum)::int as wrong,
           count(*) filter (where o.price_ore = s.sum)::int as right
      from service_order o left join lateral (
        select sum(x.amount_ore)::bigint as sum from cost_share x where x.order_id = o.id) s on true`);
  expect(wrong).toBe(0);
  expect(right).toBeGreaterThan(5_000);
});

test("a protected unit's case says what is the matter and nothing of the unit", async () => {
  const cases = await all<{ text: string; asker: string; telling: number; actors: string[] }>(sql`
    select c.text, c.asker_name as asker,
           (select count(*)::int from service_order o where o.case_id = c.id and o.description <> '')
             + (case when c.space_id is null and c.position_wgs84 is null and c.asked_by is null then 0 else 1 end) as telling,
           (select json_agg(distinct e.actor_name) from case_event e where e.case_id = c.id
              and position(split_part(u.name, ' (', 1) in e.actor_name || e.reason) > 0) as actors
      from service_case c join unit u on u.id = c.unit_id and u.is_protected`);
  const neutral = new Set(faultKinds.flatMap((fault) => fault.neutral));
  expect(cases.length).toBeGreaterThan(5);
  expect(
    cases.filter(({ text, telling, actors }) => !neutral.has(text) || telling > 0 || actors !== null),
  ).toEqual([]);
  expect(new Set(cases.map(({ asker }) => asker))).toEqual(new Set(["Medarbejder (fiktiv)"]));
});

test("the seasons show: snow in winter, playgrounds in spring, heating when it grows cold", async () => {
  const share = async (item: string, months: number[]) => {
    const { share } = await one<{ share: number }>(sql`
      select (count(*) filter (where extract(month from created_at) = any (${sql.param(months)}::int[])))::float8 / count(*) as share
        from service_order where item_code = ${item}`);
    return share;
  };
  expect(await share("snow", [12, 1, 2, 3])).toBeGreaterThan(0.85);
  expect(await share("playground", [3, 4, 5, 6])).toBeGreaterThan(0.5);
  expect(await share("heating", [10, 11, 12, 1, 2])).toBeGreaterThan(0.65);
});

test("the leader, the craftsman and whoever approves find something to do", async () => {
  const leaders = await one<Record<string, number>>(sql`
    select count(*) filter (where o.state not in ('confirmed', 'closed', 'declined', 'duplicate', 'plannedInBacklog'))::int as open,
           count(*) filter (where o.state = 'awaitingCustomer')::int as asked,
           count(*) filter (where o.state = 'done')::int as done,
           count(*) filter (where o.state = 'plannedInBacklog')::int as backlog
      from service_order o join account a on a.email = 'leader@demo.example' join account_grant g on g.account_id = a.id
     where o.unit_id = any (g.unit_ids)`);
  expect(leaders.open).toBeGreaterThanOrEqual(6);
  expect(leaders).toMatchObject({ asked: 1 });
  expect(leaders.done).toBeGreaterThanOrEqual(1);
  expect(leaders.backlog).toBeGreaterThanOrEqual(2);
  const work = await one<{ today: number }>(sql`
    select count(*)::int as today from service_order o join account a on a.id = o.assigned_to
     where a.email = 'craftsman@demo.example' and o.planned_on = ${options.loadDay}::date and o.state = 'planned'`);
  expect(work.today).toBeGreaterThanOrEqual(5);
  const waiting = await all<{ approver: string }>(sql`
    select approver from order_approval where decided_at is null order by approver`);
  expect(new Set(waiting.map(({ approver }) => approver))).toEqual(
    new Set(["administration", "landlord", "leader"]),
  );
});

test("answers come from some, and are a little better than they were in 2013", async () => {
  const { rated, satisfied } = await one<{ rated: number; satisfied: number }>(sql`
    select (select count(*) from case_rating)::float8 / count(*) as rated,
           (select avg((score >= 4)::int)::float8 from case_rating) as satisfied
      from service_case where closed_at is not null`);
  expect(Math.abs(rated - 0.3)).toBeLessThan(0.03);
  expect(satisfied).toBeGreaterThan(0.34);
  expect(satisfied).toBeLessThan(0.45);
  const opinions = await one<{ repair: number; upkeep: number; rent: number }>(sql`
    select avg((acute_repair >= 4)::int)::float8 as repair, avg((exterior_upkeep <= 2)::int)::float8 as upkeep,
           avg((rent_collection <= 2)::int)::float8 as rent from opinion_invitation where answered_at is not null`);
  expect(Math.abs(opinions.repair - 0.34)).toBeLessThan(0.1);
  expect(Math.abs(opinions.upkeep - 0.64)).toBeLessThan(0.1);
  expect(Math.abs(opinions.rent - 0.23)).toBeLessThan(0.1);
});

test("no trade is active without a price, and one waits for one", async () => {
  const states = await all<{ state: string; priced: boolean }>(sql`
    select distinct state, unit_price_ore is not null as priced from trade_agreement order by state`);
  expect(states).toEqual([
    { state: "active", priced: true },
    { state: "draft", priced: false },
  ]);
});
