import { bigint, date, numeric, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { allocationKeys } from "#domain/rent/allocate-charge.ts";
import { sharedLines } from "#domain/rent/shared-cost.ts";

/* Costs that leases of a building share. Constraints live in db/migrations; a test holds the two together. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const sharedCost = pgTable("shared_cost", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  name: text("name").notNull(),
  line: text("line", { enum: sharedLines }).notNull(),
  key: text("key", { enum: allocationKeys }).notNull(),
  periodFrom: date("period_from", { mode: "string" }).notNull(),
  periodTo: date("period_to", { mode: "string" }).notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  source: text("source").notNull(),
  enteredBy: uuid("entered_by"),
  enteredAt: instant("entered_at").notNull(),
  withdrawnBy: uuid("withdrawn_by"),
  withdrawnAt: instant("withdrawn_at"),
  withdrawnWhy: text("withdrawn_why"),
});

export const sharedCostPart = pgTable("shared_cost_part", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  costId: uuid("cost_id").notNull(),
  contractId: uuid("contract_id"),
  weight: numeric("weight", { precision: 14, scale: 6, mode: "number" }).notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
});
