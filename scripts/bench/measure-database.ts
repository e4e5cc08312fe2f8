import type { Sql } from "postgres";
import { openDatabase, type DatabaseAddress, type Db } from "#db/client.server.ts";
import type { Day } from "#domain/day.ts";
import { listOperations, type Operation } from "./operations.ts";
import { recordStatements, type Waves } from "./recorded.ts";

/** One operation at one size: medians in milliseconds over `times` repetitions. */
export interface Figure {
  operation: Operation;
  serverMs: number;
  bareMs: number;
  times: number;
}

/** Each variant of an operation is sent once for real before, so that caches are as warm for both. */
const variants = 5;
const secondsEach = 4;
const timesEach = { least: 15, most: 300 };

/**
 * Times every operation against the bare SQL that it sends: the same statements with the same values over the same
 * connections in the same way, in turn with it, their rows left as bytes. The difference is what our own code adds.
 */
export async function measureDatabase(address: DatabaseAddress, on: Day): Promise<Figure[]> {
  const { db, sql, close } = openDatabase(address, { poolSize: 8 });
  const figures: Figure[] = [];
  for (const operation of await listOperations(db, on))
    figures.push(await measureOperation(db, sql, operation));
  await close();
  return figures;
}

/** Times one operation against its own bare SQL, the two in turn. */
export async function measureOperation(db: Db, sql: Sql, operation: Operation): Promise<Figure> {
  const recorded: Waves[] = [];
  for (let variant = 0; variant < variants; variant++) {
    recorded.push(await recordStatements(db, (recording) => operation.run(recording, variant)));
  }
  for (const waves of recorded) await sendBare(sql, waves);
  const server: number[] = [];
  const bare: number[] = [];
  const until = performance.now() + secondsEach * 1000;
  const isEnough = () => server.length >= timesEach.most || performance.now() > until;
  while (server.length < timesEach.least || !isEnough()) {
    const variant = server.length % variants;
    const sides = [
      async () => server.push(await timed(async () => JSON.stringify(await operation.run(db, variant)))),
      async () => bare.push(await timed(() => sendBare(sql, recorded[variant]!))),
    ];
    if (Math.floor(server.length / variants) % 2 === 1) sides.reverse();
    for (const side of sides) await side();
  }
  return { operation, serverMs: median(server), bareMs: median(bare), times: server.length };
}

async function sendBare(sql: Sql, waves: Waves): Promise<void> {
  for (const wave of waves) {
    await Promise.all(wave.map(({ text, values }) => sql.unsafe(text, values as never[]).raw()));
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

export const median = (values: number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
