import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import {
  isWiped,
  keepWorklist,
  openWorkStore,
  replaceCommands,
  type WorkStore,
} from "#app/offline/work-store.ts";
import { syncWork } from "#app/offline/sync-work.ts";
import { newId } from "#domain/id.ts";
import type { OrderEventForm } from "#domain/order/order-event.ts";
import {
  expectedOrder,
  rebased,
  type ExpectedOrder,
  type QueuedCommand,
} from "#domain/work/queued-command.ts";
import type { Worklist } from "#domain/work/work-order.ts";
import { useWorker } from "./use-worker.ts";

export type Link = "online" | "sending" | "offline" | "signedOut";

/** What the person gives: an event on an order, without what the phone adds to it. */
export type Given = Pick<OrderEventForm, "event" | "reason" | "payload">;

interface Kept {
  worklist: Worklist | null;
  commands: QueuedCommand[];
  photos: { id: string; orderId: string }[];
}

const readKept = async (store: WorkStore): Promise<Kept> => ({
  worklist: (await store.get("worklist", "own")) ?? null,
  commands: await store.getAll("commands"),
  photos: (await store.getAll("photos")).map(({ id, orderId }) => ({ id, orderId })),
});

/** How long the phone waits before it tries again what could not be sent. */
const retryMs = 30_000;

/**
 * Someone's work on this phone: the list as fetched or kept, what waits to be sent, and how to give more to it. All that
 * is given goes through the phone's own queue first, with network or without.
 */
export function useWork(initial: Worklist | null) {
  const [kept, setKept] = useState<Kept>({ worklist: initial, commands: [], photos: [] });
  const [link, setLink] = useState<Link>("online");
  const store = useRef<Promise<WorkStore> | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const opened = useCallback(() => (store.current ??= openWorkStore()), []);

  // Another window has signed out: nothing of what this one holds may be kept any more.
  const wiped = useCallback((error: unknown) => {
    if (!isWiped(error)) throw error;
    store.current = null;
    setLink("signedOut");
  }, []);

  const sync = useCallback(() => {
    const round = async () => {
      const db = await opened();
      setLink("sending");
      const result = await syncWork(db);
      setKept(await readKept(db));
      setLink(result === "sent" ? "online" : result);
    };
    const run = () => round().catch(wiped);
    // One at a time; whoever asks meanwhile is served by another round after it.
    return (running.current = (running.current ?? Promise.resolve()).then(run, run));
  }, [opened, wiped]);

  useEffect(() => {
    const begin = async () => {
      const db = await opened();
      if (initial) await keepWorklist(db, initial);
      setKept(await readKept(db));
      await sync();
    };
    void begin().catch(wiped);
  }, [initial, opened, sync, wiped]);
  useReturn(sync, link, kept.commands.length + kept.photos.length > 0);
  useWorker();

  const orders = useMemo(
    () => (kept.worklist?.orders ?? []).map((order) => expectedOrder(order, kept.commands)),
    [kept],
  );
  return { ...kept, orders, link, sync, ...useGiving(opened, setKept, sync, wiped) };
}

/** Tries again when there is network, when the page is looked at, and now and then while something waits. */
function useReturn(sync: () => Promise<void>, link: Link, isWaiting: boolean) {
  useEffect(() => {
    const again = () => void (document.visibilityState === "visible" && sync());
    window.addEventListener("online", again);
    document.addEventListener("visibilitychange", again);
    const timer = isWaiting && link === "offline" ? setInterval(again, retryMs) : undefined;
    return () => {
      window.removeEventListener("online", again);
      document.removeEventListener("visibilitychange", again);
      clearInterval(timer);
    };
  }, [sync, link, isWaiting]);
}

/** Puts things into the queue, and decides what becomes of those that the server did not take. */
function useGiving(
  opened: () => Promise<WorkStore>,
  setKept: (kept: Kept) => void,
  sync: () => Promise<void>,
  wiped: (error: unknown) => void,
) {
  return useMemo(() => {
    const change = (work: (db: WorkStore) => Promise<unknown>) =>
      opened()
        .then(async (db) => {
          await work(db);
          setKept(await readKept(db));
          await sync();
        })
        .catch(wiped);
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
  }, [opened, setKept, sync, wiped]);
}
