import { useEffect, useState } from "react";
import type { RefObject } from "react";

/** Shorter lists are drawn whole: they cost less than watching the scroll would. */
const wholeUpTo = 200;
const overscan = 12;

/** Which rows of a long list are drawn, and the height in pixels of those left out above and below. */
export interface RowWindow {
  first: number;
  end: number;
  above: number;
  below: number;
}

/** The window of rows that a scroll position shows. @example rowWindow(1_000, 50, { top: 5_000, height: 500 }).first // 88 */
export function rowWindow(
  count: number,
  rowHeight: number,
  seen: { top: number; height: number },
): RowWindow {
  if (count <= wholeUpTo) return { first: 0, end: count, above: 0, below: 0 };
  const first = Math.max(0, Math.min(count, Math.floor(seen.top / rowHeight)) - overscan);
  const end = Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + overscan);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}

/** Follows the scrolling of the list's own frame. On paper and before that is known the whole list counts as seen. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): RowWindow {
  const [seen, setSeen] = useState({ top: 0, height: 900 });
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let request = 0;
    const look = () => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() =>
        setSeen({ top: element.scrollTop, height: element.clientHeight }),
      );
    };
    const beforePrint = () => setPrinting(true);
    const afterPrint = () => setPrinting(false);
    element.addEventListener("scroll", look, { passive: true });
    window.addEventListener("resize", look);
    window.addEventListener("beforeprint", beforePrint);
    window.addEventListener("afterprint", afterPrint);
    look();
    return () => {
      cancelAnimationFrame(request);
      element.removeEventListener("scroll", look);
      window.removeEventListener("resize", look);
      window.removeEventListener("beforeprint", beforePrint);
      window.removeEventListener("afterprint", afterPrint);
    };
  }, [scroller, count]);
  if (isPrinting) return { first: 0, end: count, above: 0, below: 0 };
  return rowWindow(count, rowHeight, seen);
}
