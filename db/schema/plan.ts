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

/* Works, what their cost consists of, and plans of years. Constraints live in db/migrations; a test holds the two together. */

export const work = pgTable("work", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  number: text("number").notNull(),
  buildingId: uuid("building_id").notNull(),
  workGroup: text("work_group").notNull(),
  kind: text("kind", { enum: ["exterior", "interior", "tenYearNeed", "modernisation"] }).notNull(),
  title: text("title").notNull(),
  state: text("state", { enum: ["proposed", "planned", "ordered", "done", "dropped"] }).notNull(),
  earmark: text("earmark"),
  raisedConsequence: smallint("raised_consequence"),
  raisedReason: text("raised_reason"),
  budgetOre: bigint("budget_ore", { mode: "number" }),
  contractOre: bigint("contract_ore", { mode: "number" }),
  actualOre: bigint("actual_ore", { mode: "number" }),
  plannedYear: smallint("planned_year"),
  orderId: uuid("order_id"),
  doneOn: date("done_on", { mode: "string" }),
  droppedReason: text("dropped_reason"),
  version: integer("version").notNull().default(1),
});

export const workEvidence = pgTable("work_evidence", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  workId: uuid("work_id").notNull(),
  caseId: uuid("case_id").notNull(),
  note: text("note"),
  addedBy: uuid("added_by").notNull(),
  addedAt: timestamp("added_at", { withTimezone: true, mode: "date" }).notNull(),
});

export const backlogLine = pgTable("backlog_line", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  estimateId: uuid("estimate_id").notNull(),
  buildingId: uuid("building_id").notNull(),
  elementId: uuid("element_id").notNull(),
  remedyId: uuid("remedy_id").notNull(),
  workId: uuid("work_id"),
  condition: smallint("condition").notNull(),
  observedOn: date("observed_on", { mode: "string" }).notNull(),
  quantity: numeric("quantity", { precision: 12, scale: 2, mode: "number" }).notNull(),
  shareToRepair: numeric("share_to_repair", { precision: 5, scale: 4, mode: "number" }).notNull(),
  unitPriceOre: bigint("unit_price_ore", { mode: "number" }).notNull(),
  indexFactor: numeric("index_factor", { precision: 10, scale: 6, mode: "number" }).notNull(),
  indexMonth: date("index_month", { mode: "string" }),
  overheadRate: numeric("overhead_rate", { precision: 6, scale: 4, mode: "number" }).notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
});

export const plan = pgTable("plan", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  name: text("name").notNull(),
  purpose: text("purpose"),
  copiedFromId: uuid("copied_from_id"),
  firstYear: smallint("first_year").notNull(),
  yearCount: smallint("year_count").notNull(),
  kinds: text("kinds").array().notNull(),
  state: text("state", { enum: ["draft", "frozen", "approved", "published", "withdrawn"] }).notNull(),
  method: text("method", { enum: ["package", "priced", "solver"] }).notNull(),
  reckonedOn: date("reckoned_on", { mode: "string" }),
  basis: jsonb("basis"),
  result: jsonb("result"),
  totalOre: bigint("total_ore", { mode: "number" }),
  boundOre: bigint("bound_ore", { mode: "number" }),
  createdBy: uuid("created_by").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
  frozenAt: timestamp("frozen_at", { withTimezone: true, mode: "date" }),
  approvedBy: uuid("approved_by"),
  approvedAt: timestamp("approved_at", { withTimezone: true, mode: "date" }),
  publishedAt: timestamp("published_at", { withTimezone: true, mode: "date" }),
  version: integer("version").notNull().default(1),
});

export const planYear = pgTable(
  "plan_year",
  {
    organisationId: uuid("organisation_id").notNull(),
    planId: uuid("plan_id").notNull(),
    year: smallint("year").notNull(),
    budgetOre: bigint("budget_ore", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.year] })],
);

export const planEarmark = pgTable(
  "plan_earmark",
  {
    organisationId: uuid("organisation_id").notNull(),
    planId: uuid("plan_id").notNull(),
    year: smallint("year").notNull(),
    earmark: text("earmark").notNull(),
    amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.year, t.earmark] })],
);

export const planChoice = pgTable(
  "plan_choice",
  {
    organisationId: uuid("organisation_id").notNull(),
    planId: uuid("plan_id").notNull(),
    workId: uuid("work_id").notNull(),
    pinnedYear: smallint("pinned_year"),
    reason: text("reason"),
    chosenBy: uuid("chosen_by").notNull(),
    chosenAt: timestamp("chosen_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.planId, t.workId] })],
);

export const planWork = pgTable(
  "plan_work",
  {
    organisationId: uuid("organisation_id").notNull(),
    planId: uuid("plan_id").notNull(),
    workId: uuid("work_id").notNull(),
    buildingId: uuid("building_id").notNull(),
    year: smallint("year"),
    todayOre: bigint("today_ore", { mode: "number" }).notNull(),
    costOre: bigint("cost_ore", { mode: "number" }).notNull(),
    condition: smallint("condition").notNull(),
    consequence: smallint("consequence").notNull(),
    packageRank: integer("package_rank"),
    packageYield: doublePrecision("package_yield"),
    isPinned: boolean("is_pinned").notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.planId, t.workId] })],
);

export const planRun = pgTable("plan_run", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  planId: uuid("plan_id").notNull(),
  state: text("state", { enum: ["running", "done", "cancelled", "failed"] }).notNull(),
  secondsAtMost: integer("seconds_at_most").notNull(),
  bestOre: bigint("best_ore", { mode: "number" }),
  boundOre: bigint("bound_ore", { mode: "number" }),
  progress: jsonb("progress"),
  cancelRequestedAt: timestamp("cancel_requested_at", { withTimezone: true, mode: "date" }),
  startedBy: uuid("started_by").notNull(),
  startedAt: timestamp("started_at", { withTimezone: true, mode: "date" }).notNull(),
  seenAt: timestamp("seen_at", { withTimezone: true, mode: "date" }).notNull(),
  finishedAt: timestamp("finished_at", { withTimezone: true, mode: "date" }),
});
