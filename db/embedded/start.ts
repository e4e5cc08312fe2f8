import { prepareCluster, recordCreated } from "./cluster.ts";
import { releaseLock, takeLock } from "./lock.ts";
import { makePlace, placeOf, socketIn } from "./place.ts";
import { startWorker } from "./worker-handle.ts";
import { StartRefusal } from "../start-refusal.ts";

export type EmbeddedSettings = {
  /** Folder that holds all that is kept; the database lives in its `pg`. */
  dataDir: string;
  /** A snapshot file to begin from when there is no database yet. */
  fromSnapshot?: string;
  /** Keep the rows in memory instead of in the data folder: for tests. */
  inMemory?: boolean;
  /** A transaction whose client is silent for so long is rolled back and its connection ended. */
  idleInTransactionMs?: number;
};

export type EmbeddedDatabase = {
  /** Where postgres.js and psql find it: a folder with a socket in it. */
  connection: { host: string; user: string; database: string };
  pid: number;
  /** Writes a snapshot that `fromSnapshot` can begin from, when no transaction is open. */
  dumpSnapshot(file: string): Promise<void>;
  /** Remembers everything as it stands, when no transaction is open: for tests, in memory only. */
  remember(): Promise<void>;
  /**
   * Ends all connections and puts everything back as remembered; false where that cannot be, and the database must not be
   * used any more.
   */
  rewind(): Promise<boolean>;
  /** Resolves with the cause if the database breaks down; never after a `stop`. */
  broken: Promise<Error>;
  /** Ends all connections, closes the database and gives the folder back. Safe to call twice. */
  stop(): Promise<void>;
};

/**
 * Starts the embedded database of a data folder in a worker thread of this process.
 *
 * @throws StartRefusal when another process has the folder, or when the database in it cannot be opened
 * @example const database = await startEmbeddedDatabase({ dataDir: ".data" })
 */
export async function startEmbeddedDatabase(settings: EmbeddedSettings): Promise<EmbeddedDatabase> {
  const place = placeOf(settings.dataDir);
  makePlace(place);
  const lock = await takeLock(place);
  try {
    const isNew = settings.inMemory || prepareCluster(place);
    const worker = startWorker({
      source: {
        folder: settings.inMemory ? null : place.cluster,
        snapshot: isNew ? (settings.fromSnapshot ?? null) : null,
      },
      socketPath: socketIn(lock.socketFolder),
      idleInTransactionMs: settings.idleInTransactionMs ?? 15_000,
    });
    await worker.started;
    if (isNew && !settings.inMemory) recordCreated(place);
    let stopping: Promise<void> | undefined;
    return {
      connection: { host: lock.socketFolder, user: "postgres", database: "postgres" },
      pid: process.pid,
      dumpSnapshot: (to) => worker.dump(to),
      remember: () => worker.remember(),
      rewind: () => worker.rewind(),
      broken: worker.broken,
      stop: () => (stopping ??= worker.stop().finally(() => releaseLock(place, lock))),
    };
  } catch (error) {
    releaseLock(place, lock);
    if (error instanceof StartRefusal) throw error;
    throw new StartRefusal(
      `The embedded database in ${place.folder} could not be opened: ${(error as Error).message}`,
      "Restore the data folder from a backup, or set DATA_DIR to another folder to begin anew.",
      { cause: error },
    );
  }
}
