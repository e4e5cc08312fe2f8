import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { runDuePeriodicWork } from "#app/jobs/runner/run-periodic.ts";
import { runDueWork, type WorkHandlers } from "#app/jobs/runner/run-work.ts";
import { claimWork } from "#db/commands/outbox/claim-work.ts";
import { finishWork } from "#db/commands/outbox/settle-work.ts";
import { queueWork } from "#db/commands/queue-work.ts";
import { MOST_ATTEMPTS } from "#domain/work/retry.ts";
import type { Id } from "#domain/id.ts";
import { useDatabase } from "../../helpers/database.ts";
import { givenOrganisation } from "../../helpers/people.ts";
import { outboxOf } from "../../helpers/small-case.ts";

const database = useDatabase();
const log = { warn: () => undefined, error: () => undefined };
let organisationId: Id;
let now = new Date("2026-11-20T09:00:00Z");
const clock = () => now;
const later = (ms: number) => (now = new Date(now.getTime() + ms));

beforeEach(async () => {
  await database.db.execute(sql`delete from outbox`);
  organisationId = await givenOrganisation(database.db);
});

const queue = (key: string, kind = "probe") =>
  queueWork(database.db, organisationId, { kind, key, payload: { key }, dueAt: now });

const runWith = (handlers: WorkHandlers) => runDueWork({ db: database.db, handlers, log, clock });

test("the same kind and key is queued once and done once", async () => {
  const done: string[] = [];
  await queue("a");
  await queue("a");
  const handlers: WorkHandlers = { probe: { outside: async (work) => void done.push(work.key) } };
  await runWith(handlers);
  await runWith(handlers);
  expect(done).toEqual(["a"]);
});

test("what is not due and what nobody handles is left alone", async () => {
  await queueWork(database.db, organisationId, {
    ...{ kind: "probe", key: "tomorrow", payload: {}, dueAt: new Date(now.getTime() + 86_400_000) },
  });
  await queue("b", "unheardOf");
  expect(await runWith({ probe: { outside: async () => expect.unreachable() } })).toBe(0);
});

test("two runners at once share the work and do none of it twice", async () => {
  for (let n = 0; n < 40; n++) await queue(`n${n}`);
  const done: string[] = [];
  const handlers: WorkHandlers = { probe: { outside: async (work) => void done.push(work.key) } };
  const runner = async () => {
    while ((await runWith(handlers)) > 0);
  };
  await Promise.all([runner(), runner(), runner()]);
  expect(done).toHaveLength(40);
  expect(new Set(done).size).toBe(40);
});

test("whoever dies between taking and doing leaves work that is done by another, once, when the lease ends", async () => {
  await queue("c");
  const claim = { kinds: ["probe"], most: 10, leaseMs: 60_000 };
  expect(await claimWork(database.db, claim, now)).toHaveLength(1);
  const done: string[] = [];
  const handlers: WorkHandlers = { probe: { outside: async (work) => void done.push(work.key) } };
  await runWith(handlers);
  expect(done).toEqual([]);
  later(60_001);
  await runWith(handlers);
  await runWith(handlers);
  expect(done).toEqual(["c"]);
});

test("whoever was believed dead and comes back does not write a second time", async () => {
  await queue("d");
  let writes = 0;
  const [slow] = await claimWork(database.db, { kinds: ["probe"], most: 1, leaseMs: 1_000 }, now);
  later(2_000);
  const handlers: WorkHandlers = { probe: { within: async () => void writes++ } };
  await runWith(handlers);
  expect(await finishWork(database.db, slow!, now)).toBe(false);
  expect(writes).toBe(1);
});

test("writes of work that fails are undone, the error is kept, and it is tried again later and longer each time", async () => {
  await queue("e");
  const handlers: WorkHandlers = {
    probe: {
      within: async (tx, work) => {
        await queueWork(tx, organisationId, { kind: "after", key: work.key, payload: {}, dueAt: now });
        throw new Error("the world is closed");
      },
    },
  };
  const waits: number[] = [];
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    expect(await runWith(handlers)).toBe(1);
    expect(await runWith(handlers)).toBe(0);
    const [row] = await outboxOf(database.db, "probe");
    expect(row).toMatchObject({ attempts: attempt, doneAt: null, lastError: "the world is closed" });
    waits.push(new Date(row!.dueAt).getTime() - now.getTime());
    now = new Date(row!.dueAt);
  }
  expect(await outboxOf(database.db, "after")).toEqual([]);
  expect((await outboxOf(database.db, "probe"))[0]!.gaveUpAt).not.toBeNull();
  expect(waits.slice(0, 4)).toEqual([30_000, 120_000, 480_000, 1_920_000]);
  expect(await runWith(handlers)).toBe(0);
});

test("one that fails does not hold up the others", async () => {
  for (const key of ["bad", "good1", "good2"]) await queue(key);
  const done: string[] = [];
  await runWith({
    probe: {
      outside: async (work) => {
        if (work.key === "bad") throw new Error("no");
        done.push(work.key);
      },
    },
  });
  expect(done.sort()).toEqual(["good1", "good2"]);
});

describe("work by the clock", () => {
  const runs: string[] = [];
  let isBroken = false;
  const works = {
    tidy: {
      everyMs: 60_000,
      run: async (_db: unknown, of: Id) => {
        if (of !== organisationId) return;
        runs.push("tidy");
        if (isBroken) throw new Error("no broom");
      },
    },
  };
  const runAs = (holder: string) => runDuePeriodicWork({ db: database.db, works, holder, log, clock });

  test("two servers at once do it once, and again when it is due", async () => {
    await Promise.all([runAs("one"), runAs("two")]);
    expect(runs.splice(0)).toEqual(["tidy"]);
    later(59_000);
    await runAs("two");
    expect(runs.splice(0)).toEqual([]);
    later(1_001);
    await runAs("two");
    expect(runs.splice(0)).toEqual(["tidy"]);
  });

  test("its error is kept for the administrators until it goes well again", async () => {
    isBroken = true;
    await runAs("one");
    const state = async () =>
      (
        await database.db.execute<{ lastError: string; holder: string | null }>(sql`
          select last_error as "lastError", holder from periodic_work where organisation_id = ${organisationId}`)
      )[0];
    expect(await state()).toEqual({ lastError: "no broom", holder: null });
    isBroken = false;
    later(61_000);
    await runAs("one");
    expect(await state()).toEqual({ lastError: "", holder: null });
  });
});
