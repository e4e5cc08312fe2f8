import { bigint, date, numeric, pgTable, smallint, text, uuid } from "drizzle-orm/pg-core";

/* The lines of a lease's rent. Constraints live in db/migrations; a test holds the two together. */

export const rentTerm = pgTable("rent_term", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  contractId: uuid("contract_id").notNull(),
  kind: text("kind", {
    enum: ["base", "administration", "insurance", "taxes", "consumption", "operation"],
  }).notNull(),
  part: text("part", { enum: ["capital", "exteriorMaintenance", "reserve"] }),
  basis: text("basis", { enum: ["whole", "perM2"] }).notNull(),
  yearlyOre: bigint("yearly_ore", { mode: "number" }).notNull(),
  baseMonth: date("base_month", { mode: "string" }),
  adjustsInMonth: smallint("adjusts_in_month"),
  monthsBefore: smallint("months_before"),
  cap: numeric("cap", { precision: 6, scale: 4, mode: "number" }),
  floor: numeric("floor", { precision: 6, scale: 4, mode: "number" }),
  phaseFromOre: bigint("phase_from_ore", { mode: "number" }),
  phaseFirstOn: date("phase_first_on", { mode: "string" }),
  phaseYears: smallint("phase_years"),
  source: text("source").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});
