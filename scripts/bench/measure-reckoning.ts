import { drizzle } from "drizzle-orm/postgres-js";
import { sql } from "drizzle-orm";
import type postgres from "postgres";
import { openDatabase, type DatabaseAddress, type Db } from "#db/client.server.ts";
import { reckonBacklog } from "#db/commands/condition/reckon-backlog.ts";
import { keepStatements } from "#db/keep-statements.ts";
import * as schema from "#db/schema/index.ts";
import type { Day } from "#domain/day.ts";
import type { Id } from "#domain/id.ts";
import { median } from "./measure-database.ts";
import type { Line } from "./report.ts";

type Sent = { text: string; values: unknown[] };

/** How much the recomputing of all backlog may take of what its statements take alone. */
const mostOfItsSql = 1.5;
const rounds = 3;

class Undone extends Error {}

/** Notes what goes through a connection; whoever asks begins a list of their own. */
function noting(client: postgres.Sql, sent: Sent[]): postgres.Sql {
  return new Proxy(client, {
    get: (target, key) => {
      if (key === "unsafe")
        return (text: string, values: never[] = [], options: object = {}) => {
          sent.push({ text, values });
          return target.unsafe(text, values, options);
        };
      if (key === "begin")
        return (callback: (inner: postgres.Sql) => unknown) =>
          target.begin((inner) => callback(noting(inner as unknown as postgres.Sql, sent)));
      return Reflect.get(target, key) as unknown;
    },
  });
}

/**
 * Recomputes the backlog and with it the FCI of every building in one transaction that is undone, in turn with the bare
 * statements that this sent, with the same values over the same kind of connection.
 */
export async function measureReckoning(address: DatabaseAddress, on: Day): Promise<Line[]> {
  const { db: plain, sql: wire, close } = openDatabase(address, { poolSize: 1 });
  const kept = keepStatements(wire);
  const sent: Sent[] = [];
  const db = drizzle(noting(kept, sent), { schema }) as unknown as Db;
  const { organisationId, ids, elements } = await readSubject(plain);
  const reckon = () =>
    undone(db.transaction((tx) => reckonBacklog(tx, organisationId, ids, on).then(giveUp)));
  await reckon();
  const statements = sent.slice();
  const bare = () =>
    undone(
      kept.begin(async (tx) => {
        for (const { text, values } of statements) await tx.unsafe(text, values as never[]).raw();
        giveUp();
      }),
    );
  const [servers, bares]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    servers.push(await timed(reckon));
    bares.push(await timed(bare));
  }
  await close();
  const [server, alone] = [median(servers), median(bares)];
  const what = `backlog of ${ids.length.toLocaleString("en")} buildings with ${elements.toLocaleString("en")} elements`;
  return [
    {
      what: `${what}: ${(server / 1000).toFixed(1)} s, ${statements.length} statements alone ${(alone / 1000).toFixed(1)} s`,
      value: `${(server / alone).toFixed(2)} ×`,
      goal: `≤ ${mostOfItsSql} ×`,
      isMet: server <= alone * mostOfItsSql,
    },
  ];
}

async function readSubject(db: Db) {
  const rows = await db.execute<{ id: Id; organisationId: Id; elements: number }>(sql`
    select building_id as id, organisation_id as "organisationId", count(*)::int as elements
      from element group by 1, 2 order by 1`);
  return {
    organisationId: rows[0]!.organisationId,
    ids: rows.map(({ id }) => id),
    elements: rows.reduce((sum, row) => sum + row.elements, 0),
  };
}

const giveUp = (): never => {
  throw new Undone();
};

const undone = (work: Promise<unknown>): Promise<void> =>
  work.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof Undone)) throw error;
    },
  );

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
