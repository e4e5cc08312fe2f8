import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  numeric,
  pgTable,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";

/* Sums of backlog and condition that are kept (decision 025). Constraints live in db/migrations; a test holds the two together. */

const ore = (name: string) => bigint(name, { mode: "number" }).notNull();
const day = (name: string) => date(name, { mode: "string" });

const sums = {
  exterior: ore("exterior"),
  interior: ore("interior"),
  tenYearNeed: ore("ten_year_need"),
  modernisation: ore("modernisation"),
  oldOre: ore("old_ore"),
  unopenedOre: ore("unopened_ore"),
  bandOre: doublePrecision("band_ore").notNull(),
  bandSlope: doublePrecision("band_slope").notNull(),
};
const squares = {
  bandSquare: doublePrecision("band_square").notNull(),
  bandCross: doublePrecision("band_cross").notNull(),
  slopeSquare: doublePrecision("slope_square").notNull(),
};

export const backlogBlock = pgTable("backlog_block", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  facet: text("facet").notNull(),
  tenure: text("tenure").notNull(),
  useCode: text("use_code").notNull(),
  useGroup: text("use_group").notNull(),
  districtId: uuid("district_id"),
  mainAdministrationId: uuid("main_administration_id"),
  administrationIds: uuid("administration_ids").array().notNull(),
  isProtected: boolean("is_protected").notNull(),
  keptOn: day("kept_on"),
  holdsUntil: day("holds_until"),
  basis: text("basis"),
  buildings: integer("buildings").notNull(),
  areaM2: doublePrecision("area_m2").notNull(),
  ownedM2: doublePrecision("owned_m2").notNull(),
  ...sums,
  ...squares,
  surveyedOn: day("surveyed_on"),
});

export const buildingBacklog = pgTable("building_backlog", {
  buildingId: uuid("building_id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  blockId: uuid("block_id").notNull(),
  nextOn: day("next_on").notNull(),
  ...sums,
});

export const backlogBlockType = pgTable("backlog_block_type", {
  blockId: uuid("block_id").notNull(),
  organisationId: uuid("organisation_id").notNull(),
  typeCode: text("type_code"),
  buildings: integer("buildings").notNull(),
  ...sums,
  ...squares,
  observedOn: day("observed_on"),
});

export const backlogBlockCell = pgTable("backlog_block_cell", {
  blockId: uuid("block_id").notNull(),
  organisationId: uuid("organisation_id").notNull(),
  condition: smallint("condition").notNull(),
  consequence: smallint("consequence").notNull(),
  elements: integer("elements").notNull(),
  works: integer("works").notNull(),
  amountOre: ore("amount_ore"),
  bypassing: integer("bypassing").notNull(),
});

export const backlogBlockCondition = pgTable("backlog_block_condition", {
  blockId: uuid("block_id").notNull(),
  organisationId: uuid("organisation_id").notNull(),
  typeCode: text("type_code").notNull(),
  condition: smallint("condition"),
  estimatedClass: smallint("estimated_class"),
  elements: integer("elements").notNull(),
  quantity: numeric("quantity", { precision: 16, scale: 2, mode: "number" }).notNull(),
});
