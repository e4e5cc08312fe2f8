import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "#domain/day.ts";
import { readChange } from "#domain/lease/change-form.ts";
import { changeSteps, earliestEnd } from "#domain/lease/change-plan.ts";
import { workingDaysAfter } from "#domain/lease-date/own-deadline.ts";

const terms = {
  ...{
    landlordNoticeMonths: 12,
    tenantNoticeMonths: 6,
    landlordBoundUntil: "2029-01-01",
    tenantBoundUntil: null,
  },
  noticeTo: "monthEnd" as const,
};

test("six months to the end of a month from 20 November is over on 1 June; whoever is bound, not before then", () => {
  expect(earliestEnd(terms, "tenant", "2026-11-20")).toBe("2027-06-01");
  expect(earliestEnd(terms, "landlord", "2026-11-20")).toBe("2029-01-01");
  expect(earliestEnd({ ...terms, noticeTo: "quarterEnd" }, "tenant", "2026-11-20")).toBe("2027-07-01");
  expect(earliestEnd({ ...terms, noticeTo: "anyDay" }, "tenant", "2026-08-31")).toBe("2027-03-01");
  expect(earliestEnd(terms, "both", "2026-11-20")).toBe("2026-11-21");
});

test("notice is never shorter than its months, whatever it runs to", () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2024-01-01", days));
  const to = fc.constantFrom("anyDay" as const, "monthEnd" as const, "quarterEnd" as const);
  fc.assert(
    fc.property(day, to, fc.integer({ min: 0, max: 24 }), (given, noticeTo, months) => {
      const end = earliestEnd({ ...terms, noticeTo, tenantNoticeMonths: months }, "tenant", given);
      const least = earliestEnd(
        { ...terms, noticeTo: "anyDay", tenantNoticeMonths: months },
        "tenant",
        given,
      );
      expect(end >= least && end > given).toBe(true);
      if (noticeTo !== "anyDay") expect(end.endsWith("-01")).toBe(true);
    }),
  );
});

test("eight working days step over weekends and Christmas", () => {
  expect(workingDaysAfter("2026-11-20", 8)).toBe("2026-12-02");
  expect(workingDaysAfter("2026-12-22", 8)).toBe("2027-01-05");
});

test("a termination is confirmed in eight working days; a move-in report may be objected to for fourteen days", () => {
  const days = { receivedOn: "2026-11-20", effectiveOn: "2027-06-01", isComplex: false };
  expect(changeSteps("terminate", days)[0]).toEqual({ key: "confirm", dueOn: "2026-12-02" });
  expect(changeSteps("moveIn", days).at(-1)).toEqual({ key: "objection", dueOn: "2027-06-15" });
  const consent = (isComplex: boolean) => changeSteps("renegotiate", { ...days, isComplex })[0]!.dueOn;
  expect([consent(false), consent(true)]).toEqual(["2026-12-04", "2026-12-18"]);
});

test("a last day as typed becomes the day after, and what cannot be read is named", () => {
  const typed = (text: string) => readChange("terminate", new URLSearchParams(text), "2026-11-20");
  expect(typed("effectiveOn=2027-05-31&reason=Flytter").plan).toMatchObject({
    effectiveOn: "2027-06-01",
    by: "both",
  });
  expect(typed("effectiveOn=2027-02-29&reason=x").faults).toEqual(["effectiveOn"]);
  expect(typed("effectiveOn=2027-05-31").faults).toEqual(["reason"]);
});
