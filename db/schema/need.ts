import { date, integer, numeric, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { PlanKind } from "#domain/colocation/needs/plan-kind.ts";

/* Administrations' long-term plans and what premises they will need. Constraints live in db/migrations. */

export const administrationPlan = pgTable("administration_plan", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  administrationId: uuid("administration_id").notNull(),
  districtId: uuid("district_id"),
  kind: text("kind").$type<PlanKind>().notNull(),
  year: smallint("year").notNull(),
  quantity: integer("quantity").notNull(),
  source: text("source").notNull(),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
});

export const locationNeed = pgTable("location_need", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  administrationId: uuid("administration_id").notNull(),
  name: text("name").notNull(),
  unitKind: text("unit_kind").notNull(),
  districtId: uuid("district_id"),
  areaM2: numeric("area_m2", { precision: 12, scale: 2, mode: "number" }).notNull(),
  neededFrom: date("needed_from", { mode: "string" }).notNull(),
  years: smallint("years").notNull(),
  note: text("note"),
  createdBy: uuid("created_by"),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
});
