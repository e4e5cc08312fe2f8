import { date, doublePrecision, pgTable, real, text, uuid } from "drizzle-orm/pg-core";
import { meterKinds } from "#domain/meter/meter.ts";

/* Meters and what they counted. Constraints live in db/migrations; a test holds the two together. */

export const meter = pgTable("meter", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  kind: text("kind", { enum: meterKinds }).notNull(),
  number: text("number").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const meterMonth = pgTable("meter_month", {
  organisationId: uuid("organisation_id").notNull(),
  meterId: uuid("meter_id").notNull(),
  month: date("month", { mode: "string" }).notNull(),
  amount: doublePrecision("amount").notNull(),
  source: text("source").notNull(),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
});

export const degreeMonth = pgTable("degree_month", {
  organisationId: uuid("organisation_id").notNull(),
  month: date("month", { mode: "string" }).notNull(),
  degreeDays: real("degree_days").notNull(),
  normalDegreeDays: real("normal_degree_days").notNull(),
  source: text("source").notNull(),
});
