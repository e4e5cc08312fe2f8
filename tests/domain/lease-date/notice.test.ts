import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, parseDay } from "#domain/day.ts";
import { earliestEnd as earliestOf } from "#domain/lease/change-plan.ts";
import { endByNotice, lastNoticeDay, type NoticeRule, type NoticeTo } from "#domain/lease/notice.ts";
import { earliestEnd } from "#domain/lease-date/earliest-end.ts";
import { leaseDatesOf } from "#domain/lease-date/lease-dates.ts";
import type { LeaseTerms } from "#domain/lease-date/lease-terms.ts";

const rule = (months: number, to: NoticeTo, boundUntil: string | null = null): NoticeRule => ({
  ...{ months, to, boundUntil },
});
const day = fc.integer({ min: 0, max: 11_000 }).map((days) => addDays("2019-12-25", days));
const to = fc.constantFrom<NoticeTo>("anyDay", "monthEnd", "quarterEnd");
const months = fc.integer({ min: 1, max: 60 });
const runs = { numRuns: 5_000 };

test("half a year's notice for the end of June is given in December, not on New Year's Day", () => {
  const bound = rule(6, "monthEnd", "2027-07-01");
  expect(lastNoticeDay(bound, "2027-07-01")).toBe("2026-12-31");
  expect(endByNotice(bound, "2026-12-31")).toBe("2027-07-01");
  expect(endByNotice(bound, "2027-01-01")).toBe("2027-08-01");
});

test("months' ends and 29 February: a shorter month's end serves every last day of a longer one", () => {
  const toFebruary = (to: NoticeTo, end: string) => lastNoticeDay(rule(6, to), end);
  expect(toFebruary("anyDay", "2027-03-01")).toBe("2026-08-31");
  expect(toFebruary("anyDay", "2028-02-29")).toBe("2027-08-28");
  expect(toFebruary("anyDay", "2028-03-01")).toBe("2027-08-31");
  expect(toFebruary("monthEnd", "2028-03-01")).toBe("2027-08-31");
  expect(toFebruary("monthEnd", "2028-09-01")).toBe("2028-02-29");
  expect(lastNoticeDay(rule(12, "monthEnd"), "2029-03-01")).toBe("2028-02-29");
  expect(lastNoticeDay(rule(3, "quarterEnd"), "2027-07-01")).toBe("2027-03-31");
  // Bound to the middle of a quarter: notice must have run out with the quarter before.
  expect(lastNoticeDay(rule(3, "quarterEnd"), "2027-08-15")).toBe("2027-03-31");
});

const termsOf = ({ months, to: noticeTo, boundUntil }: NoticeRule): LeaseTerms => ({
  ...{ validFrom: "2000-01-01", validTo: null, noticeTo },
  tenant: { noticeMonths: months, boundUntil },
  landlord: { noticeMonths: null, boundUntil: null },
  ...{ adjustsInMonth: null, marketRentFrom: null, marketRentEveryYears: null, options: [] },
  ...{ mustRestore: false, depositOre: 0 },
});

test("notice on the deadline shown ends a lease on the day that was promised, and a day later never does", () => {
  fc.assert(
    fc.property(day, to, months, (until, noticeTo, count) => {
      const bound = rule(count, noticeTo, until);
      const [deadline, leave] = leaseDatesOf(termsOf(bound), "2026-11-20");
      const change = {
        ...{ landlordNoticeMonths: null, tenantNoticeMonths: count, noticeTo },
        ...{ landlordBoundUntil: null, tenantBoundUntil: until },
      };
      expect(deadline!.kind).toBe("noticeDeadline");
      expect(parseDay(deadline!.on)).not.toBeNull();
      expect(earliestOf(change, "tenant", deadline!.on)).toBe(addDays(leave!.on, 1));
      expect(earliestOf(change, "tenant", addDays(deadline!.on, 1)) > until).toBe(true);
    }),
    runs,
  );
});

test("the soonest way out says the last day that still leads to it, and it is never over already", () => {
  fc.assert(
    fc.property(day, day, to, months, (today, until, noticeTo, count) => {
      const bound = rule(count, noticeTo, until);
      const { on, noticeBy } = earliestEnd(termsOf(bound), "tenant", today)!;
      expect(noticeBy! >= today).toBe(true);
      expect(endByNotice(bound, noticeBy!)).toBe(on);
      expect(endByNotice(bound, addDays(noticeBy!, 1)) > on).toBe(true);
    }),
    runs,
  );
});
