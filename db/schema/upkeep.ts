import { bigint, date, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";

/* Surveys, dated backlog estimates and the maintenance ledger. Constraints live in db/migrations; a test holds the two together. */

export const survey = pgTable("survey", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  surveyedOn: date("surveyed_on", { mode: "string" }).notNull(),
  condition: smallint("condition").notNull(),
  source: text("source").notNull(),
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
});
