import { boolean, date, numeric, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";

/* Floors and spaces; a space keeps its area for life. Constraints live in db/migrations; a test holds the two together. */

export const floor = pgTable("floor", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  level: smallint("level").notNull(),
  areaM2: numeric("area_m2", { precision: 12, scale: 2, mode: "number" }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const space = pgTable("space", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  floorId: uuid("floor_id").notNull(),
  number: text("number").notNull(),
  name: text("name"),
  roomUse: text("room_use"),
  areaM2: numeric("area_m2", { precision: 12, scale: 2, mode: "number" }).notNull(),
  isUndivided: boolean("is_undivided").notNull(),
  replacesSpaceId: uuid("replaces_space_id"),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  source: text("source").notNull(),
  method: text("method", { enum: ["register", "measured", "drawing", "estimate"] }).notNull(),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
});
