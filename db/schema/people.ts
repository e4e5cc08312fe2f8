import { boolean, date, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { bytea } from "./column-types.ts";

/* Accounts, what they may reach, sessions, tokens and limits. Constraints live in db/migrations; a test holds the two together. */

export const account = pgTable("account", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  email: text("email").notNull(),
  name: text("name").notNull(),
  passwordHash: text("password_hash").notNull(),
  locale: text("locale", { enum: ["da", "en"] }),
  isDemo: boolean("is_demo").notNull().default(false),
  mustChangePassword: boolean("must_change_password").notNull().default(false),
  disabledAt: timestamp("disabled_at", { withTimezone: true, mode: "date" }),
  portfolioSeenAt: timestamp("portfolio_seen_at", { withTimezone: true, mode: "date" }),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});

export const accountGrant = pgTable("account_grant", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id").notNull(),
  deputyAccountId: uuid("deputy_account_id"),
  role: text("role", {
    enum: ["administrator", "manager", "planner", "administrationUser", "leader", "craftsman", "auditor"],
  }).notNull(),
  administrationIds: uuid("administration_ids").array().notNull().default([]),
  unitIds: uuid("unit_ids").array().notNull().default([]),
  validFrom: date("valid_from", { mode: "string" }).notNull(),
  validTo: date("valid_to", { mode: "string" }),
});

export const session = pgTable("session", {
  tokenHash: bytea("token_hash").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  seenAt: timestamp("seen_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
  device: text("device").notNull().default(""),
});

export const apiToken = pgTable("api_token", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id").notNull(),
  tokenHash: bytea("token_hash").notNull(),
  name: text("name").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
  expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
  revokedAt: timestamp("revoked_at", { withTimezone: true, mode: "date" }),
});

export const rateLimit = pgTable("rate_limit", {
  key: text("key").primaryKey(),
  windowStartedAt: timestamp("window_started_at", { withTimezone: true, mode: "date" }).notNull(),
  hits: integer("hits").notNull(),
});

export const savedView = pgTable("saved_view", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  accountId: uuid("account_id").notNull(),
  name: text("name").notNull(),
  query: text("query").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull().defaultNow(),
});
