import { bigint, date, integer, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";

/* Surveys, dated backlog estimates and the maintenance ledger. Constraints live in db/migrations; a test holds the two together. */

export const survey = pgTable("survey", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  surveyedOn: date("surveyed_on", { mode: "string" }).notNull(),
  /** Null while it is being made, and where the whole needs a closer look. */
  condition: smallint("condition"),
  source: text("source").notNull(),
  surveyorId: uuid("surveyor_id"),
  scale: text("scale").notNull().default("1–6"),
  grade: text("grade"),
  note: text("note"),
  amendsId: uuid("amends_id"),
  startedAt: timestamp("started_at", { withTimezone: true, mode: "date" }),
  signedAt: timestamp("signed_at", { withTimezone: true, mode: "date" }),
  version: integer("version").notNull().default(1),
  /** What was finished when this was seen; then it is no survey of the building. */
  workId: uuid("work_id"),
});

export const backlogEstimate = pgTable("backlog_estimate", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  kind: text("kind", { enum: ["exterior", "interior", "tenYearNeed", "modernisation"] }).notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  source: text("source").notNull(),
  method: text("method", { enum: ["survey", "estimate"] }).notNull(),
});

export const maintenanceEntry = pgTable("maintenance_entry", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  bookedOn: date("booked_on", { mode: "string" }).notNull(),
  scope: text("scope", { enum: ["exterior", "interior"] }).notNull(),
  description: text("description").notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  source: text("source").notNull(),
  workId: uuid("work_id"),
  contractId: uuid("contract_id"),
});
