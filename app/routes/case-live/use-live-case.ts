import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Keeps the page of a case up to date while it is in view: asks for its data again when the server says that something
 * happened since it was loaded (`loadedAt`, ISO), also while nobody was connected. Without JavaScript the page is as it was loaded.
 * @example useLiveCase(caseNumber, now)
 */
export function useLiveCase(number: string, loadedAt: string): void {
  const { revalidate } = useRevalidator();
  const latest = useRef({ revalidate, loadedAt });
  useEffect(() => {
    latest.current = { revalidate, loadedAt };
  });
  useEffect(() => {
    let source: EventSource | null = null;
    const open = () => {
      const since = new URLSearchParams({ since: latest.current.loadedAt });
      source = new EventSource(`/cases/${encodeURIComponent(number)}/live?${since.toString()}`);
      source.addEventListener("change", () => latest.current.revalidate());
    };
    const close = () => {
      source?.close();
      source = null;
    };
    // Out of sight nobody reads it, and a browser has few connections to one server.
    const follow = () => {
      if (document.visibilityState === "hidden") close();
      else if (!source) open();
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      close();
    };
  }, [number]);
}
