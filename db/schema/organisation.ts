import {
  boolean,
  char,
  date,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { multiPolygonWgs84 } from "./geometry.ts";

/* Whose portfolio it is, how it is divided, and the figures that are cited rather than counted. Constraints live in db/migrations; a test holds the two together. */

export const organisation = pgTable("organisation", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  municipalityCode: char("municipality_code", { length: 4 }).notNull(),
  outlineWgs84: multiPolygonWgs84("outline_wgs84"),
  demoSeed: integer("demo_seed"),
  loadDay: date("load_day", { mode: "string" }),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});

export const administration = pgTable("administration", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
});

export const unit = pgTable("unit", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  administrationId: uuid("administration_id").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
  kind: text("kind").notNull(),
  isProtected: boolean("is_protected").notNull().default(false),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const district = pgTable("district", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
  outlineWgs84: multiPolygonWgs84("outline_wgs84").notNull(),
  isApproximate: boolean("is_approximate").notNull(),
  source: text("source").notNull(),
});

export const referenceFigure = pgTable(
  "reference_figure",
  {
    organisationId: uuid("organisation_id").notNull(),
    key: text("key").notNull(),
    value: numeric("value", { mode: "number" }).notNull(),
    valueTo: numeric("value_to", { mode: "number" }),
    unit: text("unit").notNull(),
    source: text("source").notNull(),
    asOf: date("as_of", { mode: "string" }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.organisationId, table.key] })],
);
