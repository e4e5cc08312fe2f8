import { describe, expect, test } from "vitest";
import { competes, type SurveyTimes } from "#domain/survey/survey-command.ts";

const survey = (
  id: string,
  from: string,
  to: string | null,
  more: Partial<SurveyTimes> = {},
): SurveyTimes => ({
  ...{ id, surveyorId: id, amendsId: null, surveyedOn: from.slice(0, 10) },
  ...{ startedAt: from, signedAt: to, ...more },
});

const first = survey("a", "2026-11-20T08:00:00Z", "2026-11-21T09:00:00Z");

describe("Two surveys of a building", () => {
  test("compete where one began before the other was signed", () => {
    const second = survey("b", "2026-11-21T08:00:00Z", null);
    expect([competes(first, second), competes(second, first)]).toEqual([true, true]);
  });

  test("compete on one day, even one after the other", () => {
    const early = survey("a", "2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z");
    expect(competes(early, survey("b", "2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z"))).toBe(true);
  });

  test("follow one another where the second began later, on another day", () => {
    const second = survey("b", "2026-11-22T08:00:00Z", "2026-11-22T10:00:00Z");
    expect([competes(first, second), competes(second, first)]).toEqual([false, false]);
  });

  test("do not compete where one amends the other, but two amendments of one do", () => {
    const amends = { amendsId: "a", surveyedOn: "2026-11-20" };
    const one = survey("b", "2026-11-22T08:00:00Z", "2026-11-22T10:00:00Z", amends);
    const other = survey("c", "2026-11-25T08:00:00Z", null, amends);
    expect([competes(first, one), competes(one, first), competes(one, other)]).toEqual([false, false, true]);
  });
});
