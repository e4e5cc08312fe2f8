import { jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { pointWgs84 } from "./geometry.ts";

/* Register files taken in, and rows that wait for someone to say what they are. Constraints live in db/migrations; a test holds the two together. */

export const importRun = pgTable("import_run", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id"),
  fileName: text("file_name").notNull(),
  fileSha256: text("file_sha256").notNull(),
  format: text("format").notNull(),
  appliedAt: timestamp("applied_at", { withTimezone: true, mode: "date" }).notNull(),
  counts: jsonb("counts").notNull(),
});

export const stagedBuilding = pgTable("staged_building", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  bbrId: uuid("bbr_id").notNull(),
  importRunId: uuid("import_run_id").notNull(),
  facts: jsonb("facts").notNull(),
  positionWgs84: pointWgs84("position_wgs84"),
  firstSeenAt: timestamp("first_seen_at", { withTimezone: true, mode: "date" }).notNull(),
  decision: text("decision", { enum: ["confirmed", "rejected"] }),
  reason: text("reason"),
  decidedAt: timestamp("decided_at", { withTimezone: true, mode: "date" }),
  decidedBy: uuid("decided_by"),
  buildingId: uuid("building_id"),
});
