import {
  doublePrecision,
  bigint,
  date,
  integer,
  pgTable,
  real,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

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

export const useFeed = pgTable("use_feed", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  name: text("name").notNull(),
  kind: text("kind", { enum: ["booking", "count", "sensor"] }).notNull(),
});

export const useFeedSpace = pgTable("use_feed_space", {
  organisationId: uuid("organisation_id").notNull(),
  feedId: uuid("feed_id").notNull(),
  spaceId: uuid("space_id").notNull(),
  lastSequence: bigint("last_sequence", { mode: "number" }).notNull(),
  lastObservedAt: timestamp("last_observed_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const observation = pgTable("observation", {
  organisationId: uuid("organisation_id").notNull(),
  feedId: uuid("feed_id").notNull(),
  sequence: bigint("sequence", { mode: "number" }).notNull(),
  observedAt: timestamp("observed_at", { withTimezone: true, mode: "date" }).notNull(),
  buildingId: uuid("building_id").notNull(),
  spaceId: uuid("space_id").notNull(),
  persons: integer("persons").notNull(),
});

export const useDay = pgTable("use_day", {
  organisationId: uuid("organisation_id").notNull(),
  day: date("day", { mode: "string" }).notNull(),
  period: text("period", { enum: ["term", "holiday", "summer"] }).notNull(),
});

/** Of a space: the hour of the week counts from Monday 0:00. */
export const useRollup = pgTable("use_rollup", {
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  kind: text("kind").notNull(),
  year: smallint("year").notNull(),
  period: text("period").notNull(),
  weekHour: smallint("week_hour").notNull(),
  observed: integer("observed").notNull(),
  used: integer("used").notNull(),
  personsSum: bigint("persons_sum", { mode: "number" }).notNull(),
  spaceId: uuid("space_id").notNull(),
  /** The 32 greatest, falling. */
  top: integer("top").array().notNull(),
});

/** Of a building: 168 numbers of each sort, from Monday 0:00. */
export const useRollupWeek = pgTable("use_rollup_week", {
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  kind: text("kind").notNull(),
  year: smallint("year").notNull(),
  period: text("period").notNull(),
  observed: doublePrecision("observed").array().notNull(),
  personsSum: doublePrecision("persons_sum").array().notNull(),
  placesSum: doublePrecision("places_sum").array().notNull(),
});

export const useSeenDay = pgTable("use_seen_day", {
  organisationId: uuid("organisation_id").notNull(),
  spaceId: uuid("space_id").notNull(),
  kind: text("kind").notNull(),
  day: date("day", { mode: "string" }).notNull(),
});
