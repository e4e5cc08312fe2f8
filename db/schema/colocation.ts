import {
  bigint,
  boolean,
  date,
  doublePrecision,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { CaseStatus } from "#domain/colocation/case-status.ts";
import type { RoomFunction } from "#domain/colocation/room-function.ts";

/* Co-location cases. Constraints live in db/migrations; a test holds the two together. */

export const colocationCase = pgTable("colocation_case", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  number: text("number").notNull(),
  name: text("name").notNull(),
  purpose: text("purpose"),
  status: text("status").$type<CaseStatus>().notNull().default("draft"),
  ownerAccountId: uuid("owner_account_id").notNull(),
  priceYear: smallint("price_year").notNull(),
  horizonYears: smallint("horizon_years").notNull(),
  startOn: date("start_on", { mode: "string" }).notNull(),
  ratesAsOf: date("rates_as_of", { mode: "string" }).notNull(),
  createdBy: uuid("created_by").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
  version: integer("version").notNull().default(1),
  sendingKey: text("sending_key"),
});

export const colocationScenario = pgTable("colocation_scenario", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  name: text("name").notNull(),
  copiedFromId: uuid("copied_from_id"),
  isBase: boolean("is_base").notNull().default(false),
  createdBy: uuid("created_by").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const colocationUnit = pgTable("colocation_unit", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  unitId: uuid("unit_id").notNull(),
  employees: integer("employees").notNull(),
});

export const colocationUnitNeed = pgTable(
  "colocation_unit_need",
  {
    organisationId: uuid("organisation_id").notNull(),
    colocationUnitId: uuid("colocation_unit_id").notNull(),
    roomFunction: text("room_function").$type<RoomFunction>().notNull(),
    places: integer("places").notNull(),
    areaM2: numeric("area_m2", { precision: 12, scale: 2, mode: "number" }).notNull(),
    mayShare: boolean("may_share").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.colocationUnitId, t.roomFunction] })],
);

export const colocationUnitHours = pgTable("colocation_unit_hours", {
  organisationId: uuid("organisation_id").notNull(),
  colocationUnitId: uuid("colocation_unit_id").notNull(),
  weekday: smallint("weekday").notNull(),
  fromHour: smallint("from_hour").notNull(),
  toHour: smallint("to_hour").notNull(),
  persons: integer("persons").notNull(),
});

export const colocationPremises = pgTable("colocation_premises", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  kind: text("kind", { enum: ["building", "spaces", "lease"] }).notNull(),
  buildingId: uuid("building_id").notNull(),
  contractId: uuid("contract_id"),
  spaceIds: uuid("space_ids").array().notNull().default([]),
  whenVacated: text("when_vacated", { enum: ["keep", "endLease", "sell", "let"] }).notNull(),
  exitOn: date("exit_on", { mode: "string" }),
});

export const colocationPremisesCapacity = pgTable(
  "colocation_premises_capacity",
  {
    organisationId: uuid("organisation_id").notNull(),
    colocationPremisesId: uuid("colocation_premises_id").notNull(),
    roomFunction: text("room_function").$type<RoomFunction>().notNull(),
    places: integer("places").notNull(),
    areaM2: numeric("area_m2", { precision: 12, scale: 2, mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.colocationPremisesId, t.roomFunction] })],
);

export const colocationPlacement = pgTable(
  "colocation_placement",
  {
    organisationId: uuid("organisation_id").notNull(),
    scenarioId: uuid("scenario_id").notNull(),
    colocationUnitId: uuid("colocation_unit_id").notNull(),
    colocationPremisesId: uuid("colocation_premises_id").notNull(),
    standing: text("standing", { enum: ["pinned", "forbidden", "assigned"] }).notNull(),
    moveOrder: smallint("move_order"),
    fromDay: date("from_day", { mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.scenarioId, t.colocationUnitId, t.colocationPremisesId] })],
);

export const colocationDependency = pgTable(
  "colocation_dependency",
  {
    organisationId: uuid("organisation_id").notNull(),
    scenarioId: uuid("scenario_id").notNull(),
    colocationUnitId: uuid("colocation_unit_id").notNull(),
    afterUnitId: uuid("after_unit_id").notNull(),
    reason: text("reason"),
  },
  (t) => [primaryKey({ columns: [t.scenarioId, t.colocationUnitId, t.afterUnitId] })],
);

export const colocationCondition = pgTable("colocation_condition", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  colocationUnitId: uuid("colocation_unit_id").notNull(),
  strength: text("strength", { enum: ["hard", "soft"] }).notNull(),
  kind: text("kind", { enum: ["apart", "together", "notHere", "onlyHere", "within"] }).notNull(),
  otherUnitId: uuid("other_unit_id"),
  colocationPremisesId: uuid("colocation_premises_id"),
  distanceMeters: integer("distance_meters"),
  yearlyPriceOre: bigint("yearly_price_ore", { mode: "number" }),
  words: text("words").notNull(),
});

export const colocationAssumption = pgTable("colocation_assumption", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  key: text("key").notNull(),
  colocationPremisesId: uuid("colocation_premises_id"),
  colocationUnitId: uuid("colocation_unit_id"),
  low: doublePrecision("low").notNull(),
  base: doublePrecision("base").notNull(),
  high: doublePrecision("high").notNull(),
  unit: text("unit").notNull(),
  source: text("source").notNull(),
  owner: text("owner").notNull(),
});

export const colocationComment = pgTable("colocation_comment", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  accountId: uuid("account_id").notNull(),
  words: text("words").notNull(),
  at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
});

export const colocationProposal = pgTable("colocation_proposal", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  fromScenarioId: uuid("from_scenario_id").notNull(),
  state: text("state", { enum: ["running", "done", "cancelled", "failed"] }).notNull(),
  secondsAtMost: integer("seconds_at_most").notNull(),
  budgetOre: bigint("budget_ore", { mode: "number" }),
  paybackYears: integer("payback_years"),
  bestOre: bigint("best_ore", { mode: "number" }),
  boundOre: bigint("bound_ore", { mode: "number" }),
  seconds: doublePrecision("seconds"),
  outcome: text("outcome", { enum: ["solved", "searched", "unknown", "impossible"] }),
  conflict: jsonb("conflict"),
  scenarioId: uuid("scenario_id"),
  cancelRequestedAt: timestamp("cancel_requested_at", { withTimezone: true, mode: "date" }),
  startedBy: uuid("started_by").notNull(),
  startedAt: timestamp("started_at", { withTimezone: true, mode: "date" }).notNull(),
  seenAt: timestamp("seen_at", { withTimezone: true, mode: "date" }).notNull(),
  finishedAt: timestamp("finished_at", { withTimezone: true, mode: "date" }),
});
