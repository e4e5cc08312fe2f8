import { bigint, date, integer, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";

/* Contracts, the spaces they cover, and who uses a space for what. Constraints live in db/migrations; a test holds the two together. */

export const contract = pgTable("contract", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  number: text("number").notNull(),
  kind: text("kind", { enum: ["internal", "thirdPartyIn", "thirdPartyOut"] }).notNull(),
  administrationId: uuid("administration_id"),
  unitId: uuid("unit_id"),
  counterparty: text("counterparty"),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  noticeMonths: smallint("notice_months"),
  nonTerminableUntil: date("non_terminable_until", { mode: "string" }),
  annualRentOre: bigint("annual_rent_ore", { mode: "number" }),
  knownFrom: date("known_from", { mode: "string" }),
  source: text("source").notNull(),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
});

export const tenancy = pgTable("tenancy", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  contractId: uuid("contract_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  spaceId: uuid("space_id").notNull(),
  side: text("side", { enum: ["in", "out"] }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const occupation = pgTable("occupation", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  spaceId: uuid("space_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  purpose: text("purpose").notNull(),
  persons: integer("persons"),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  source: text("source").notNull(),
  recordedOn: date("recorded_on", { mode: "string" }).notNull(),
});
