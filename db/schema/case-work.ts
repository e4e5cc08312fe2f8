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

/* What follows a case: who bears it, hours, materials and approvals. Constraints live in db/migrations; a test holds the two together. */

export const costShare = pgTable(
  "cost_share",
  {
    orderId: uuid("order_id").notNull(),
    line: smallint("line").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    payer: text("payer", { enum: ["landlord", "tenant", "unit", "externalLandlord"] }).notNull(),
    unitId: uuid("unit_id"),
    administrationId: uuid("administration_id"),
    basis: text("basis", { enum: ["share", "m2", "hours"] }).notNull(),
    basisValue: numeric("basis_value", { precision: 14, scale: 4, mode: "number" }).notNull(),
    amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.orderId, t.line] })],
);

export const workEntry = pgTable("work_entry", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  orderId: uuid("order_id").notNull(),
  accountId: uuid("account_id").notNull(),
  startedAt: timestamp("started_at", { withTimezone: true, mode: "date" }).notNull(),
  endedAt: timestamp("ended_at", { withTimezone: true, mode: "date" }),
  minutes: numeric("minutes", { precision: 8, scale: 2, mode: "number" }),
});

export const materialEntry = pgTable("material_entry", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  orderId: uuid("order_id").notNull(),
  accountId: uuid("account_id").notNull(),
  name: text("name").notNull(),
  quantity: numeric("quantity", { precision: 12, scale: 2, mode: "number" }).notNull(),
  unit: text("unit").notNull().default(""),
  priceOre: bigint("price_ore", { mode: "number" }),
  usedAt: timestamp("used_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const orderApproval = pgTable("order_approval", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  orderId: uuid("order_id").notNull(),
  approver: text("approver", { enum: ["leader", "administration", "landlord"] }).notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  askedAt: timestamp("asked_at", { withTimezone: true, mode: "date" }).notNull(),
  decidedAt: timestamp("decided_at", { withTimezone: true, mode: "date" }),
  decision: text("decision", { enum: ["approved", "rejected"] }),
  decidedBy: uuid("decided_by"),
  decidedFor: uuid("decided_for"),
  comment: text("comment").notNull().default(""),
});

export const approvalDelegation = pgTable("approval_delegation", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id").notNull(),
  delegateId: uuid("delegate_id").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }).notNull(),
});
