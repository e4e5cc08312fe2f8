import { date, pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./column-types.ts";

/* What people have said of a lease's dates, what they were warned of, and their calendars. Constraints live in db/migrations; a test holds the two together. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const leaseDateNote = pgTable("lease_date_note", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  contractId: uuid("contract_id").notNull(),
  kind: text("kind").notNull(),
  party: text("party", { enum: ["tenant", "landlord", "both"] }).notNull(),
  onDay: date("on_day", { mode: "string" }).notNull(),
  ownerId: uuid("owner_id"),
  handledAt: instant("handled_at"),
  handledBy: uuid("handled_by"),
  note: text("note").notNull().default(""),
});

export const leaseDateWarning = pgTable(
  "lease_date_warning",
  {
    organisationId: uuid("organisation_id").notNull(),
    accountId: uuid("account_id").notNull(),
    contractId: uuid("contract_id").notNull(),
    kind: text("kind").notNull(),
    party: text("party").notNull(),
    onDay: date("on_day", { mode: "string" }).notNull(),
    months: smallint("months").notNull(),
    warnedAt: instant("warned_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.contractId, t.kind, t.party, t.onDay, t.months] })],
);

export const calendarFeed = pgTable("calendar_feed", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id").notNull(),
  tokenHash: bytea("token_hash").notNull(),
  reach: text("reach", { enum: ["own", "all"] }).notNull(),
  locale: text("locale", { enum: ["da", "en"] }).notNull(),
  createdAt: instant("created_at").notNull(),
  readAt: instant("read_at"),
  revokedAt: instant("revoked_at"),
});
