import {
  bigint,
  boolean,
  char,
  date,
  numeric,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  time,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/* The catalogue of services, words for them, levels and what comes again. Constraints live in db/migrations; a test holds the two together. */

export const service = pgTable(
  "service",
  {
    organisationId: uuid("organisation_id").notNull(),
    code: text("code").notNull(),
    serviceGroup: char("service_group", { length: 4 }).notNull(),
    nameDa: text("name_da").notNull(),
    nameEn: text("name_en").notNull(),
    descriptionDa: text("description_da").notNull(),
    descriptionEn: text("description_en").notNull(),
    guidanceDa: text("guidance_da").notNull().default(""),
    guidanceEn: text("guidance_en").notNull().default(""),
    owner: text("owner").notNull(),
    teamId: uuid("team_id"),
    withdrawnOn: date("withdrawn_on", { mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.code] })],
);

export const serviceVersion = pgTable("service_version", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  serviceCode: text("service_code").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  unit: text("unit", { enum: ["piece", "hour", "m2", "visit", "month"] }).notNull(),
  unitPriceOre: bigint("unit_price_ore", { mode: "number" }).notNull(),
  normMinutes: numeric("norm_minutes", { precision: 8, scale: 2, mode: "number" }).notNull(),
  quality: smallint("quality"),
  visitsPerYear: numeric("visits_per_year", { precision: 8, scale: 2, mode: "number" }),
  slaCode: text("sla_code").notNull(),
  priority: smallint("priority").notNull(),
  approvalAboveOre: bigint("approval_above_ore", { mode: "number" }),
  approver: text("approver", { enum: ["leader", "administration", "landlord"] }),
  source: text("source").notNull(),
});

export const serviceSynonym = pgTable("service_synonym", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  term: text("term").notNull(),
  locale: text("locale", { enum: ["da", "en"] }).notNull(),
  itemCode: text("item_code"),
  serviceCode: text("service_code"),
  weight: real("weight").notNull().default(1),
});

export const serviceLevel = pgTable("service_level", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  serviceCode: text("service_code").notNull(),
  areaM2: numeric("area_m2", { precision: 12, scale: 2, mode: "number" }).notNull(),
  quality: smallint("quality").notNull(),
  visitsPerYear: numeric("visits_per_year", { precision: 8, scale: 2, mode: "number" }).notNull(),
  annualPriceOre: bigint("annual_price_ore", { mode: "number" }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  source: text("source").notNull(),
});

export const recurringService = pgTable("recurring_service", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  spaceId: uuid("space_id"),
  serviceCode: text("service_code").notNull(),
  quantity: numeric("quantity", { precision: 12, scale: 2, mode: "number" }).notNull(),
  description: text("description").notNull().default(""),
  rrule: text("rrule").notNull(),
  startsOn: date("starts_on", { mode: "string" }).notNull(),
  startsAt: time("starts_at").notNull(),
  endsOn: date("ends_on", { mode: "string" }),
  leftOut: date("left_out", { mode: "string" }).array().notNull().default([]),
  skipsHolidays: boolean("skips_holidays").notNull().default(true),
  contractId: uuid("contract_id"),
  createdBy: uuid("created_by"),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
  stoppedAt: timestamp("stopped_at", { withTimezone: true, mode: "date" }),
  madeUntil: date("made_until", { mode: "string" }),
});

export const closingPeriod = pgTable("closing_period", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  unitId: uuid("unit_id"),
  name: text("name").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }).notNull(),
});
