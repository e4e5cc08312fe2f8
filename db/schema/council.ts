import {
  bigint,
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { CaseInputs } from "#domain/colocation/case-inputs.ts";

/* The project council, the investment pool, and what cases delivered. Constraints live in db/migrations; a test holds the
   two together. */

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const councilSeat = pgTable("council_seat", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id").notNull(),
  deputyAccountId: uuid("deputy_account_id"),
  seat: text("seat", { enum: ["chair", "member"] }).notNull(),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const councilMeeting = pgTable("council_meeting", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  heldOn: date("held_on", { mode: "string" }).notNull(),
  place: text("place").notNull(),
});

export const councilSubmission = pgTable("council_submission", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  round: integer("round").notNull(),
  meetingId: uuid("meeting_id"),
  scenarioId: uuid("scenario_id").notNull(),
  inputs: jsonb("inputs").$type<CaseInputs>().notNull(),
  inputsSha256: text("inputs_sha256").notNull(),
  submittedBy: uuid("submitted_by").notNull(),
  submittedAt: instant("submitted_at").notNull(),
});

export const councilEvent = pgTable("council_event", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  submissionId: uuid("submission_id"),
  at: instant("at").notNull(),
  accountId: uuid("account_id").notNull(),
  actorName: text("actor_name").notNull(),
  event: text("event").notNull(),
  words: text("words").notNull(),
});

export const investmentPool = pgTable("investment_pool", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  name: text("name").notNull(),
  balanceOre: bigint("balance_ore", { mode: "number" }).notNull(),
  yearlyGrantOre: bigint("yearly_grant_ore", { mode: "number" }).notNull(),
  mostPerCaseOre: bigint("most_per_case_ore", { mode: "number" }),
  mostPaybackYears: smallint("most_payback_years"),
  source: text("source").notNull(),
});

export const investmentPoolEntry = pgTable("investment_pool_entry", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  poolId: uuid("pool_id").notNull(),
  kind: text("kind", { enum: ["grant", "funding"] }).notNull(),
  amountOre: bigint("amount_ore", { mode: "number" }).notNull(),
  year: smallint("year").notNull(),
  caseId: uuid("case_id"),
  words: text("words").notNull(),
  bookedBy: uuid("booked_by").notNull(),
  bookedAt: instant("booked_at").notNull(),
});

export const benefit = pgTable("benefit", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  caseId: uuid("case_id").notNull(),
  administrationId: uuid("administration_id"),
  ownerAccountId: uuid("owner_account_id"),
  label: text("label").notNull(),
  kind: text("kind", { enum: ["rent", "fm", "staff", "other"] }).notNull(),
  isHard: boolean("is_hard").notNull(),
  requiredOre: bigint("required_ore", { mode: "number" }).notNull(),
  fromYear: smallint("from_year").notNull(),
  phaseYears: smallint("phase_years").notNull(),
  securedBy: text("secured_by").notNull(),
  source: text("source").notNull(),
  createdBy: uuid("created_by").notNull(),
  createdAt: instant("created_at").notNull(),
});

export const benefitYear = pgTable("benefit_year", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  benefitId: uuid("benefit_id").notNull(),
  year: smallint("year").notNull(),
  askedAt: instant("asked_at"),
  answeredAt: instant("answered_at"),
  answeredBy: uuid("answered_by"),
  realisedOre: bigint("realised_ore", { mode: "number" }),
  budgetCutOre: bigint("budget_cut_ore", { mode: "number" }),
  isBudgetReduced: boolean("is_budget_reduced"),
  words: text("words").notNull(),
});

export const benefitEvidence = pgTable("benefit_evidence", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  benefitId: uuid("benefit_id").notNull(),
  title: text("title").notNull(),
  fileName: text("file_name").notNull(),
  mediaType: text("media_type").notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  sha256: text("sha256").notNull(),
  storageKey: text("storage_key").notNull(),
  uploadedBy: uuid("uploaded_by").notNull(),
  createdAt: instant("created_at").notNull(),
});

export const colocationCaseTrade = pgTable(
  "colocation_case_trade",
  {
    organisationId: uuid("organisation_id").notNull(),
    caseId: uuid("case_id").notNull(),
    agreementId: uuid("agreement_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.caseId, t.agreementId] })],
);
