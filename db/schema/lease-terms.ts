import {
  bigint,
  char,
  date,
  doublePrecision,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { timestamp, uuid } from "drizzle-orm/pg-core";

/* What a lease says besides its rent. Constraints live in db/migrations; a test holds the two together. */

const day = (name: string) => date(name, { mode: "string" });
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const owner = () => ({ id: uuid("id").primaryKey(), organisationId: uuid("organisation_id").notNull() });

export const leaseAmendment = pgTable("lease_amendment", {
  ...owner(),
  contractId: uuid("contract_id").notNull(),
  number: smallint("number").notNull(),
  fromDay: day("from_day").notNull(),
  reason: text("reason").notNull(),
  changeId: uuid("change_id"),
  madeBy: uuid("made_by"),
  madeAt: instant("made_at").notNull(),
  takenBackAt: instant("taken_back_at"),
});

export const leaseTerm = pgTable("lease_term", {
  ...owner(),
  contractId: uuid("contract_id").notNull(),
  amendmentId: uuid("amendment_id"),
  landlordNoticeMonths: smallint("landlord_notice_months"),
  tenantNoticeMonths: smallint("tenant_notice_months"),
  landlordBoundUntil: day("landlord_bound_until"),
  tenantBoundUntil: day("tenant_bound_until"),
  noticeTo: text("notice_to", { enum: ["anyDay", "monthEnd", "quarterEnd"] }).notNull(),
  restoration: text("restoration", { enum: ["none", "maintained", "asReceived", "cleared"] }).notNull(),
  depositOre: bigint("deposit_ore", { mode: "number" }).notNull(),
  prepaidOre: bigint("prepaid_ore", { mode: "number" }).notNull(),
  regulation: text("regulation", { enum: ["none", "index", "steps"] }).notNull(),
  regulatesInMonth: smallint("regulates_in_month"),
  marketRentFrom: day("market_rent_from"),
  marketRentEveryYears: smallint("market_rent_every_years"),
  source: text("source").notNull(),
  validFrom: day("valid_from").notNull(),
  validTo: day("valid_to"),
});

export const leaseOption = pgTable("lease_option", {
  ...owner(),
  contractId: uuid("contract_id").notNull(),
  amendmentId: uuid("amendment_id"),
  kind: text("kind", { enum: ["extend", "break", "expand", "buy"] }).notNull(),
  holder: text("holder", { enum: ["landlord", "tenant"] }).notNull(),
  decideBy: day("decide_by").notNull(),
  effectOn: day("effect_on").notNull(),
  months: smallint("months"),
  note: text("note").notNull(),
  source: text("source").notNull(),
  usedOn: day("used_on"),
  validFrom: day("valid_from").notNull(),
  validTo: day("valid_to"),
});

export const leaseParty = pgTable("lease_party", {
  ...owner(),
  contractId: uuid("contract_id").notNull(),
  role: text("role", { enum: ["landlord", "tenant", "administrator", "payer"] }).notNull(),
  name: text("name").notNull(),
  cvr: char("cvr", { length: 8 }),
  ean: char("ean", { length: 13 }),
  contact: text("contact").notNull(),
  mail: text("mail").notNull(),
  phone: text("phone").notNull(),
  source: text("source").notNull(),
  validFrom: day("valid_from").notNull(),
  validTo: day("valid_to"),
});

export const leaseLevel = pgTable("lease_level", {
  organisationId: uuid("organisation_id").notNull(),
  contractId: uuid("contract_id").notNull(),
  validFrom: day("valid_from").notNull(),
  validTo: day("valid_to").notNull(),
  areaM2: doublePrecision("area_m2").notNull(),
  yearlyOre: bigint("yearly_ore", { mode: "number" }),
});

export const leaseDraft = pgTable("lease_draft", {
  ...owner(),
  kind: text("kind", { enum: ["internal", "thirdPartyIn", "thirdPartyOut"] }).notNull(),
  administrationId: uuid("administration_id"),
  unitId: uuid("unit_id"),
  title: text("title").notNull(),
  form: jsonb("form").notNull(),
  revision: integer("revision").notNull(),
  createdBy: uuid("created_by"),
  createdAt: instant("created_at").notNull(),
  updatedBy: uuid("updated_by"),
  updatedAt: instant("updated_at").notNull(),
  removedAt: instant("removed_at"),
  contractId: uuid("contract_id"),
  activatedAt: instant("activated_at"),
});
