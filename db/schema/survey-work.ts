import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  numeric,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { pointWgs84 } from "./geometry.ts";

/* What surveys saw, element by element, what is to be done, and visits. Constraints live in db/migrations; a test holds the two together. */

export const elementObservation = pgTable("element_observation", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  surveyId: uuid("survey_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  elementId: uuid("element_id").notNull(),
  condition: smallint("condition"),
  grade: text("grade"),
  isGone: boolean("is_gone").notNull().default(false),
  quantity: numeric("quantity", { precision: 12, scale: 2, mode: "number" }),
  note: text("note"),
  observedAt: timestamp("observed_at", { withTimezone: true, mode: "date" }),
});

export const defect = pgTable("defect", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  observationId: uuid("observation_id").notNull(),
  description: text("description").notNull(),
  severity: text("severity", { enum: ["minor", "serious", "critical"] }).notNull(),
  intensity: text("intensity", { enum: ["low", "mid", "high"] }).notNull(),
  extent: numeric("extent", { precision: 5, scale: 4, mode: "number" }).notNull(),
});

export const remedy = pgTable("remedy", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  observationId: uuid("observation_id").notNull(),
  purpose: text("purpose", { enum: ["upkeep", "modernisation"] }).notNull(),
  description: text("description").notNull(),
  priceLineId: uuid("price_line_id"),
  ownPriceOre: bigint("own_price_ore", { mode: "number" }),
  isLumpSum: boolean("is_lump_sum").notNull().default(false),
  shareToRepair: numeric("share_to_repair", { precision: 5, scale: 4, mode: "number" }).notNull(),
  recommendedYear: smallint("recommended_year"),
});

export const observationPhoto = pgTable("observation_photo", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  observationId: uuid("observation_id").notNull(),
  originalKey: text("original_key").notNull(),
  originalType: text("original_type").notNull(),
  publicKey: text("public_key").notNull(),
  thumbnailKey: text("thumbnail_key").notNull(),
  width: integer("width").notNull(),
  height: integer("height").notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  sha256: text("sha256").notNull(),
  takenAt: timestamp("taken_at", { withTimezone: true, mode: "date" }),
  positionWgs84: pointWgs84("position_wgs84"),
  addedAt: timestamp("added_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const surveyCommand = pgTable("survey_command", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id").notNull(),
  surveyId: uuid("survey_id").notNull(),
  outcome: text("outcome", { enum: ["applied", "conflict", "refused"] }).notNull(),
  answer: jsonb("answer").notNull(),
  receivedAt: timestamp("received_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const surveyVisit = pgTable("survey_visit", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  plannedOn: date("planned_on", { mode: "string" }).notNull(),
  surveyorId: uuid("surveyor_id"),
  round: text("round"),
  stop: smallint("stop"),
  note: text("note"),
  surveyId: uuid("survey_id"),
  cancelledAt: timestamp("cancelled_at", { withTimezone: true, mode: "date" }),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
});
