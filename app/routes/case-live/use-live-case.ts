import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

/**
 * Keeps the page of a case up to date while it is in view: asks for its data again when the server says that something
 * happened, and when the connection comes back. Without JavaScript the page is as it was loaded.
 * @example useLiveCase(caseNumber)
 */
export function useLiveCase(number: string): void {
  const { revalidate } = useRevalidator();
  const latest = useRef(revalidate);
  useEffect(() => {
    latest.current = revalidate;
  });
  useEffect(() => {
    let source: EventSource | null = null;
    let wasOpen = false;
    const open = () => {
      source = new EventSource(`/cases/${encodeURIComponent(number)}/live`);
      source.addEventListener("change", () => latest.current());
      source.addEventListener("open", () => {
        if (wasOpen) latest.current();
        wasOpen = true;
      });
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
