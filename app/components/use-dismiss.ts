import { useEffect } from "react";
import type { RefObject } from "react";

/** Closes an open `details` on Escape (the focus goes back to its summary) and on a click or focus outside it. */
export function useDismiss(details: RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const element = details.current;
      if (event.key !== "Escape" || !element?.open) return;
      element.open = false;
      element.querySelector("summary")?.focus();
    };
    const onLeave = (event: Event) => {
      const element = details.current;
      if (element?.open && event.target instanceof Node && !element.contains(event.target))
        element.open = false;
    };
    // A press on plain text inside gives the focus to what can hold it around the menu: that is not leaving it.
    const onFocus = (event: FocusEvent) => {
      const element = details.current;
      if (event.target instanceof Node && element && !event.target.contains(element)) onLeave(event);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onLeave);
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onLeave);
      document.removeEventListener("focusin", onFocus);
    };
  }, [details]);
}
