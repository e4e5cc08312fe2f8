import { bigint, date, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import type { HandOverFacts } from "#domain/hand-over/hand-over-facts.ts";
import { handOverEvents, handOverStates } from "#domain/hand-over/hand-over-state.ts";

/* What administrations hand over to KEjd. Constraints live in db/migrations; a test holds the two together. */

export const handOver = pgTable("hand_over", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  number: integer("number").notNull(),
  kind: text("kind", { enum: ["lease", "property"] }).notNull(),
  administrationId: uuid("administration_id").notNull(),
  contractId: uuid("contract_id"),
  buildingId: uuid("building_id"),
  unitId: uuid("unit_id"),
  state: text("state", { enum: handOverStates }).notNull(),
  facts: jsonb("facts").$type<HandOverFacts>().notNull(),
  version: integer("version").notNull(),
  handedOverBy: uuid("handed_over_by").notNull(),
  handedOverAt: timestamp("handed_over_at", { withTimezone: true }).notNull(),
  takenOverFrom: date("taken_over_from", { mode: "string" }),
});

export const handOverEvent = pgTable("hand_over_event", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  handOverId: uuid("hand_over_id").notNull(),
  at: timestamp("at", { withTimezone: true }).notNull(),
  accountId: uuid("account_id").notNull(),
  actorName: text("actor_name").notNull(),
  event: text("event", { enum: handOverEvents }).notNull(),
  state: text("state", { enum: handOverStates }).notNull(),
  words: text("words").notNull(),
});

export const handOverDocument = pgTable("hand_over_document", {
  id: uuid("id").primaryKey(),
  organisationId: uuid("organisation_id").notNull(),
  handOverId: uuid("hand_over_id").notNull(),
  title: text("title").notNull(),
  fileName: text("file_name").notNull(),
  mediaType: text("media_type").notNull(),
  bytes: bigint("bytes", { mode: "number" }).notNull(),
  sha256: text("sha256").notNull(),
  storageKey: text("storage_key").notNull(),
  uploadedBy: uuid("uploaded_by").notNull(),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull(),
});

export const committeeMeeting = pgTable("committee_meeting", {
  organisationId: uuid("organisation_id").notNull(),
  heldOn: date("held_on", { mode: "string" }).notNull(),
  notedBy: uuid("noted_by"),
});
