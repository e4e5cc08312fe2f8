import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { isWiped } from "./is-wiped.ts";
import type { SyncResult } from "./reach.ts";

export type Link = "online" | "sending" | "offline" | "signedOut";

/** How a page keeps something on the phone: opens its store, reads it, and sends what waits. Made once, outside the page. */
export interface Keeping<Store, Kept> {
  open: () => Promise<Store>;
  read: (store: Store) => Promise<Kept>;
  send: (store: Store) => Promise<SyncResult>;
  isWaiting: (kept: Kept) => boolean;
}

/** How long the phone waits before it tries again what could not be sent. */
const retryMs = 30_000;

/**
 * What a phone keeps for a page, as it is now, and whether all of it has been sent. `lay` puts what the page came with
 * into the store first; `change` does something with the store, shows it and sends it; `keep` only does it.
 */
export function useKept<Store, Kept>(
  first: Kept,
  keeping: Keeping<Store, Kept>,
  lay: (store: Store) => Promise<void>,
) {
  const [kept, setKept] = useState<Kept>(first);
  const [link, setLink] = useState<Link>("online");
  const store = useRef<Promise<Store> | null>(null);
  const running = useRef<Promise<void> | null>(null);
  const opened = useCallback(() => (store.current ??= keeping.open()), [keeping]);

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
      const result = await keeping.send(db);
      setKept(await keeping.read(db));
      setLink(result === "sent" ? "online" : result);
    };
    const run = () => round().catch(wiped);
    // One at a time; whoever asks meanwhile is served by another round after it.
    return (running.current = (running.current ?? Promise.resolve()).then(run, run));
  }, [opened, wiped, keeping]);

  useEffect(() => {
    const begin = async () => {
      const db = await opened();
      await lay(db);
      setKept(await keeping.read(db));
      await sync();
    };
    void begin().catch(wiped);
  }, [lay, opened, sync, wiped, keeping]);
  useReturn(sync, link, keeping.isWaiting(kept));

  const change = useMemo(
    () => (work: (db: Store) => Promise<unknown>) =>
      opened()
        .then(async (db) => {
          await work(db);
          setKept(await keeping.read(db));
          await sync();
        })
        .catch(wiped),
    [opened, sync, wiped, keeping],
  );
  const keep = useMemo(
    () => (work: (db: Store) => Promise<unknown>) => opened().then(work).catch(wiped),
    [opened, wiped],
  );
  return { kept, link, sync, change, keep };
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
