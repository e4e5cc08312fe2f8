import { makeRecurringOrders } from "#db/commands/recurring/make-recurring-orders.ts";
import { failLostRuns } from "#db/commands/plan/run-plan.ts";
import { keepStaleBacklog } from "#db/commands/kept-backlog/keep-backlog.ts";
import { derivePatterns } from "#db/commands/use/derive-patterns.ts";
import { keepMonths } from "#db/commands/use/prepare-months.ts";
import { forgetOld } from "#db/commands/outbox/forget-old.ts";
import type { PeriodicWork } from "../runner/run-periodic.ts";
import { closeLongDone } from "./close-long-done.ts";
import { escalateLateOrders } from "./escalate-late-orders.ts";
import { warnOfDates } from "./warn-of-dates.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** What comes again by the clock. */
export const periodicWorks: Readonly<Record<string, PeriodicWork>> = {
  escalate: { everyMs: minuteMs, run: escalateLateOrders },
  closeLongDone: { everyMs: hourMs, run: closeLongDone },
  orderRecurring: {
    everyMs: hourMs,
    run: async (db, organisationId, now) => void (await makeRecurringOrders(db, organisationId, now)),
  },
  warnOfDates: { everyMs: hourMs, run: warnOfDates },
  keepBacklog: { everyMs: minuteMs, run: keepStaleBacklog },
  failLostRuns: { everyMs: minuteMs / 2, run: failLostRuns },
  keepObservationMonths: { everyMs: 6 * hourMs, run: keepMonths },
  deriveUse: { everyMs: 6 * hourMs, run: derivePatterns },
  forgetOld: { everyMs: 6 * hourMs, run: forgetOld },
};
