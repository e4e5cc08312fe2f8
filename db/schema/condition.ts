import {
  bigint,
  date,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/* What is reckoned with, what buildings are made of, prices and indices. Constraints live in db/migrations; a test holds the two together. */

export const assumption = pgTable("assumption", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  key: text("key").notNull(),
  value: numeric("value", { mode: "number" }).notNull(),
  unit: text("unit").notNull(),
  source: text("source").notNull(),
  owner: text("owner").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const elementType = pgTable(
  "element_type",
  {
    organisationId: uuid("organisation_id").notNull(),
    code: text("code").notNull(),
    sfb: text("sfb").notNull(),
    nameDa: text("name_da").notNull(),
    nameEn: text("name_en").notNull(),
    unit: text("unit", { enum: ["m²", "m", "stk", "sum"] }).notNull(),
    scope: text("scope", { enum: ["exterior", "interior"] }).notNull(),
    workGroup: text("work_group").notNull(),
    sortOrder: smallint("sort_order").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.code] })],
);

export const priceList = pgTable("price_list", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  name: text("name").notNull(),
  source: text("source").notNull(),
  priceLevelOn: date("price_level_on", { mode: "string" }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const priceLine = pgTable("price_line", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  priceListId: uuid("price_list_id").notNull(),
  code: text("code").notNull(),
  elementTypeCode: text("element_type_code").notNull(),
  purpose: text("purpose", { enum: ["repair", "replace", "modernise"] }).notNull(),
  nameDa: text("name_da").notNull(),
  nameEn: text("name_en").notNull(),
  unit: text("unit").notNull(),
  unitPriceOre: bigint("unit_price_ore", { mode: "number" }).notNull(),
});

export const priceIndex = pgTable("price_index", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  key: text("key").notNull(),
  month: date("month", { mode: "string" }).notNull(),
  value: numeric("value", { mode: "number" }).notNull(),
  source: text("source").notNull(),
  recordedAt: timestamp("recorded_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const targetQuality = pgTable("target_quality", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  quality: smallint("quality").notNull(),
  source: text("source").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const element = pgTable("element", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  typeCode: text("type_code").notNull(),
  label: text("label"),
  quantity: numeric("quantity", { precision: 12, scale: 2, mode: "number" }).notNull(),
  renewedYear: smallint("renewed_year"),
  safety: smallint("safety"),
  authority: smallint("authority"),
  operation: smallint("operation"),
  damage: smallint("damage"),
  heritage: smallint("heritage"),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});
