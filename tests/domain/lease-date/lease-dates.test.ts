import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#domain/day.ts";
import { asksForAction, levelOf, warningsReached } from "#domain/lease-date/date-level.ts";
import { earliestEnd, type EarliestEnd } from "#domain/lease-date/earliest-end.ts";
import { leaseDatesOf } from "#domain/lease-date/lease-dates.ts";
import type { LeaseTerms } from "#domain/lease-date/lease-terms.ts";
import { ownDeadlineOn } from "#domain/lease-date/own-deadline.ts";

const plain: LeaseTerms = {
  ...{ validFrom: "2016-01-01", validTo: null, noticeTo: "monthEnd" },
  ...{ tenant: { noticeMonths: 6, boundUntil: null }, landlord: { noticeMonths: 6, boundUntil: null } },
  ...{ adjustsInMonth: null, marketRentFrom: null, marketRentEveryYears: null, options: [] },
  ...{ mustRestore: false, depositOre: 0 },
};
const bound = (noticeMonths: number, boundUntil: string) => ({ noticeMonths, boundUntil });
const brief = (terms: LeaseTerms) =>
  leaseDatesOf(terms, "2026-11-20").map(({ on, kind, party }) => `${on} ${kind} ${party}`);

describe("the dates of a lease", () => {
  it("says when notice must be given for the first day that both may leave on, once", () => {
    const terms = { ...plain, tenant: bound(6, "2027-07-01"), landlord: bound(6, "2027-07-01") };
    expect(brief(terms)).toEqual(["2026-12-31 noticeDeadline both", "2027-06-30 firstTermination both"]);
  });

  it("keeps the parties apart where they are bound differently", () => {
    const terms = { ...plain, tenant: bound(3, "2027-07-01"), landlord: bound(12, "2030-07-01") };
    expect(brief(terms)).toEqual([
      "2027-03-31 noticeDeadline tenant",
      "2027-06-30 firstTermination tenant",
      "2029-06-30 noticeDeadline landlord",
      "2030-06-30 firstTermination landlord",
    ]);
  });

  it("finds 29 February where there is one, and the 28th where there is none", () => {
    const until = (day: string) => ({ ...plain, tenant: bound(6, day), landlord: bound(6, day) });
    expect(brief(until("2028-09-01"))[0]).toBe("2028-02-29 noticeDeadline both");
    expect(brief(until("2027-09-01"))[0]).toBe("2027-02-28 noticeDeadline both");
    expect(brief({ ...plain, validTo: "2028-03-01" })).toEqual(["2028-02-29 lastDay both"]);
    const every = { ...plain, marketRentFrom: "2024-02-29", marketRentEveryYears: 4 };
    expect(brief(every)).toEqual(["2028-02-29 marketRent both"]);
    expect(brief({ ...every, marketRentEveryYears: 3 })).toEqual(["2027-02-28 marketRent both"]);
  });

  it("gives the end its restoration before and its deposit after", () => {
    const terms = { ...plain, validTo: "2027-07-01", mustRestore: true, depositOre: 500_000_00 };
    expect(brief(terms)).toEqual([
      "2027-03-30 restoration tenant",
      "2027-06-30 lastDay both",
      "2027-07-30 deposit landlord",
    ]);
  });

  it("lists options by the day to decide, and the next two adjustments alone", () => {
    const option = { kind: "extend", party: "tenant", by: "2027-05-01", effectOn: "2027-11-01", months: 60 };
    const terms: LeaseTerms = { ...plain, adjustsInMonth: 1, options: [option as LeaseTerms["options"][0]] };
    expect(brief(terms)).toEqual([
      "2027-01-01 regulation landlord",
      "2027-05-01 option tenant",
      "2028-01-01 regulation landlord",
    ]);
  });

  it("speaks of nothing that would come after the end, whatever the terms", () => {
    const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays("2015-01-01", days));
    fc.assert(
      fc.property(day, day, fc.integer({ min: 1, max: 24 }), (until, last, months) => {
        const validTo = addDays(last, 1);
        const terms = { ...plain, validFrom: "2014-01-01", validTo, adjustsInMonth: 4 };
        const dates = leaseDatesOf({ ...terms, tenant: bound(months, until) }, "2026-11-20");
        expect(dates.every(({ on, kind }) => on <= last || kind === "deposit")).toBe(true);
        expect([...dates].sort((a, b) => (a.on < b.on ? -1 : 1)).map(({ on }) => on)).toEqual(
          dates.map(({ on }) => on),
        );
      }),
    );
  });
});

describe("the earliest end", () => {
  const asked = (terms: Partial<LeaseTerms>): EarliestEnd | null =>
    earliestEnd({ ...plain, ...terms }, "tenant", "2026-11-20");

  it("runs notice to the first of a month, of a quarter, or to the day", () => {
    expect(asked({})).toEqual({ on: "2027-06-01", noticeBy: "2026-11-30", why: "notice" });
    expect(asked({ noticeTo: "quarterEnd" })?.on).toBe("2027-07-01");
    expect(asked({ noticeTo: "anyDay" })?.on).toBe("2027-05-21");
  });

  it("waits until the party is free, unless the lease ends or may be broken before", () => {
    const tenant = bound(6, "2029-01-01");
    const broken = { kind: "break", party: "tenant", by: "2027-01-31", effectOn: "2027-08-01", months: null };
    const options = [broken] as LeaseTerms["options"];
    expect(asked({ tenant })).toEqual({ on: "2029-01-01", noticeBy: "2028-06-30", why: "bound" });
    expect(asked({ tenant, options })?.why).toBe("breakOption");
    expect(asked({ tenant, options, validTo: "2027-03-01" })?.why).toBe("endsByItself");
    expect(earliestEnd({ ...plain, tenant, options }, "tenant", "2027-02-01")?.why).toBe("bound");
    expect(asked({ validTo: "2026-11-20" })).toBeNull();
    expect(asked({ tenant: { noticeMonths: null, boundUntil: null } })).toBeNull();
  });
});

describe("KEjd's own deadlines", () => {
  it("count working days for a termination, past Christmas and Easter, and plain days for a report", () => {
    expect(ownDeadlineOn("confirmTermination", "2026-12-18")).toBe("2026-12-31");
    expect(ownDeadlineOn("confirmTermination", "2026-03-27")).toBe("2026-04-13");
    expect(ownDeadlineOn("objectToMoveIn", "2028-02-15")).toBe("2028-02-29");
    expect(ownDeadlineOn("consentConversion", "2026-11-20")).toBe("2026-12-04");
    expect(ownDeadlineOn("consentComplexConversion", "2026-11-20")).toBe("2026-12-18");
  });
});

describe("warnings", () => {
  it("tell how near a date is by the nearest of 18, 12, 6 and 3 months", () => {
    const levels = ["2026-11-19", "2026-11-20", "2027-02-20", "2027-02-21", "2028-05-20", "2028-05-21"];
    expect(levels.map((on) => levelOf(on, "2026-11-20"))).toEqual(["past", 3, 3, 6, 18, "later"]);
  });

  it("are reached together when a date is first seen late, and never for one that is past", () => {
    expect(warningsReached("2027-04-01", "2026-11-20")).toEqual([18, 12, 6]);
    expect(warningsReached("2026-11-19", "2026-11-20")).toEqual([]);
    expect(asksForAction("regulation")).toBe(false);
    expect(asksForAction("noticeDeadline")).toBe(true);
  });
});
