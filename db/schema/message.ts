import { jsonb, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

/* What waits to be done, what comes again by the clock, and what was seen. Constraints live in db/migrations; a test holds the two together. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const outbox = pgTable("outbox", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  kind: text("kind").notNull(),
  key: text("key").notNull(),
  payload: jsonb("payload").notNull(),
  createdAt: instant("created_at").notNull(),
  dueAt: instant("due_at").notNull(),
  attempts: smallint("attempts").notNull().default(0),
  doneAt: instant("done_at"),
  gaveUpAt: instant("gave_up_at"),
  lastError: text("last_error").notNull().default(""),
});

export const caseSeen = pgTable(
  "case_seen",
  {
    accountId: uuid("account_id").notNull(),
    caseId: uuid("case_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    seenAt: instant("seen_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.caseId] })],
);

export const periodicWork = pgTable(
  "periodic_work",
  {
    organisationId: uuid("organisation_id").notNull(),
    name: text("name").notNull(),
    dueAt: instant("due_at").notNull(),
    holder: text("holder"),
    leasedUntil: instant("leased_until"),
    doneAt: instant("done_at"),
    lastError: text("last_error").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.name] })],
);
