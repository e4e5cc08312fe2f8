import {
  bigint,
  boolean,
  char,
  date,
  integer,
  numeric,
  pgTable,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { pointWgs84, multiPolygonWgs84 } from "./geometry.ts";

/* Property > address > building, and what is true of a building for a time. Constraints live in db/migrations; a test holds the two together. */

export const property = pgTable("property", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  bfeNumber: bigint("bfe_number", { mode: "number" }),
  name: text("name").notNull(),
  source: text("source").notNull(),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
});

export const address = pgTable("address", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  propertyId: uuid("property_id").notNull(),
  darId: uuid("dar_id"),
  street: text("street").notNull(),
  houseNumber: text("house_number").notNull(),
  postcode: char("postcode", { length: 4 }).notNull(),
  town: text("town").notNull(),
  districtId: uuid("district_id"),
  positionWgs84: pointWgs84("position_wgs84"),
});

export const building = pgTable("building", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  propertyId: uuid("property_id").notNull(),
  addressId: uuid("address_id").notNull(),
  bbrId: uuid("bbr_id"),
  bbrNumber: integer("bbr_number"),
  name: text("name").notNull(),
  positionWgs84: pointWgs84("position_wgs84"),
  footprintWgs84: multiPolygonWgs84("footprint_wgs84"),
  positionExcuse: text("position_excuse"),
  state: text("state", { enum: ["registered", "incomplete"] }).notNull(),
  source: text("source").notNull(),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
});

export const buildingVersion = pgTable("building_version", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  tenure: text("tenure", { enum: ["owned", "leasedIn", "outside"] }).notNull(),
  responsibleAdministrationId: uuid("responsible_administration_id"),
  useCode: text("use_code").notNull(),
  bbrStatus: text("bbr_status"),
  builtYear: smallint("built_year"),
  rebuiltYear: smallint("rebuilt_year"),
  heldAreaM2: numeric("held_area_m2", { precision: 12, scale: 2, mode: "number" }).notNull(),
  grossAreaM2: numeric("gross_area_m2", { precision: 12, scale: 2, mode: "number" }),
  housingAreaM2: numeric("housing_area_m2", { precision: 12, scale: 2, mode: "number" }),
  businessAreaM2: numeric("business_area_m2", { precision: 12, scale: 2, mode: "number" }),
  footprintAreaM2: numeric("footprint_area_m2", { precision: 12, scale: 2, mode: "number" }),
  storeys: smallint("storeys"),
  wallCode: text("wall_code"),
  roofCode: text("roof_code"),
  heatingCode: text("heating_code"),
  heatingMediumCode: text("heating_medium_code"),
  isListed: boolean("is_listed").notNull().default(false),
  preservationCode: text("preservation_code"),
  energyLabel: text("energy_label"),
  source: text("source").notNull(),
  method: text("method", { enum: ["register", "measured", "drawing", "estimate"] }).notNull(),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
});

export const buildingUse = pgTable("building_use", {
  code: text("code").primaryKey(),
  nameDa: text("name_da").notNull(),
  nameEn: text("name_en").notNull(),
  useGroup: text("use_group", {
    enum: [
      "school",
      "daycare",
      "sportCulture",
      "socialHealth",
      "administration",
      "housingCommercial",
      "other",
    ],
  }).notNull(),
  isPhasedOut: boolean("is_phased_out").notNull(),
});
