import { useCallback, useMemo } from "react";
import { keepWorklist, openWorkStore, replaceCommands, type WorkStore } from "#app/offline/work-store.ts";
import { syncWork } from "#app/offline/sync-work.ts";
import { useKept, type Keeping } from "#app/offline/use-kept.ts";
import { useWorker } from "#app/offline/use-worker.ts";
import { newId } from "#domain/id.ts";
import type { OrderEventForm } from "#domain/order/order-event.ts";
import {
  expectedOrder,
  rebased,
  type ExpectedOrder,
  type QueuedCommand,
} from "#domain/work/queued-command.ts";
import type { Worklist } from "#domain/work/work-order.ts";

/** What the person gives: an event on an order, without what the phone adds to it. */
export type Given = Pick<OrderEventForm, "event" | "reason" | "payload">;

interface Kept {
  worklist: Worklist | null;
  commands: QueuedCommand[];
  photos: { id: string; orderId: string }[];
}

const keeping: Keeping<WorkStore, Kept> = {
  open: openWorkStore,
  read: async (store) => ({
    worklist: (await store.get("worklist", "own")) ?? null,
    commands: await store.getAll("commands"),
    photos: (await store.getAll("photos")).map(({ id, orderId }) => ({ id, orderId })),
  }),
  send: (store) => syncWork(store),
  isWaiting: ({ commands, photos }) => commands.length + photos.length > 0,
};

/**
 * Someone's work on this phone: the list as fetched or kept, what waits to be sent, and how to give more to it. All that
 * is given goes through the phone's own queue first, with network or without.
 */
export function useWork(initial: Worklist | null) {
  const lay = useCallback(
    async (store: WorkStore) => {
      if (initial) await keepWorklist(store, initial);
    },
    [initial],
  );
  const first = { worklist: initial, commands: [], photos: [] };
  const { kept, link, sync, change } = useKept<WorkStore, Kept>(first, keeping, lay);
  useWorker("/work");
  const orders = useMemo(
    () => (kept.worklist?.orders ?? []).map((order) => expectedOrder(order, kept.commands)),
    [kept],
  );
  return { ...kept, orders, link, sync, ...useGiving(change) };
}

/** Puts things into the queue, and decides what becomes of those that the server did not take. */
function useGiving(change: (work: (db: WorkStore) => Promise<unknown>) => Promise<unknown>) {
  return useMemo(() => {
    const give = (order: ExpectedOrder, given: Given) =>
      change((db) => {
        const command: QueuedCommand = {
          ...{ eventId: newId(), orderId: order.id, event: given.event, reason: given.reason ?? "" },
          ...{ payload: given.payload ?? {}, basedOnVersion: order.version, status: "queued" as const },
          happenedAt: new Date().toISOString(),
        };
        return db.put("commands", command);
      });
    const addPhoto = (orderId: string, kind: "before" | "after", picture: Blob) =>
      change((db) => db.put("photos", { id: newId(), orderId, kind, picture }));
    const decide = (order: ExpectedOrder, choice: "send" | "drop") =>
      change((db) => {
        const stuck = order.waiting.filter(({ status }) => status !== "queued");
        return replaceCommands(db, stuck, choice === "send" ? rebased(stuck, order.version, newId) : []);
      });
    return { give, addPhoto, decide };
  }, [change]);
}
