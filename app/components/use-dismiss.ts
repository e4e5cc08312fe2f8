import { useEffect } from "react";
import type { RefObject } from "react";

/**
 * Closes an open `details` on Escape (the focus goes back to its summary), on a click or focus outside it, and when a
 * link in it is followed: what was chosen is on the page then.
 */
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
    const onChoice = ({ target }: MouseEvent) => {
      const link = target instanceof Element ? target.closest("a") : null;
      if (link && details.current?.contains(link)) details.current.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onChoice);
    document.addEventListener("pointerdown", onLeave);
    document.addEventListener("focusin", onFocus);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onChoice);
      document.removeEventListener("pointerdown", onLeave);
      document.removeEventListener("focusin", onFocus);
    };
  }, [details]);
}
