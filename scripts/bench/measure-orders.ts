import { sql as statement } from "drizzle-orm";
import { openDatabase, type Db, type DatabaseAddress } from "#db/client.server.ts";
import { placeCase } from "#db/commands/case/place-case.ts";
import { stepOrder } from "#db/commands/case/step-order.ts";
import type { Actor, Role } from "#domain/actor.ts";
import { CaseForm } from "#domain/case/case-form.ts";
import { newId, type Id } from "#domain/id.ts";
import type { OrderEvent } from "#domain/order/order-event.ts";
import {
  inParallel,
  insertOf,
  readColumns,
  readRows,
  sendTransactions,
  updateOf,
  type BareStatement,
  type ColumnsOf,
} from "./bare-rows.ts";
import { median } from "./measure-database.ts";

/** How many a second, beside bare transactions that write the same rows over as many connections. */
export interface Throughput {
  what: string;
  perSecond: number;
  barePerSecond: number;
  rows: number;
}

const connections = 4;
const rounds = 3;
const casesARound = 200;

type Sql = ReturnType<typeof openDatabase>["sql"];

interface Bench {
  db: Db;
  sql: Sql;
  columns: ColumnsOf;
  leader: Actor;
  manager: Actor;
  buildingIds: Id[];
}

const caseTables = [
  "service_case",
  "service_order",
  "cost_share",
  "case_follower",
  "case_event",
  "outbox",
  "audit_entry",
];

/**
 * Times sending cases and stepping orders against bare INSERT and UPDATE transactions of the very rows they wrote: those
 * are read back, taken away and written again. The demo must be there; what was measured stays in the database.
 */
export async function measureOrders(address: DatabaseAddress): Promise<Throughput[]> {
  const { db, sql, close } = openDatabase(address, { poolSize: connections });
  const columns = await readColumns(sql, [...caseTables, "work_entry"]);
  const leader = await actorOf(db, "leader");
  const manager = await actorOf(db, "manager");
  const buildings = await db.execute<{ id: Id }>(statement`
    select building_id as id from portfolio_row_now r
     where r.unit_ids && ${statement.param(leader.grants[0]!.unitIds)}::uuid[] order by 1`);
  const bench: Bench = { db, sql, columns, leader, manager, buildingIds: buildings.map(({ id }) => id) };
  await sendCases(bench, 20);
  const sends: [number, number][] = [];
  const steps: [number, number][] = [];
  let rows = { send: 0, step: 0 };
  for (let round = 0; round < rounds; round++) {
    const sent = await sendCases(bench, casesARound);
    const bareSend = await againBare(bench, await sentRows(bench, sent.caseIds), sent.caseIds);
    sends.push([sent.perSecond, bareSend.perSecond]);
    const stepped = await stepOrders(bench, sent.caseIds);
    const bareStep = await againBare(bench, await steppedRows(bench, stepped.events), null);
    steps.push([stepped.perSecond, bareStep.perSecond]);
    rows = { send: bareSend.rows, step: bareStep.rows };
  }
  await close();
  const of = (what: string, figures: [number, number][], count: number): Throughput => ({
    what,
    perSecond: median(figures.map(([server]) => server)),
    barePerSecond: median(figures.map(([, bare]) => bare)),
    rows: count,
  });
  return [of("sends", sends, rows.send), of("status changes", steps, rows.step)];
}

async function actorOf(db: Db, key: string): Promise<Actor> {
  const [row] = await db.execute<{
    id: Id;
    organisationId: Id;
    name: string;
    role: Role;
    units: Id[];
  }>(statement`
    select a.id, a.organisation_id as "organisationId", a.name, g.role, g.unit_ids as units
      from account a join account_grant g on g.account_id = a.id where a.email = ${`${key}@demo.example`}`);
  const { id, organisationId, name, role, units } = row!;
  const grants = [{ role, administrationIds: [], unitIds: units }];
  return { accountId: id, organisationId, email: "", name, locale: "da", grants };
}

const kinds = ["toilet", "window", "heating", "lock", "lighting", "drain"];

async function sendCases({ db, leader, buildingIds }: Bench, count: number) {
  const caseNumbers: string[] = [];
  const forms = Array.from({ length: count }, (_, index) =>
    CaseForm.parse({
      buildingId: buildingIds[index % buildingIds.length],
      text: `Der er noget galt i rum ${index + 1}. Vi har sat en seddel på døren.`,
      items: [{ itemCode: kinds[index % kinds.length] }],
    }),
  );
  const startedAt = performance.now();
  await inParallel(forms, connections, async (form) => {
    const answer = await placeCase(db, { kind: "account", actor: leader }, form, newId(), new Date());
    if (!answer.ok) throw new Error(`A send was refused: ${answer.refusal}`);
    caseNumbers.push(answer.value.caseNumber);
  });
  const perSecond = count / ((performance.now() - startedAt) / 1000);
  const rows = await db.execute<{ id: Id }>(
    statement`select id from service_case where number = any (${statement.param(caseNumbers)}::text[])`,
  );
  return { perSecond, caseIds: rows.map(({ id }) => id) };
}

/** Every row of the cases, one list of inserts a case, parents first. */
async function sentRows({ sql, columns }: Bench, caseIds: readonly Id[]): Promise<BareStatement[][]> {
  const whereOf: Record<string, string> = {
    service_case: "id = $1",
    cost_share: "order_id in (select id from service_order where case_id = $1)",
    outbox: "payload ->> 'caseId' = $1::text",
    audit_entry: "entity_id = $1",
  };
  const transactions: BareStatement[][] = [];
  for (const id of caseIds) {
    const statements: BareStatement[] = [];
    for (const table of caseTables)
      for (const row of await readRows(sql, columns, table, whereOf[table] ?? "case_id = $1", [id]))
        statements.push(insertOf(columns, table, row));
    transactions.push(statements);
  }
  return transactions;
}

const steps: { event: OrderEvent; payload?: Record<string, unknown> }[] = [
  { event: "assess" },
  { event: "plan", payload: { plannedOn: "2099-01-05" } },
  { event: "start" },
  { event: "finish", payload: { outcome: "fixed" } },
];

interface Stepped {
  eventId: Id;
  orderId: Id;
  event: OrderEvent;
}

/** Takes every order through four steps; the orders at once, the steps of one after another. */
async function stepOrders({ db, manager }: Bench, caseIds: readonly Id[]) {
  const orders = await db.execute<{ id: Id }>(
    statement`select id from service_order where case_id = any (${statement.param([...caseIds])}::uuid[]) order by id`,
  );
  const events: Stepped[] = [];
  const startedAt = performance.now();
  await inParallel([...orders], connections, async ({ id }) => {
    for (const { event, payload = {} } of steps) {
      const form = { eventId: newId(), orderId: id, event, payload };
      const answer = await stepOrder(db, manager, form, new Date());
      if (!answer.ok) throw new Error(`A step was refused: ${answer.refusal}`);
      events.push({ eventId: form.eventId, orderId: id, event });
    }
  });
  return { perSecond: events.length / ((performance.now() - startedAt) / 1000), events };
}

const changed = ["state", "version", "outcome", "responded_at", "resolved_at", "planned_on", "state_reason"];

/** What each step wrote: its event, its telling and its record, the order changed, hours begun or ended. */
async function steppedRows({ sql, columns }: Bench, events: readonly Stepped[]): Promise<BareStatement[][]> {
  const transactions: BareStatement[][] = [];
  for (const { eventId, orderId, event } of events) {
    const rows = (table: string, where: string, values: unknown[]) =>
      readRows(sql, columns, table, where, values);
    const statements: BareStatement[] = [];
    for (const row of await rows("case_event", "id = $1", [eventId]))
      statements.push(insertOf(columns, "case_event", row));
    for (const row of await rows("outbox", "key = $1::text", [eventId]))
      statements.push(insertOf(columns, "outbox", row));
    for (const row of await rows("audit_entry", "entity_id = $1 and action = $2", [orderId, event]))
      statements.push(insertOf(columns, "audit_entry", row));
    for (const row of await rows("service_order", "id = $1", [orderId]))
      statements.push(updateOf(columns, "service_order", changed, row));
    for (const row of await rows("work_entry", "order_id = $1", [orderId])) {
      if (event === "start") statements.push(insertOf(columns, "work_entry", row));
      if (event === "finish") statements.push(updateOf(columns, "work_entry", ["ended_at", "minutes"], row));
    }
    transactions.push(statements);
  }
  return transactions;
}

/** Takes away what is to be inserted and writes it again, bare. */
async function againBare({ sql }: Bench, transactions: BareStatement[][], caseIds: readonly Id[] | null) {
  if (caseIds) await takeAway(sql, caseIds);
  else await takeAwayInserted(sql, transactions);
  const startedAt = performance.now();
  await sendTransactions(sql, transactions, connections);
  const seconds = (performance.now() - startedAt) / 1000;
  const rows = transactions.flat().length / transactions.length;
  return { perSecond: transactions.length / seconds, rows };
}

async function takeAway(sql: Sql, caseIds: readonly Id[]): Promise<void> {
  const ids = caseIds as string[];
  await sql`delete from outbox where payload ->> 'caseId' = any (${ids}::text[])`;
  await sql`delete from audit_entry where entity_id = any (${ids}::uuid[])`;
  await sql`delete from case_event where case_id = any (${ids}::uuid[])`;
  await sql`delete from case_follower where case_id = any (${ids}::uuid[])`;
  await sql`delete from cost_share where order_id in (select id from service_order where case_id = any (${ids}::uuid[]))`;
  await sql`delete from service_order where case_id = any (${ids}::uuid[])`;
  await sql`delete from service_case where id = any (${ids}::uuid[])`;
}

async function takeAwayInserted(sql: Sql, transactions: BareStatement[][]): Promise<void> {
  for (const { text, values } of transactions.flat()) {
    const table = /^insert into (\w+) \(id,/.exec(text)?.[1];
    if (table) await sql.unsafe(`delete from ${table} where id = $1::text::uuid`, [values[0]!]);
  }
}
