import { describe, expect, it } from "vitest";
import { rowWindow } from "#app/routes/portfolio/use-row-window.ts";

describe("the window of a long list", () => {
  it("draws a short list whole", () => {
    expect(rowWindow(200, 50, { top: 9_000, height: 500 })).toEqual({
      first: 0,
      end: 200,
      above: 0,
      below: 0,
    });
  });

  it("draws what is in sight and a little more, and keeps the height of the rest", () => {
    const { first, end, above, below } = rowWindow(1_000, 50, { top: 5_000, height: 500 });
    expect(first).toBe(88);
    expect(end).toBe(122);
    expect(above + (end - first) * 50 + below).toBe(1_000 * 50);
  });

  it("never leaves the list, however far it is scrolled", () => {
    const { first, end, below } = rowWindow(300, 50, { top: 1e9, height: 500 });
    expect(first).toBeLessThanOrEqual(300);
    expect(end).toBe(300);
    expect(below).toBe(0);
  });
});
