import { describe, expect, test } from "vitest";
import { readBoardSearch, writeBoardSearch } from "#domain/work/board-search.ts";
import { capacityMinutes, loadOf, workingDaysFrom } from "#domain/work/capacity.ts";

const friday = "2026-11-20";
const team = { dailyMinutes: 1000, absenceMinutes: 0, loadMinutes: 0 };

describe("Capacity", () => {
  test("is staff hours × 0.85 less absence, never below nothing, and nothing on a day off", () => {
    expect(capacityMinutes(team, friday)).toBe(850);
    expect(capacityMinutes({ ...team, absenceMinutes: 100 }, friday)).toBe(750);
    expect(capacityMinutes({ ...team, absenceMinutes: 900 }, friday)).toBe(0);
    expect(capacityMinutes(team, "2026-11-21")).toBe(0);
    expect(capacityMinutes(team, "2026-04-06")).toBe(0);
  });

  test.each([
    [0, 0, "free"],
    [764, 764 / 850, "free"],
    [765, 0.9, "full"],
    [850, 1, "full"],
    [851, 851 / 850, "over"],
  ])("with %i minutes planned is %f and %s", (loadMinutes, share, verdict) => {
    expect(loadOf({ ...team, loadMinutes }, friday)).toEqual({ share, verdict });
  });

  test("without any is too much as soon as there is work, and no share is made up", () => {
    expect(loadOf({ ...team, loadMinutes: 1 }, "2026-11-21")).toEqual({ share: null, verdict: "over" });
    expect(loadOf(team, "2026-11-21")).toEqual({ share: null, verdict: "none" });
  });

  test("is shown for working days, one after the other", () => {
    expect(workingDaysFrom("2026-12-23", 4)).toEqual([
      "2026-12-23",
      "2026-12-24",
      "2026-12-28",
      "2026-12-29",
    ]);
  });
});

describe("The board's filters", () => {
  test("are what the address says, and are written back as they were read", () => {
    const team = "01a1fb47-5a5c-78c2-a240-7ba7122feee6";
    const query = `team=${team}&state=received&state=planned&priority=1&q=drypper&clock=overdue&day=2026-11-20`;
    const search = readBoardSearch(new URLSearchParams(query));
    expect(search).toMatchObject({ team, state: ["received", "planned"], priority: [1], clock: "overdue" });
    expect(readBoardSearch(writeBoardSearch(search))).toEqual(search);
  });

  test("leave out what makes no sense", () => {
    const query = "team=1&state=closed&priority=9&clock=never&day=2026-02-30&building=x&q=%20";
    const none = { team: null, state: [], priority: [], building: null, q: "", clock: null, day: null };
    expect(readBoardSearch(new URLSearchParams(query))).toEqual(none);
  });
});
