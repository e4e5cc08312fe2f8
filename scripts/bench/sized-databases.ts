import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { openDatabase, type DatabaseAddress } from "#db/client.server.ts";
import { startEmbeddedDatabase } from "#db/embedded/start.ts";
import { keepStaleBacklog } from "#db/commands/kept-backlog/keep-backlog.ts";
import { migrateDatabase, MIGRATIONS, readMigrations } from "#db/migrate.server.ts";
import { dayAt } from "#domain/day.ts";
import { loadDemoOnce } from "../load-demo.ts";
import { startPostgres } from "../postgres.ts";
import { doubleElements } from "./double-elements.ts";
import { multiplyPortfolio } from "./multiply-portfolio.ts";

type Say = (text: string) => void;

export interface Databases {
  /** The URL of a database with at least so many buildings: the demo, or copies of it. */
  ofSize: (buildings: number) => Promise<string>;
  /** The URL of a fresh copy of the demo, to be written in. */
  copyOfDemo: () => Promise<string>;
  stop: () => Promise<void>;
}

/** The size that the demo has without copies. */
export const demoSize = 2_000;

/**
 * Databases to measure on a real PostgreSQL with PostGIS: one of our own that is thrown away, or at `server`, where they
 * stay for the next time under names that follow from the migrations.
 */
export async function openDatabases(server: string | null, say: Say): Promise<Databases> {
  const own = server === null ? await startPostgres() : null;
  const url = server ?? own!.url;
  const admin = postgres(url, { max: 1, onnotice: () => undefined });
  // A name of a database has 63 letters at most, however many migrations there are.
  const checksums = readMigrations(MIGRATIONS).map(({ checksum }) => checksum);
  const version = createHash("sha256").update(checksums.join("")).digest("hex").slice(0, 32);
  const at = (database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const ofSize = async (buildings: number): Promise<string> => {
    const name = `bench_${buildings}_${version}`;
    const [found] = await admin`select 1 from pg_database where datname = ${name}`;
    if (found) return at(name);
    const startedAt = performance.now();
    const draft = `${name}_draft`;
    await admin.unsafe(`drop database if exists ${draft} with (force)`);
    if (buildings <= demoSize) {
      await admin.unsafe(`create database ${draft}`);
      await fillWithDemo({ url: at(draft) });
    } else {
      await ofSize(demoSize);
      await admin.unsafe(`create database ${draft} template bench_${demoSize}_${version}`);
      await copyUpTo(buildings, at(draft));
    }
    await admin.unsafe(`alter database ${draft} rename to ${name}`);
    say(
      `${buildings.toLocaleString("en")} buildings made in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
    );
    return at(name);
  };
  const copyOfDemo = async () => {
    await ofSize(demoSize);
    await admin.unsafe("drop database if exists bench_written with (force)");
    await admin.unsafe(`create database bench_written template bench_${demoSize}_${version}`);
    return at("bench_written");
  };
  const stop = async () => {
    await admin.unsafe("drop database if exists bench_written with (force)");
    await admin.end();
    await own?.stop();
  };
  return { ofSize, copyOfDemo, stop };
}

async function fillWithDemo(address: DatabaseAddress): Promise<void> {
  const { db, sql, close } = openDatabase(address, { poolSize: 2 });
  await migrateDatabase(sql);
  await loadDemoOnce(db, new Date(), () => undefined);
  await doubleElements(db, sql, dayAt(new Date()));
  await sql.unsafe("vacuum analyze");
  await close();
}

async function copyUpTo(buildings: number, url: string): Promise<void> {
  const { db, sql, close } = openDatabase({ url }, { poolSize: 1 });
  await multiplyPortfolio(sql, buildings);
  const [organisation] = await sql<{ id: string }[]>`
    select id, place_in_backlog_blocks(id, null, ${dayAt(new Date())}::date) from organisation`;
  await sql.unsafe("analyze building_backlog, backlog_block");
  await keepStaleBacklog(db, organisation!.id, new Date());
  await sql.unsafe("vacuum analyze");
  await close();
}

/** The embedded database with the demo, in memory and gone afterwards. */
export async function openEmbedded(): Promise<{ address: DatabaseAddress; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), "ejendomsportalen-bench-"));
  const embedded = await startEmbeddedDatabase({ dataDir });
  await fillWithDemo(embedded.connection);
  const stop = async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { address: embedded.connection, stop };
}
