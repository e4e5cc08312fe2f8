import {
  bigint,
  boolean,
  date,
  integer,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";

/* Teams, what can fail, deadlines and the responsibility matrix. Constraints live in db/migrations; a test holds the two together. */

export const team = pgTable("team", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  code: text("code").notNull(),
  name: text("name").notNull(),
  kind: text("kind", { enum: ["serviceDesk", "landlord", "administration", "supplier"] }).notNull(),
  administrationId: uuid("administration_id"),
  email: text("email"),
  dailyMinutes: integer("daily_minutes").notNull().default(0),
  closedOn: date("closed_on", { mode: "string" }),
});

export const teamMember = pgTable(
  "team_member",
  {
    teamId: uuid("team_id").notNull(),
    accountId: uuid("account_id").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    validFrom: date("valid_from", { mode: "string" }).notNull(),
    validTo: date("valid_to", { mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.accountId, t.validFrom] })],
);

export const teamAbsence = pgTable(
  "team_absence",
  {
    teamId: uuid("team_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    organisationId: uuid("organisation_id").notNull(),
    minutes: integer("minutes").notNull(),
    reason: text("reason").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.day] })],
);

export const facilityItem = pgTable(
  "facility_item",
  {
    organisationId: uuid("organisation_id").notNull(),
    code: text("code").notNull(),
    nameDa: text("name_da").notNull(),
    nameEn: text("name_en").notNull(),
    guidanceDa: text("guidance_da").notNull().default(""),
    guidanceEn: text("guidance_en").notNull().default(""),
    usualLocation: text("usual_location", {
      enum: ["inside", "envelope", "basicInstallation", "paved", "green"],
    }).notNull(),
    elementGroup: text("element_group"),
    usualPriority: smallint("usual_priority").notNull().default(3),
    normMinutes: numeric("norm_minutes", { precision: 8, scale: 2, mode: "number" }).notNull().default(60),
    sort: integer("sort").notNull(),
    withdrawnOn: date("withdrawn_on", { mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.code] })],
);

export const slaTarget = pgTable("sla_target", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  code: text("code").notNull(),
  priority: smallint("priority").notNull(),
  respondMinutes: integer("respond_minutes"),
  resolveMinutes: integer("resolve_minutes"),
  isRoundTheClock: boolean("is_round_the_clock").notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  source: text("source").notNull(),
});

export const responsibilityRule = pgTable("responsibility_rule", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  level: text("level", { enum: ["default", "administration", "lease"] }).notNull(),
  administrationId: uuid("administration_id"),
  contractId: uuid("contract_id"),
  itemCode: text("item_code"),
  location: text("location", { enum: ["inside", "envelope", "basicInstallation", "paved", "green"] }),
  cause: text("cause", { enum: ["wear", "vandalism", "burglary", "fire", "storm", "user"] }),
  tenure: text("tenure", { enum: ["own", "thirdParty", "selfGoverning"] }),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
  executor: text("executor", {
    enum: ["landlord", "administration", "unit", "externalLandlord", "serviceDesk"],
  }).notNull(),
  payer: text("payer", { enum: ["landlord", "tenant", "unit", "externalLandlord"] }).notNull(),
  payerSharePercent: numeric("payer_share_percent", { precision: 5, scale: 2, mode: "number" })
    .notNull()
    .default(100),
  otherPayer: text("other_payer", { enum: ["landlord", "tenant", "unit", "externalLandlord"] }),
  teamId: uuid("team_id"),
  budgetLine: text("budget_line").notNull(),
  slaCode: text("sla_code").notNull(),
  clauseDa: text("clause_da").notNull(),
  clauseEn: text("clause_en").notNull(),
  source: text("source").notNull(),
  replacesId: uuid("replaces_id"),
});

export const responsibilityGap = pgTable("responsibility_gap", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  number: bigint("number", { mode: "number" }).generatedAlwaysAsIdentity().notNull(),
  itemCode: text("item_code").notNull(),
  location: text("location").notNull(),
  cause: text("cause").notNull(),
  tenure: text("tenure").notNull(),
  buildingId: uuid("building_id"),
  timesMet: integer("times_met").notNull().default(1),
  firstMetAt: timestamp("first_met_at", { withTimezone: true, mode: "date" }).notNull(),
  lastMetAt: timestamp("last_met_at", { withTimezone: true, mode: "date" }).notNull(),
  closedAt: timestamp("closed_at", { withTimezone: true, mode: "date" }),
  closedBy: uuid("closed_by"),
});
