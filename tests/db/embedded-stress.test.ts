import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { beforeAll, describe, expect, test } from "vitest";

import { startTestDatabase, useDatabase } from "#tests/helpers/database.ts";
import { openDatabase } from "#db/client.server.ts";

const WORKERS = 25;
const OPERATIONS = 10_000;
const STUCK_MS = 20_000;

const database = useDatabase();
const chance = (most: number) => 1 + Math.floor(Math.random() * most);

beforeAll(async () => {
  await database.sql`create table stress_pair (id int primary key, text text)`;
  await database.sql`insert into stress_pair select n, 'v' || n from generate_series(1, 2000) n`;
  await database.sql`create table stress_account (id int primary key, balance int not null)`;
  await database.sql`insert into stress_account select n, 100 from generate_series(1, 10) n`;
});

/** A failure that the operation is meant to have; anything else is passed on. */
async function meetsError(work: Promise<unknown>, wanted: RegExp): Promise<void> {
  const error = await work.then(
    () => new Error("succeeded"),
    (reason: unknown) => reason as Error,
  );
  if (!wanted.test(error.message)) throw error;
}

async function oneOperation(worker: number, sql: typeof database.sql): Promise<boolean> {
  const kind = Math.random();
  const id = chance(2000);
  if (kind < 0.5) {
    const [row] = await sql`select id, text from stress_pair where id = ${id}`;
    return row?.["id"] === id && row["text"] === `v${id}`;
  }
  if (kind < 0.65) {
    const rows =
      await sql`select id, ${`w${worker}`}::text as who from stress_pair where id between ${id} and ${id + 20} order by id`;
    return rows.every((row, at) => row["id"] === id + at && row["who"] === `w${worker}`);
  }
  if (kind < 0.72) await meetsError(sql`insert into stress_pair values (${id}, 'twice')`, /duplicate key/);
  else if (kind < 0.77) await meetsError(sql`select 1 / ${0}::int`, /division by zero/);
  else if (kind < 0.8) await meetsError(sql`selekt ${id}`, /syntax error/);
  else await transfer(sql);
  return true;
}

/** Moves an amount; one in five is broken off by an error between its two halves. */
async function transfer(sql: typeof database.sql): Promise<void> {
  const amount = chance(60) - 30;
  const isBroken = chance(5) === 1;
  // Always the lower account first: a server with many sessions would rightly break off transfers that cross.
  const [first = 1, second = 1] = [chance(10), chance(10)].sort((one, other) => one - other);
  const work = sql.begin(async (tx) => {
    await tx`update stress_account set balance = balance - ${amount} where id = ${first}`;
    if (isBroken) await tx`select 1 / ${0}::int`;
    await tx`update stress_account set balance = balance + ${amount} where id = ${second}`;
  });
  await (isBroken ? meetsError(work, /division by zero/) : work);
}

const inTime = <T>(work: Promise<T>) =>
  Promise.race([
    work,
    pause(STUCK_MS, undefined, { ref: false }).then(() => Promise.reject(new Error("stuck"))),
  ]);

const balance = async () =>
  (await database.sql`select sum(balance) as total from stress_account`)[0]?.["total"];

test(
  "25 workers, 10,000 mixed operations: none wrong, none stuck, the sum is right",
  { timeout: 120_000 },
  async () => {
    const { sql, close } = openDatabase(database.address, { poolSize: 10 });
    const tally = { right: 0, wrong: 0 };
    const work = async (worker: number) => {
      for (let done = 0; done < OPERATIONS / WORKERS; done++)
        tally[(await inTime(oneOperation(worker, sql))) ? "right" : "wrong"]++;
    };
    await Promise.all(Array.from({ length: WORKERS }, (_, worker) => work(worker)));
    await close();
    expect(tally).toEqual({ right: OPERATIONS, wrong: 0 });
    expect(await balance()).toBe(1000);
  },
);

describe.skipIf(process.env["TEST_DATABASE_URL"])("on the embedded database", () => {
  test("clients killed in the middle of transactions leave nothing behind", { timeout: 60_000 }, async () => {
    const host = "host" in database.address ? database.address.host : "";
    for (let round = 0; round < 10; round++) {
      const client = spawn(process.execPath, [
        resolve(import.meta.dirname, "../helpers/transfers.mjs"),
        host,
      ]);
      await once(client.stdout, "data"); // it is at work
      await pause(chance(150));
      client.kill("SIGKILL");
      expect(await inTime(balance())).toBe(1000);
    }
  });
});

test("a test database of its own can be had beside the shared one", async () => {
  const other = await startTestDatabase();
  const { sql, close } = openDatabase(other.address, { poolSize: 1 });
  expect(await sql`select to_regclass('stress_account') as account`).toEqual([{ account: null }]);
  await close();
  await other.stop();
});
