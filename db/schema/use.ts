import { date, integer, pgTable, real, smallint, text, uuid } from "drizzle-orm/pg-core";

/* How buildings are used: typical weeks and room for persons. Constraints live in db/migrations; a test holds the two together. */

export const usePattern = pgTable("use_pattern", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  spaceId: uuid("space_id"),
  period: text("period", { enum: ["term", "holiday", "summer"] }).notNull(),
  /** 168 hours from Monday 0:00. */
  persons: real("persons").array().notNull(),
  personsP95: real("persons_p95").array(),
  source: text("source", { enum: ["booking", "count", "sensor", "estimate"] }).notNull(),
  weeksObserved: smallint("weeks_observed").notNull(),
  confidence: real("confidence").notNull(),
  notedBy: uuid("noted_by"),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const useCapacity = pgTable("use_capacity", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  unitId: uuid("unit_id"),
  spaceId: uuid("space_id"),
  persons: integer("persons").notNull(),
  source: text("source").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});
