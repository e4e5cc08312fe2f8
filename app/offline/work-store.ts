import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { QueuedCommand } from "#domain/work/queued-command.ts";
import type { Worklist } from "#domain/work/work-order.ts";

/** A photo that waits to be sent. */
export interface QueuedPhoto {
  id: string;
  orderId: string;
  kind: "before" | "after";
  picture: Blob;
}

interface WorkSchema extends DBSchema {
  worklist: { key: "own"; value: Worklist };
  /** In the order they were given: their ids are made by the clock. */
  commands: { key: string; value: QueuedCommand };
  photos: { key: string; value: QueuedPhoto };
}

const databaseName = "work";

/** What the phone keeps of someone's work: the list as last fetched, and what waits to be sent. */
export type WorkStore = IDBPDatabase<WorkSchema>;

export const openWorkStore = (): Promise<WorkStore> =>
  openDB<WorkSchema>(databaseName, 1, {
    upgrade(db) {
      db.createObjectStore("worklist");
      db.createObjectStore("commands", { keyPath: "eventId" });
      db.createObjectStore("photos", { keyPath: "id" });
    },
  });

/** Keeps a list that was fetched. Another person's is wiped first, with all that waited: this phone has changed hands. */
export async function keepWorklist(store: WorkStore, worklist: Worklist): Promise<void> {
  const before = await store.get("worklist", "own");
  const tx = store.transaction(["worklist", "commands", "photos"], "readwrite");
  if (before && before.accountId !== worklist.accountId) {
    await tx.objectStore("commands").clear();
    await tx.objectStore("photos").clear();
  }
  await tx.objectStore("worklist").put(worklist, "own");
  await tx.done;
}

/** Puts what is left to wait in the place of what was sent. */
export async function replaceCommands(
  store: WorkStore,
  sent: readonly QueuedCommand[],
  left: readonly QueuedCommand[],
): Promise<void> {
  const tx = store.transaction("commands", "readwrite");
  for (const { eventId } of sent) await tx.store.delete(eventId);
  for (const command of left) await tx.store.put(command);
  await tx.done;
}
