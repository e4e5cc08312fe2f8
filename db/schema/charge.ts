import {
  bigint,
  char,
  date,
  jsonb,
  numeric,
  pgTable,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/* What is charged for leases. Constraints live in db/migrations; a test holds the two together. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const chargeRun = pgTable("charge_run", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  kind: text("kind", { enum: ["regular", "correction"] }).notNull(),
  period: text("period").notNull(),
  periodFrom: date("period_from", { mode: "string" }).notNull(),
  periodTo: date("period_to", { mode: "string" }).notNull(),
  sequence: smallint("sequence").notNull(),
  status: text("status", { enum: ["making", "draft", "approved", "issued"] }).notNull(),
  feeRate: numeric("fee_rate", { precision: 6, scale: 4, mode: "number" }).notNull(),
  reason: text("reason"),
  correctsRunId: uuid("corrects_run_id"),
  madeBy: uuid("made_by"),
  madeAt: instant("made_at").notNull(),
  approvedBy: uuid("approved_by"),
  approvedAt: instant("approved_at"),
  issuedBy: uuid("issued_by"),
  issuedAt: instant("issued_at"),
});

export const charge = pgTable("charge", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  runId: uuid("run_id").notNull(),
  contractId: uuid("contract_id").notNull(),
  administrationId: uuid("administration_id"),
  unitId: uuid("unit_id"),
  party: text("party").notNull(),
  totalOre: bigint("total_ore", { mode: "number" }).notNull(),
  previousOre: bigint("previous_ore", { mode: "number" }),
  reasons: jsonb("reasons").notNull(),
});

export const chargeLine = pgTable("charge_line", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  chargeId: uuid("charge_id").notNull(),
  key: text("key").notNull(),
  entry: text("entry", { enum: ["charge", "reversal", "replacement"] }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }).notNull(),
  formula: text("formula").notNull(),
  inputs: jsonb("inputs").notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  correctsLineId: uuid("corrects_line_id"),
});

export const invoiceIssuer = pgTable("invoice_issuer", {
  organisationId: uuid("organisation_id").primaryKey(),
  name: text("name").notNull(),
  cvr: char("cvr", { length: 8 }).notNull(),
  ean: char("ean", { length: 13 }).notNull(),
  street: text("street").notNull(),
  houseNumber: text("house_number").notNull(),
  postcode: char("postcode", { length: 4 }).notNull(),
  town: text("town").notNull(),
  bankRegistration: char("bank_registration", { length: 4 }).notNull(),
  bankAccount: char("bank_account", { length: 10 }).notNull(),
  paymentDays: smallint("payment_days").notNull(),
  contact: text("contact").notNull(),
});

export const landlordInvoice = pgTable("landlord_invoice", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  contractId: uuid("contract_id").notNull(),
  number: text("number").notNull(),
  periodFrom: date("period_from", { mode: "string" }).notNull(),
  periodTo: date("period_to", { mode: "string" }).notNull(),
  receivedOn: date("received_on", { mode: "string" }).notNull(),
  recordedBy: uuid("recorded_by"),
  settledNote: text("settled_note"),
  settledBy: uuid("settled_by"),
  settledAt: instant("settled_at"),
});

export const landlordInvoiceLine = pgTable("landlord_invoice_line", {
  invoiceId: uuid("invoice_id").notNull(),
  organisationId: uuid("organisation_id").notNull(),
  key: text("key").notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
});
