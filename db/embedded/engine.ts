import { readFile } from "node:fs/promises";
import { writeSync } from "node:fs";

import { PGlite } from "@electric-sql/pglite";
import { btree_gist } from "@electric-sql/pglite/contrib/btree_gist";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { postgis } from "@electric-sql/pglite-postgis";

import type { Batch } from "./batches.ts";
import { readReply, type Reply } from "./replies.ts";
import { rewindable, type Rewindable } from "./rewind.ts";
import { openingPacket } from "./wire.ts";

/** Exit code of the worker when the engine has broken down; the process must start it anew. */
export const BROKEN = 70;

export type EngineSource = {
  /** Folder of the cluster, or null to hold it in memory only. */
  folder: string | null;
  /** A snapshot to begin from, where the folder is new. */
  snapshot: string | null;
};

/**
 * PGlite has no background process that makes checkpoints: the write-ahead log is kept small by `checkpoint`, and by
 * recycling no more of it than this. Nobody replicates from it, so that it need not hold what a replica would need.
 */
const logSettings = ["max_wal_size=32MB", "min_wal_size=32MB", "wal_level=minimal", "max_wal_senders=0"];
/** So much of the log is enough for a checkpoint. */
const LOG_BEFORE_CHECKPOINT = 64 * 1024 * 1024;

/** PGlite as the session uses it: one batch in, the whole answer out, nothing in between. */
export type Engine = {
  execute(batch: Batch): Reply;
  /** What the server says to a new connection, ending in ReadyForQuery. */
  greeting: Buffer;
  dump(): Promise<Buffer>;
  /** Writes what is only in the log to its place, where the log has grown long; a start after a kill then has little to do. */
  checkpoint(): Promise<void>;
  close(): Promise<void>;
} & Rewindable;

/** Starts PGlite with the extensions that the portal uses; creates the cluster where there is none. */
export async function openEngine({ folder, snapshot }: EngineSource): Promise<Engine> {
  const pglite = await PGlite.create({
    dataDir: folder ?? "memory://",
    extensions: { postgis, pg_trgm, btree_gist, unaccent },
    startParams: [...PGlite.defaultStartParams, ...logSettings.flatMap((setting) => ["-c", setting])],
    ...(snapshot === null ? {} : { loadDataDir: new Blob([await readFile(snapshot)]) }),
  });
  endOnBreakdown(pglite);
  await pglite.exec("SET timezone = 'UTC'; ALTER DATABASE postgres SET timezone = 'UTC'");
  const greeting = run(
    pglite,
    openingPacket({ user: "postgres", database: "postgres", client_encoding: "UTF8" }),
  );
  return {
    greeting,
    execute: (batch) => answer(pglite, batch),
    dump: async () => {
      await pglite.exec("CHECKPOINT");
      return Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer());
    },
    checkpoint: async () => {
      const { rows } = await pglite.query<{ long: boolean }>(
        "SELECT pg_current_wal_lsn() - redo_lsn > $1 AS long FROM pg_control_checkpoint()",
        [LOG_BEFORE_CHECKPOINT],
      );
      if (rows[0]?.long) await pglite.exec("CHECKPOINT");
    },
    close: () => pglite.close(),
    ...rewindable(pglite),
  };
}

function answer(pglite: PGlite, batch: Batch): Reply {
  const reply = readReply(run(pglite, Buffer.concat(batch)), batch);
  if (reply.fatal) breakDown(reply.fatal);
  return reply;
}

/**
 * An error leaves PGlite by an exception that does not wind back the stack of the WebAssembly module: without putting
 * it back, some 1,300 errors use it up and every statement fails from then on. Between two calls nothing lives there.
 */
function run(pglite: PGlite, bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  const { ___stack_pointer: stack } = internalsOf(pglite);
  const before = stack.value;
  // The call does its whole work before it returns its promise; the bytes it hands over live in its own memory.
  void pglite.execProtocolRawStream(bytes, {
    syncToFs: false,
    onRawData: (part) => parts.push(Buffer.from(part)),
  });
  stack.value = before;
  return Buffer.concat(parts);
}

type Internals = { _PostgresMainLoopOnce: () => void; ___stack_pointer: { value: number } };

const internalsOf = (pglite: PGlite) => pglite.Module as unknown as Internals;

/**
 * PostgreSQL's own errors cross WebAssembly as a bare value. Anything else (stack overflow, abort, exit) means that
 * the engine is broken, and PGlite, which catches everything, would call it again for ever.
 */
function endOnBreakdown(pglite: PGlite): void {
  const engine = internalsOf(pglite);
  const original = engine._PostgresMainLoopOnce;
  engine._PostgresMainLoopOnce = () => {
    try {
      original();
    } catch (error) {
      if (typeof error === "object") breakDown(String((error as Error).message));
      throw error;
    }
  };
}

function breakDown(reason: string): never {
  writeSync(2, `The embedded database has broken down: ${reason}\n`);
  process.exit(BROKEN);
}
