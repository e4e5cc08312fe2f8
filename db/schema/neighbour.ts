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

/* Codes on the wall, buying and selling under one roof, and the yearly survey. Constraints live in db/migrations; a test holds the two together. */

export const qrCode = pgTable("qr_code", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  spaceId: uuid("space_id"),
  unitId: uuid("unit_id"),
  label: text("label").notNull(),
  salt: text("salt").notNull(),
  createdBy: uuid("created_by"),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
  revokedAt: timestamp("revoked_at", { withTimezone: true, mode: "date" }),
});

export const tradeAgreement = pgTable("trade_agreement", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  sellerUnitId: uuid("seller_unit_id").notNull(),
  buyerUnitId: uuid("buyer_unit_id").notNull(),
  serviceCode: text("service_code").notNull(),
  description: text("description").notNull().default(""),
  basis: text("basis", { enum: ["month", "piece", "hour", "m2"] }).notNull(),
  quantity: numeric("quantity", { precision: 12, scale: 2, mode: "number" }),
  unitPriceOre: bigint("unit_price_ore", { mode: "number" }),
  state: text("state", { enum: ["draft", "active", "ended"] }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  sellerAgreedBy: uuid("seller_agreed_by"),
  buyerAgreedBy: uuid("buyer_agreed_by"),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const tradeDelivery = pgTable("trade_delivery", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  agreementId: uuid("agreement_id").notNull(),
  deliveredOn: date("delivered_on", { mode: "string" }).notNull(),
  quantity: numeric("quantity", { precision: 12, scale: 2, mode: "number" }).notNull(),
  note: text("note").notNull().default(""),
  recordedBy: uuid("recorded_by"),
});

export const tradeSettlement = pgTable("trade_settlement", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  month: date("month", { mode: "string" }).notNull(),
  settledAt: timestamp("settled_at", { withTimezone: true, mode: "date" }).notNull(),
  settledBy: uuid("settled_by"),
});

export const tradeCorrection = pgTable("trade_correction", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  agreementId: uuid("agreement_id").notNull(),
  wrongMonth: date("wrong_month", { mode: "string" }).notNull(),
  bookedMonth: date("booked_month", { mode: "string" }).notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  reason: text("reason").notNull(),
  recordedBy: uuid("recorded_by"),
  recordedAt: timestamp("recorded_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const tradeLine = pgTable(
  "trade_line",
  {
    settlementId: uuid("settlement_id").notNull(),
    agreementId: uuid("agreement_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    kind: text("kind", { enum: ["service", "correction"] }).notNull(),
    quantity: numeric("quantity", { precision: 12, scale: 2, mode: "number" }).notNull(),
    amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.settlementId, t.agreementId, t.unitId, t.kind] })],
);

export const opinionSurvey = pgTable("opinion_survey", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  year: smallint("year").notNull(),
  opensOn: date("opens_on", { mode: "string" }).notNull(),
  closesOn: date("closes_on", { mode: "string" }).notNull(),
});

export const opinionInvitation = pgTable("opinion_invitation", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  surveyId: uuid("survey_id").notNull(),
  accountId: uuid("account_id").notNull(),
  administrationId: uuid("administration_id"),
  sentAt: timestamp("sent_at", { withTimezone: true, mode: "date" }),
  answeredAt: timestamp("answered_at", { withTimezone: true, mode: "date" }),
  acuteRepair: smallint("acute_repair"),
  exteriorUpkeep: smallint("exterior_upkeep"),
  rentCollection: smallint("rent_collection"),
  comment: text("comment").notNull().default(""),
});
