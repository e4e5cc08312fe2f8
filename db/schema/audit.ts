import { jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";

/* The record of every change; partitioned by year in the database. Constraints live in db/migrations; a test holds the two together. */

export const auditEntry = pgTable(
  "audit_entry",
  {
    id: uuid("id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    accountId: uuid("account_id"),
    actorName: text("actor_name").notNull(),
    action: text("action").notNull(),
    entity: text("entity").notNull(),
    entityId: uuid("entity_id"),
    changes: jsonb("changes").notNull().default({}),
    requestId: text("request_id"),
  },
  (table) => [primaryKey({ columns: [table.id, table.at] })],
);
